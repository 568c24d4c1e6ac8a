// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/wire.h"

namespace Sandbox::Kafka {

std::optional<std::string> Reader::nullableString()
{
    const std::int16_t size = int16();
    if (size < 0)
        return std::nullopt;
    return std::string(take(static_cast<std::size_t>(size)));
}

std::string_view Reader::bytes()
{
    const std::int32_t size = int32();
    return size < 0 ? std::string_view() : take(static_cast<std::size_t>(size));
}

std::int32_t Reader::count()
{
    const std::int32_t size = int32();
    // No element is smaller than two bytes, so a larger number is a lie that would only cost memory.
    if (size > 0 && static_cast<std::size_t>(size) > m_rest.size() / 2)
        throw Malformed();
    return size;
}

std::string_view Reader::take(std::size_t size)
{
    if (size > m_rest.size())
        throw Malformed();
    const std::string_view taken = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return taken;
}

std::uint64_t Reader::number(std::size_t size)
{
    std::uint64_t value = 0;
    for (const char byte : take(size))
        value = (value << 8) | static_cast<unsigned char>(byte);
    return value;
}

Writer &Writer::string(std::string_view value)
{
    int16(static_cast<std::int16_t>(value.size()));
    m_bytes.append(value);
    return *this;
}

Writer &Writer::bytes(std::string_view value)
{
    int32(static_cast<std::int32_t>(value.size()));
    m_bytes.append(value);
    return *this;
}

Writer &Writer::number(std::uint64_t value, std::size_t size)
{
    for (std::size_t i = size; i-- > 0;)
        m_bytes.push_back(static_cast<char>((value >> (8 * i)) & 0xff));
    return *this;
}

std::int64_t integerAt(std::string_view bytes, std::size_t position, std::size_t size)
{
    std::uint64_t value = 0;
    for (const char byte : bytes.substr(position, size))
        value = (value << 8) | static_cast<unsigned char>(byte);
    const auto shift = 8 * (8 - size);
    return static_cast<std::int64_t>(value << shift) >> shift;
}

void setIntegerAt(std::string &bytes, std::size_t position, std::int64_t value, std::size_t size)
{
    bytes.replace(position, size, Writer().int64(value).take().substr(8 - size));
}

} // namespace Sandbox::Kafka
