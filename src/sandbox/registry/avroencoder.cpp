// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/registry/avrocodec.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <stdexcept>

namespace Sandbox {

namespace {

using Core::Json;

// Unions try their branches, recursive types may have defaults that never end.
constexpr int mostSteps = 1'000'000;
constexpr int deepest = 64;

/// Writes one datum; throws std::invalid_argument with the sentence, or std::length_error.
class Encoder
{
public:
    void write(const AvroType &type, const Json &value, const std::string &path)
    {
        if (++m_steps > mostSteps || m_depth > deepest)
            throw std::length_error("the value is too large or too deep");
        ++m_depth;
        writeKind(type, value, path);
        --m_depth;
    }

    std::string bytes;

private:
    void writeKind(const AvroType &type, const Json &value, const std::string &path)
    {
        switch (type.kind) {
        case AvroType::Kind::Primitive: writePrimitive(type.name, value, path); break;
        case AvroType::Kind::Record: writeRecord(type, value, path); break;
        case AvroType::Kind::Enum: writeEnum(type, value, path); break;
        case AvroType::Kind::Fixed: writeFixed(type, value, path); break;
        case AvroType::Kind::Array: writeArray(type, value, path); break;
        case AvroType::Kind::Map: writeMap(type, value, path); break;
        case AvroType::Kind::Union: writeUnion(type, value, path); break;
        }
    }

    [[noreturn]] static void fail(const std::string &path, const std::string &expected)
    {
        throw std::invalid_argument((path.empty() ? "the value" : path) + " has to be " + expected);
    }

    /// Zigzag, seven bits a byte.
    void writeLong(std::int64_t number)
    {
        auto rest = (std::uint64_t(number) << 1) ^ std::uint64_t(number >> 63);
        for (; rest > 0x7f; rest >>= 7)
            bytes.push_back(char(rest | 0x80));
        bytes.push_back(char(rest));
    }

    void writeText(const std::string &text)
    {
        writeLong(std::int64_t(text.size()));
        bytes += text;
    }

    template <typename Number>
    void writeRaw(Number number)
    {
        char raw[sizeof number];
        std::memcpy(raw, &number, sizeof number); // the sandbox runs on little-endian machines, like Avro's format
        bytes.append(raw, sizeof number);
    }

    static std::string latin1(const Json &value, const std::string &path)
    {
        if (!value.is_string())
            fail(path, "a text of the characters U+0000 to U+00FF");
        std::string text;
        for (const QChar c : Core::toQString(value.get<std::string>())) {
            if (c.unicode() > 0xff)
                fail(path, "a text of the characters U+0000 to U+00FF");
            text.push_back(char(c.unicode()));
        }
        return text;
    }

    void writePrimitive(const std::string &name, const Json &value, const std::string &path)
    {
        if (name == "null") {
            if (!value.is_null())
                fail(path, "null");
        } else if (name == "boolean") {
            if (!value.is_boolean())
                fail(path, "true or false");
            bytes.push_back(value.get<bool>() ? '\1' : '\0');
        } else if (name == "int" || name == "long") {
            writeInteger(name, value, path);
        } else if (name == "float" || name == "double") {
            if (!value.is_number())
                fail(path, "a number");
            name == "float" ? writeRaw(value.get<float>()) : writeRaw(value.get<double>());
        } else if (name == "bytes") {
            writeText(latin1(value, path));
        } else {
            if (!value.is_string())
                fail(path, "a text");
            writeText(value.get<std::string>());
        }
    }

    void writeInteger(const std::string &name, const Json &value, const std::string &path)
    {
        const bool isTooLarge = value.is_number_unsigned() &&
                                value.get<std::uint64_t>() > std::uint64_t(std::numeric_limits<std::int64_t>::max());
        if (!value.is_number_integer() || isTooLarge)
            fail(path, "an integer");
        const auto number = value.get<std::int64_t>();
        if (name == "int" &&
            (number < std::numeric_limits<std::int32_t>::min() || number > std::numeric_limits<std::int32_t>::max()))
            fail(path, "an integer of 32 bits");
        writeLong(number);
    }

    void writeRecord(const AvroType &type, const Json &value, const std::string &path)
    {
        if (!value.is_object())
            fail(path, "an object for the record " + type.name);
        for (const AvroType::Field &field : type.fields) {
            const auto member = value.find(field.name);
            const std::string place = path.empty() ? field.name : path + '.' + field.name;
            if (member != value.end())
                write(*field.type, *member, place);
            else if (field.hasDefault)
                write(*field.type, field.defaultValue, place);
            else
                fail(place, "given");
        }
    }

    void writeEnum(const AvroType &type, const Json &value, const std::string &path)
    {
        const auto symbol = value.is_string()
                                ? std::find(type.symbols.begin(), type.symbols.end(), value.get<std::string>())
                                : type.symbols.end();
        if (symbol == type.symbols.end())
            fail(path, "a symbol of " + type.name);
        writeLong(symbol - type.symbols.begin());
    }

    void writeFixed(const AvroType &type, const Json &value, const std::string &path)
    {
        const std::string text = latin1(value, path);
        if (std::int64_t(text.size()) != type.size)
            fail(path, std::to_string(type.size) + " bytes long");
        bytes += text;
    }

    void writeArray(const AvroType &type, const Json &value, const std::string &path)
    {
        if (!value.is_array())
            fail(path, "a list");
        if (!value.empty()) {
            writeLong(std::int64_t(value.size()));
            for (std::size_t index = 0; index < value.size(); ++index)
                write(*type.parts.front(), value[index], path + '[' + std::to_string(index) + ']');
        }
        writeLong(0);
    }

    void writeMap(const AvroType &type, const Json &value, const std::string &path)
    {
        if (!value.is_object())
            fail(path, "an object");
        if (!value.empty()) {
            writeLong(std::int64_t(value.size()));
            for (const auto &[key, member] : value.items()) {
                writeText(key);
                write(*type.parts.front(), member, path + '.' + key);
            }
        }
        writeLong(0);
    }

    /// The first branch that takes the value.
    void writeUnion(const AvroType &type, const Json &value, const std::string &path)
    {
        for (std::size_t index = 0; index < type.parts.size(); ++index) {
            const AvroType &branch = *type.parts[index];
            const bool isTagged = value.is_object() && value.size() == 1 && value.begin().key() == branch.name;
            if (tryBranch(index, branch, value, path) || (isTagged && tryBranch(index, branch, *value.begin(), path)))
                return;
        }
        fail(path, "of a type of its union");
    }

    bool tryBranch(std::size_t index, const AvroType &branch, const Json &value, const std::string &path)
    {
        const std::size_t before = bytes.size();
        const int depth = m_depth;
        try {
            writeLong(std::int64_t(index));
            write(branch, value, path);
            return true;
        } catch (const std::invalid_argument &) {
            bytes.resize(before);
            m_depth = depth;
            return false;
        }
    }

    int m_steps = 0;
    int m_depth = 0;
};

} // namespace

Core::Expected<std::string, std::string> avroEncoded(const AvroSchema &schema, const Json &value)
{
    Encoder encoder;
    try {
        encoder.write(schema.root(), value, {});
    } catch (const std::logic_error &error) { // what both are
        return Core::Unexpected{std::string(error.what())};
    }
    return std::move(encoder.bytes);
}

} // namespace Sandbox
