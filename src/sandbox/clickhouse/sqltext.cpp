// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/sqltext.h"

#include <algorithm>

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

/// The text behind the first `end`, or nothing.
std::string_view behind(std::string_view text, std::string_view end)
{
    const auto at = text.find(end);
    return at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
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

std::string firstWord(std::string_view sql)
{
    for (;;) {
        sql.remove_prefix(std::min(sql.find_first_not_of(" \t\r\n\f\v"), sql.size()));
        if (sql.starts_with("--") || sql.starts_with('#'))
            sql = behind(sql, "\n");
        else if (sql.starts_with("/*"))
            sql = behind(sql, "*/");
        else
            break;
    }
    std::string word;
    for (const char c : sql) {
        if (!isWordCharacter(c))
            break;
        word.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    return word;
}

} // namespace Sandbox
