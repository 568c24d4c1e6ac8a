// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/sqltext.h"

namespace Sandbox {

namespace {

std::string quoted(std::string_view text, char quote)
{
    std::string result(1, quote);
    for (const char c : text) {
        if (c == quote || c == '\\')
            result.push_back('\\');
        result.push_back(c);
    }
    result.push_back(quote);
    return result;
}

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

} // namespace

std::string quotedName(std::string_view name)
{
    return quoted(name, '`');
}

std::string quotedText(std::string_view text)
{
    return quoted(text, '\'');
}

std::string fileName(std::string_view name)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : name) {
        if (isWordCharacter(c)) {
            result.push_back(c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        result.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return result;
}

} // namespace Sandbox
