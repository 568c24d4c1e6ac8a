// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace Sandbox::Kafka {

/// A request that is not what its kind and version say.
class Malformed : public std::runtime_error
{
public:
    Malformed() : std::runtime_error("malformed request") {}
};

/// Takes values of Kafka's protocol from bytes, in the encoding of the versions before the "flexible" ones. Throws
/// Malformed when they end early.
class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) {}

    [[nodiscard]] std::int8_t int8() { return static_cast<std::int8_t>(number(1)); }
    [[nodiscard]] std::int16_t int16() { return static_cast<std::int16_t>(number(2)); }
    [[nodiscard]] std::int32_t int32() { return static_cast<std::int32_t>(number(4)); }
    [[nodiscard]] std::int64_t int64() { return static_cast<std::int64_t>(number(8)); }
    [[nodiscard]] bool boolean() { return int8() != 0; }
    [[nodiscard]] std::string string() { return nullableString().value_or(std::string()); }
    [[nodiscard]] std::optional<std::string> nullableString();
    /// Valid as long as the bytes are; a null is empty.
    [[nodiscard]] std::string_view bytes();
    /// How many elements follow, -1 for a null array.
    [[nodiscard]] std::int32_t count();

    template <typename Element>
    [[nodiscard]] auto list(Element element)
    {
        std::vector<decltype(element(*this))> elements;
        for (std::int32_t i = 0, size = count(); i < size; ++i)
            elements.push_back(element(*this));
        return elements;
    }

private:
    [[nodiscard]] std::string_view take(std::size_t size);
    [[nodiscard]] std::uint64_t number(std::size_t size);

    std::string_view m_rest;
};

/// Puts values together the same way.
class Writer
{
public:
    Writer &int8(std::int8_t value) { return number(static_cast<std::uint64_t>(value), 1); }
    Writer &int16(std::int16_t value) { return number(static_cast<std::uint64_t>(value), 2); }
    Writer &int32(std::int32_t value) { return number(static_cast<std::uint64_t>(value), 4); }
    Writer &int64(std::int64_t value) { return number(static_cast<std::uint64_t>(value), 8); }
    Writer &boolean(bool value) { return int8(value ? 1 : 0); }
    Writer &string(std::string_view value);
    Writer &nullString() { return int16(-1); }
    Writer &bytes(std::string_view value);
    Writer &count(std::size_t size) { return int32(static_cast<std::int32_t>(size)); }
    Writer &nullArray() { return int32(-1); }

    [[nodiscard]] std::string take() { return std::move(m_bytes); }

private:
    Writer &number(std::uint64_t value, std::size_t size);

    std::string m_bytes;
};

/// A big-endian number in the middle of bytes.
[[nodiscard]] std::int64_t integerAt(std::string_view bytes, std::size_t position, std::size_t size);
void setIntegerAt(std::string &bytes, std::size_t position, std::int64_t value, std::size_t size);

} // namespace Sandbox::Kafka
