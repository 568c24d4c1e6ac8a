// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tokens.h"

#include <optional>
#include <string>

namespace Engine {

/// A statement in the canonical text that the engine's own parser gave back (formatQuerySingleLine): one
/// statement, no comments, keywords in capitals. That is why its tokens can be trusted.
class Statement
{
public:
    explicit Statement(std::string canonical);
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }

    /// Whether the tokens at `index` are these keywords, at the outermost level.
    [[nodiscard]] bool startsWith(std::initializer_list<std::string_view> keywords, size_t index = 0) const;
    /// The first place of these keywords at the outermost level.
    [[nodiscard]] std::optional<size_t> find(std::initializer_list<std::string_view> keywords, size_t from = 0) const;

    /// Gives rows that can be streamed: SELECT and what describes things.
    [[nodiscard]] bool isReading() const;
    /// INSERT … FORMAT x: its rows come with the request.
    [[nodiscard]] bool takesData() const;
    [[nodiscard]] bool isInsert() const { return startsWith({"INSERT"}); }
    [[nodiscard]] bool isKillQuery() const { return startsWith({"KILL", "QUERY"}); }

    /// The FORMAT that the statement itself asks for.
    [[nodiscard]] std::string format() const;
    /// The text that writes its rows to a file.
    [[nodiscard]] std::string intoFile(const std::string &file, const std::string &defaultFormat) const;
    /// The text of an INSERT that takes its rows from a file.
    [[nodiscard]] std::string fromFile(const std::string &file) const;

private:
    [[nodiscard]] std::optional<size_t> formatClause() const;
    [[nodiscard]] std::string inserted(size_t offset, const std::string &clause) const;

    std::string m_text;
    Tokens m_tokens;
};

} // namespace Engine
