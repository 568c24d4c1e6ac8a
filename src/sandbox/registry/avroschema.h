// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/json.h"

#include <memory>
#include <string>
#include <vector>

namespace Sandbox {

/// An Avro schema as a tree. A named type that is used again points to its first use, so recursive schemas are cyclic;
/// all types belong to the schema.
struct AvroType
{
    enum class Kind { Primitive, Record, Enum, Fixed, Array, Map, Union };
    struct Field
    {
        std::string name;
        std::vector<std::string> aliases;
        const AvroType *type = nullptr;
        bool hasDefault = false;
        Core::Json defaultValue = {};
    };

    Kind kind = Kind::Primitive;
    std::string name; ///< "int", or the full name of a record, enum or fixed
    std::vector<Field> fields;
    std::vector<std::string> symbols;
    bool hasDefaultSymbol = false;
    std::int64_t size = 0;
    std::vector<const AvroType *> parts; ///< a union's branches; the item of an array, the value of a map
};

class AvroSchema
{
public:
    /// The error is a sentence about the first thing that Avro's specification does not allow.
    [[nodiscard]] static Core::Expected<AvroSchema, std::string> parse(const std::string &text);

    [[nodiscard]] const AvroType &root() const { return *m_root; }

private:
    std::vector<std::unique_ptr<AvroType>> m_types;
    const AvroType *m_root = nullptr;

    friend class AvroParser;
};

/// Why data written by one schema cannot be read by the other, by the rules of Avro's schema resolution; empty when it can.
[[nodiscard]] std::vector<std::string> incompatibilities(const AvroSchema &reader, const AvroSchema &writer);

} // namespace Sandbox
