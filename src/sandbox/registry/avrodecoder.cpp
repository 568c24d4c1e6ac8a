// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/registry/avrocodec.h"

#include <cmath>
#include <cstring>
#include <stdexcept>

namespace Sandbox {

namespace {

using Core::Json;

// A few bytes can ask for any number of empty items, and a recursive type for any depth.
constexpr std::int64_t mostItems = 100'000;
constexpr std::int64_t mostKeys = 10'000; // each is looked for among the others
constexpr int deepest = 64;

/// Reads one datum; throws std::invalid_argument with the sentence.
class Decoder
{
public:
    explicit Decoder(std::string_view data) : m_rest(data) {}

    Json read(const AvroType &type, int depth = 0)
    {
        if (depth > deepest)
            throw std::invalid_argument("the value is nested too deeply");
        switch (type.kind) {
        case AvroType::Kind::Primitive: return readPrimitive(type.name);
        case AvroType::Kind::Record: return readRecord(type, depth);
        case AvroType::Kind::Enum: return type.symbols[readIndex(type.symbols.size())];
        case AvroType::Kind::Fixed: return latin1(take(type.size));
        case AvroType::Kind::Array: return readBlocks(type, depth, Json::array());
        case AvroType::Kind::Map: return readBlocks(type, depth, Json::object());
        case AvroType::Kind::Union: return read(*type.parts[readIndex(type.parts.size())], depth + 1);
        }
        return {};
    }

    void expectEnd() const
    {
        if (!m_rest.empty())
            throw std::invalid_argument("bytes are left behind the value");
    }

private:
    std::string_view take(std::int64_t size)
    {
        if (size < 0 || std::uint64_t(size) > m_rest.size())
            throw std::invalid_argument("the value ends too early");
        const std::string_view taken = m_rest.substr(0, std::size_t(size));
        m_rest.remove_prefix(std::size_t(size));
        return taken;
    }

    std::int64_t readLong()
    {
        std::uint64_t number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1).front());
            number |= std::uint64_t(byte & 0x7f) << shift;
            if (byte < 0x80)
                return std::int64_t(number >> 1) ^ -std::int64_t(number & 1);
        }
        throw std::invalid_argument("an integer is longer than 64 bits");
    }

    std::size_t readIndex(std::size_t count)
    {
        const std::int64_t index = readLong();
        if (index < 0 || std::uint64_t(index) >= count)
            throw std::invalid_argument("a union or enum has no entry " + std::to_string(index));
        return std::size_t(index);
    }

    template <typename Number>
    Json readRaw()
    {
        Number number{};
        std::memcpy(&number, take(sizeof number).data(), sizeof number);
        return std::isfinite(number) ? Json(number) : Json(); // JSON has no other numbers
    }

    static Json latin1(std::string_view bytes)
    {
        return QString::fromLatin1(bytes.data(), qsizetype(bytes.size())).toStdString();
    }

    Json readPrimitive(const std::string &name)
    {
        if (name == "null")
            return {};
        if (name == "boolean")
            return take(1).front() != '\0';
        if (name == "int" || name == "long")
            return readLong();
        if (name == "float")
            return readRaw<float>();
        if (name == "double")
            return readRaw<double>();
        const std::string_view text = take(readLong());
        if (name == "bytes")
            return latin1(text);
        return QString::fromUtf8(text.data(), qsizetype(text.size())).toStdString();
    }

    Json readRecord(const AvroType &type, int depth)
    {
        Json record = Json::object();
        for (const AvroType::Field &field : type.fields)
            record[field.name] = read(*field.type, depth + 1);
        return record;
    }

    /// Arrays and maps come in blocks with their number of items; a negative one is followed by the size in bytes.
    Json readBlocks(const AvroType &type, int depth, Json items)
    {
        for (std::int64_t count = readLong(); count != 0; count = readLong()) {
            if (count < 0) {
                count = count < -mostItems ? mostItems + 1 : -count;
                readLong();
            }
            if (count > (items.is_array() ? mostItems : mostKeys) - std::int64_t(items.size()))
                throw std::invalid_argument("the value has too many items");
            for (; count > 0; --count) {
                if (items.is_array()) {
                    items.push_back(read(*type.parts.front(), depth + 1));
                } else {
                    const std::string key(take(readLong()));
                    items[QString::fromUtf8(QByteArray::fromStdString(key)).toStdString()] =
                        read(*type.parts.front(), depth + 1);
                }
            }
        }
        return items;
    }

    std::string_view m_rest;
};

} // namespace

Core::Expected<Json, std::string> avroDecoded(const AvroSchema &schema, std::string_view bytes)
{
    try {
        Decoder decoder(bytes);
        Json value = decoder.read(schema.root());
        decoder.expectEnd();
        return value;
    } catch (const std::invalid_argument &error) {
        return Core::Unexpected{std::string(error.what())};
    }
}

} // namespace Sandbox
