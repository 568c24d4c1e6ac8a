// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/broker/avrofile.h"

#include <bit>

namespace Sandbox {

AvroRecord &AvroRecord::addLong(std::int64_t value)
{
    // Zig-zag puts small negative numbers beside small positive ones; then seven bits per byte, the lowest first.
    auto rest = (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
    for (; rest > 0x7f; rest >>= 7)
        m_bytes.push_back(static_cast<char>((rest & 0x7f) | 0x80));
    m_bytes.push_back(static_cast<char>(rest));
    return *this;
}

AvroRecord &AvroRecord::addDouble(double value)
{
    auto rest = std::bit_cast<std::uint64_t>(value);
    for (int i = 0; i < 8; ++i, rest >>= 8)
        m_bytes.push_back(static_cast<char>(rest & 0xff));
    return *this;
}

AvroRecord &AvroRecord::addString(std::string_view value)
{
    addLong(static_cast<std::int64_t>(value.size()));
    m_bytes.append(value);
    return *this;
}

std::string avroFile(std::string_view schema, const AvroRecord &record)
{
    // Any sixteen bytes will do: the marker only has to be the same in the header and after each block.
    constexpr std::string_view marker = "headgate-sandbox";
    static_assert(marker.size() == 16);
    constexpr std::string_view magic("Obj\x01", 4);
    AvroRecord header;
    header
        .addLong(2) // entries of the metadata map, which a zero ends
        .addString("avro.schema")
        .addString(schema)
        .addString("avro.codec")
        .addString("null")
        .addLong(0);
    AvroRecord block;
    block.addLong(1).addLong(static_cast<std::int64_t>(record.bytes().size()));
    std::string file(magic);
    file.append(header.bytes()).append(marker);
    file.append(block.bytes()).append(record.bytes()).append(marker);
    return file;
}

} // namespace Sandbox
