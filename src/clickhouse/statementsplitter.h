// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace ClickHouse {

/// Where one statement stands in a text: from its first word to before its semicolon, comments around it left out.
struct StatementRange
{
    qsizetype start = 0;
    qsizetype end = 0;

    [[nodiscard]] QString in(const QString &text) const { return text.mid(start, end - start); }
    friend bool operator==(const StatementRange &, const StatementRange &) = default;
};

/// The statements of a text. Semicolons in strings, quoted names, comments and heredocs part nothing; the data of an
/// INSERT … FORMAT goes to the next empty line.
[[nodiscard]] QList<StatementRange> splitStatements(const QString &text);

/// The statement that Run means with the cursor at this offset: the one around it, with the comments and empty lines
/// before it and the rest of its last line; behind all statements, the last.
[[nodiscard]] std::optional<StatementRange> statementAt(const QString &text, qsizetype cursor);

} // namespace ClickHouse
