// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/urlquery.h"

#include <algorithm>
#include <charconv>

namespace Engine {
namespace {

std::string decoded(std::string_view text)
{
    std::string out;
    for (size_t at = 0; at < text.size(); ++at) {
        unsigned value = 0;
        const char *digits = text.data() + at + 1;
        if (text[at] == '+') {
            out += ' ';
        } else if (text[at] == '%' && at + 2 < text.size() &&
                   std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
            out += static_cast<char>(value);
            at += 2;
        } else {
            out += text[at];
        }
    }
    return out;
}

} // namespace

std::multimap<std::string, std::string> readUrlQuery(std::string_view target)
{
    std::multimap<std::string, std::string> parameters;
    const size_t mark = target.find('?');
    if (mark == std::string_view::npos)
        return parameters;
    std::string_view rest = target.substr(mark + 1);
    rest = rest.substr(0, rest.find('#'));
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        if (pair.empty())
            continue;
        const size_t equals = std::min(pair.find('='), pair.size());
        parameters.emplace(decoded(pair.substr(0, equals)), decoded(pair.substr(std::min(equals + 1, pair.size()))));
    }
    return parameters;
}

} // namespace Engine
