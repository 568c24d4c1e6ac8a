// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inserthead.h"
#include "engine/tokens.h"

namespace Engine {
namespace {

/// The engine's parser skips blanks after the format's name, and one line feed.
size_t skipLineEnd(std::string_view text, size_t at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r'))
        ++at;
    return at < text.size() && text[at] == '\n' ? at + 1 : at;
}

} // namespace

std::optional<size_t> findInsertData(std::string_view text, bool complete)
{
    Tokenizer tokenizer(text);
    Token token, previous;
    for (size_t index = 0; tokenizer.next(token); previous = token, ++index) {
        if (index == 0 && !token.isKeyword("INSERT"))
            return std::nullopt;
        const bool followsName = index > 2 && !previous.isSymbol('.') && !previous.isKeyword("TABLE");
        if (token.depth != 0 || !followsName)
            continue;
        if (token.isKeyword("SELECT") || token.isKeyword("WITH") || token.isKeyword("WATCH"))
            return std::nullopt;
        const bool ended = token.end() < text.size() || complete;
        if (token.isKeyword("VALUES") && ended)
            return token.end();
        if (previous.isKeyword("FORMAT") && token.isIdentifier() && ended && !token.isKeyword("VALUES"))
            return skipLineEnd(text, token.end());
    }
    return std::nullopt;
}

bool mayBeInsert(std::string_view text)
{
    Tokenizer tokenizer(text);
    Token token;
    if (!tokenizer.next(token) || token.end() == text.size())
        return true;
    return token.isKeyword("INSERT");
}

} // namespace Engine
