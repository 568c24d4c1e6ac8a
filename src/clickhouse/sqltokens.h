// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ClickHouse {

/// A piece of SQL text, cut as ClickHouse's own lexer cuts it.
struct SqlToken
{
    enum class Kind { Space, Comment, Word, Number, String, QuotedName, Heredoc, Symbol, Semicolon };

    Kind kind = Kind::Space;
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return start + length; }
    [[nodiscard]] QStringView in(QStringView sql) const { return sql.mid(start, length); }
};

/// The token that begins here, on condition that one does.
[[nodiscard]] SqlToken tokenAt(QStringView sql, qsizetype at);
/// Every character belongs to exactly one token; an unterminated quote or comment goes to the end of the text.
[[nodiscard]] QList<SqlToken> tokenize(QStringView sql);
/// Without spaces and comments.
[[nodiscard]] QList<SqlToken> significantTokens(QStringView sql);
/// The name that a word or quoted name means, or the text of a string literal.
[[nodiscard]] QString unquoted(QStringView token);

} // namespace ClickHouse
