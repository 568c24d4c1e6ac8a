// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compression/negotiation.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace Engine {
namespace {

struct Named
{
    const char *name;
    Method method;
};

constexpr std::array known{Named{"zstd", Method::Zstd}, Named{"br", Method::Brotli}, Named{"lz4", Method::Lz4},
                           Named{"gzip", Method::Gzip}, Named{"deflate", Method::Deflate}};

std::string inSmallLetters(std::string_view text)
{
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return std::tolower(c); });
    std::erase_if(small, [](unsigned char c) { return std::isspace(c); });
    return small;
}

/// "gzip;q=0" refuses it.
bool accepts(std::string_view list, std::string_view name)
{
    while (!list.empty()) {
        const std::string_view item = list.substr(0, list.find(','));
        list.remove_prefix(std::min(item.size() + 1, list.size()));
        const size_t semicolon = std::min(item.find(';'), item.size());
        if (item.substr(0, semicolon) == name)
            return item.substr(semicolon).find_first_not_of(";q=0.") != std::string_view::npos ||
                   semicolon == item.size();
    }
    return false;
}

} // namespace

std::optional<Method> methodOf(std::string_view contentEncoding)
{
    const std::string name = inSmallLetters(contentEncoding);
    if (name.empty() || name == "identity")
        return Method::None;
    const auto found = std::find_if(known.begin(), known.end(), [&name](const Named &one) { return name == one.name; });
    return found == known.end() ? std::nullopt : std::optional(found->method);
}

Method chooseMethod(std::string_view acceptEncoding)
{
    const std::string list = inSmallLetters(acceptEncoding);
    const auto found =
        std::find_if(known.begin(), known.end(), [&list](const Named &one) { return accepts(list, one.name); });
    return found == known.end() ? Method::None : found->method;
}

const char *nameOf(Method method)
{
    const auto found =
        std::find_if(known.begin(), known.end(), [method](const Named &one) { return one.method == method; });
    return found == known.end() ? "identity" : found->name;
}

} // namespace Engine
