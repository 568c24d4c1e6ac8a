// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replicatedengine.h"

namespace Engine {
namespace {

/// Where the arguments of the engine go on after the path and the replica's name: the tokens between `open`
/// (the bracket) and the result are left out.
size_t afterReplicaArguments(const Tokens &tokens, size_t open)
{
    size_t at = open + 1;
    for (int argument = 0; argument < 2; ++argument) {
        if (at >= tokens.size() || tokens[at].kind != Token::Kind::String)
            break;
        ++at;
        if (at < tokens.size() && tokens[at].isSymbol(','))
            ++at;
    }
    return at;
}

} // namespace

std::optional<size_t> engineName(const Statement &statement)
{
    if (!statement.startsWith({"CREATE"}) && !statement.startsWith({"ATTACH"}) && !statement.startsWith({"REPLACE"}))
        return std::nullopt;
    const Tokens &tokens = statement.tokens();
    for (size_t i = 0; i + 2 < tokens.size(); ++i) {
        // What follows AS SELECT is a query, where ENGINE would be a column.
        const bool query =
            tokens[i].isKeyword("AS") &&
            (tokens[i + 1].isKeyword("SELECT") || tokens[i + 1].isKeyword("WITH") || tokens[i + 1].isSymbol('('));
        if (tokens[i].depth == 0 && query)
            return std::nullopt;
        if (statement.startsWith({"ENGINE"}, i) && tokens[i + 1].isSymbol('=') && tokens[i + 2].isIdentifier())
            return i + 2;
    }
    return std::nullopt;
}

Ruling withoutReplication(const Statement &statement)
{
    const auto name = engineName(statement);
    if (!name)
        return {statement.text(), {}};
    const Tokens &tokens = statement.tokens();
    const Token &engine = tokens[*name];
    const std::string original = identifierName(engine);
    for (const std::string_view prefix : {"Replicated", "Shared"}) {
        if (original.rfind(prefix, 0) != 0 || !original.ends_with("MergeTree"))
            continue;
        const std::string plain = original.substr(prefix.size());
        std::string sql = statement.text();
        if (*name + 1 < tokens.size() && tokens[*name + 1].isSymbol('(')) {
            const size_t begin = tokens[*name + 1].end();
            const size_t rest = afterReplicaArguments(tokens, *name + 1);
            sql.erase(begin, (rest < tokens.size() ? tokens[rest].offset : sql.size()) - begin);
        }
        sql.replace(engine.offset, engine.text.size(), plain);
        return {std::move(sql), original + " was created as " + plain + " (the sandbox has one node)"};
    }
    return {statement.text(), {}};
}

} // namespace Engine
