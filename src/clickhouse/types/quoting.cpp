// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/types/quoting.h"

namespace ClickHouse {

namespace {

/// ClickHouse knows backslash escapes in both kinds of quotes, so the quote and the backslash are all that needs one.
QString quoted(const QString &text, QChar quote)
{
    QString result;
    result.reserve(text.size() + 2);
    result += quote;
    for (const QChar c : text) {
        if (c == quote || c == u'\\')
            result += u'\\';
        result += c;
    }
    result += quote;
    return result;
}

} // namespace

QString quoteIdentifier(const QString &name)
{
    return quoted(name, u'`');
}

QString quoteTableName(const QString &database, const QString &table)
{
    return database.isEmpty() ? quoteIdentifier(table) : quoteIdentifier(database) + u'.' + quoteIdentifier(table);
}

QString quoteString(const QString &text)
{
    return quoted(text, u'\'');
}

} // namespace ClickHouse
