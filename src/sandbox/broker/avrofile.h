// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace Sandbox {

/// The binary encoding of one Avro record: its fields' values one after the other, in the schema's order.
class AvroRecord
{
public:
    AvroRecord &addLong(std::int64_t value);
    AvroRecord &addDouble(double value);
    AvroRecord &addString(std::string_view value);

    [[nodiscard]] const std::string &bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

/// An Avro object container file of one record: the schema travels in the message, as ClickHouse's format Avro wants it.
[[nodiscard]] std::string avroFile(std::string_view schema, const AvroRecord &record);

} // namespace Sandbox
