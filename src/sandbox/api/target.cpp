// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/router.h"

#include <QStringDecoder>

namespace Sandbox {

namespace {

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool isUtf8(const std::string &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(QByteArrayView(text.data(), qsizetype(text.size())));
    return !decoder.hasError();
}

std::optional<std::string> decoded(std::string_view text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            plain += text[at];
            continue;
        }
        if (at + 2 >= text.size() || digit(text[at + 1]) < 0 || digit(text[at + 2]) < 0)
            return std::nullopt;
        plain += char(digit(text[at + 1]) * 16 + digit(text[at + 2]));
        at += 2;
    }
    return isUtf8(plain) ? std::optional(plain) : std::nullopt;
}

/// Calls the function with each piece between the separators.
template <typename Use>
void forEachPiece(std::string_view text, char separator, Use use)
{
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(separator, from), text.size());
        use(text.substr(from, to - from));
        from = to + 1;
    }
}

} // namespace

std::optional<std::vector<std::string>> splitPath(std::string_view target)
{
    const std::string_view path = target.substr(0, target.find('?'));
    if (!path.starts_with('/'))
        return std::nullopt;
    std::vector<std::string> parts;
    bool isWhole = true;
    forEachPiece(path.substr(1), '/', [&](std::string_view piece) {
        const auto part = decoded(piece);
        isWhole = isWhole && part;
        parts.push_back(part.value_or(std::string()));
    });
    return isWhole ? std::optional(parts) : std::nullopt;
}

std::map<std::string, std::string> splitQuery(std::string_view target)
{
    std::map<std::string, std::string> query;
    const std::size_t mark = target.find('?');
    if (mark == std::string_view::npos)
        return query;
    forEachPiece(target.substr(mark + 1), '&', [&query](std::string_view piece) {
        const std::size_t equals = std::min(piece.find('='), piece.size());
        const auto name = decoded(piece.substr(0, equals));
        const auto value = decoded(equals < piece.size() ? piece.substr(equals + 1) : std::string_view());
        if (name && value)
            query.try_emplace(*name, *value);
    });
    return query;
}

} // namespace Sandbox
