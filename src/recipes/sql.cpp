// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recipes.h"

#include "clickhouse/types/quoting.h"

using namespace Qt::StringLiterals;

namespace Recipes {

namespace {

QString columnList(const QList<Document::Column> &columns)
{
    QStringList texts;
    for (const Document::Column &column : columns)
        texts.append(ClickHouse::quoteIdentifier(column.name) + u' ' + column.type);
    return texts.join(u", ");
}

/// A value that fits the type and shows where to type one's own.
QString exampleValue(const QString &type)
{
    static const QStringList numbers{u"UInt"_s, u"Int"_s, u"Float"_s, u"Decimal"_s, u"Bool"_s};
    for (const QString &number : numbers) {
        if (type.startsWith(number))
            return u"1"_s;
    }
    if (type.startsWith("Nullable("_L1) || type.startsWith("LowCardinality("_L1)) {
        const QString inner = type.sliced(type.indexOf(u'(') + 1);
        return exampleValue(inner.left(inner.size() - 1));
    }
    if (type.startsWith("DateTime"_L1))
        return u"now()"_s;
    if (type.startsWith("Date"_L1))
        return u"today()"_s;
    if (type == "UUID"_L1)
        return u"generateUUIDv4()"_s;
    if (type.startsWith("Array("_L1))
        return u"[]"_s;
    return type == "String"_L1 || type.startsWith("FixedString"_L1) ? ClickHouse::quoteString(u"Michelangelo"_s)
                                                                    : u"NULL"_s;
}

} // namespace

QString createDestinationSql(const QString &destination, const QList<Document::Column> &columns, const QString &orderBy)
{
    return u"CREATE TABLE %1 (%2)\nENGINE = ReplicatedMergeTree()\nORDER BY %3"_s.arg(
        ClickHouse::quoteIdentifier(destination), columnList(columns), ClickHouse::quoteIdentifier(orderBy));
}

QString createViewSql(const QString &view, const QString &destination, const QString &database, const QString &table)
{
    return u"CREATE MATERIALIZED VIEW %1 TO %2 AS\nSELECT *\nFROM %3"_s.arg(
        ClickHouse::quoteIdentifier(view), ClickHouse::quoteIdentifier(destination),
        ClickHouse::quoteTableName(database, table));
}

QString selectSql(const QString &database, const QString &table)
{
    return u"SELECT * FROM "_s + ClickHouse::quoteTableName(database, table);
}

QString insertSql(const QString &database, const QString &table, const QList<Document::Column> &columns)
{
    QStringList names;
    QStringList values;
    for (const Document::Column &column : columns) {
        names.append(ClickHouse::quoteIdentifier(column.name));
        values.append(exampleValue(column.type));
    }
    return u"INSERT INTO %1 (%2)\nVALUES (%3)"_s.arg(ClickHouse::quoteTableName(database, table), names.join(u", "),
                                                     values.join(u", "));
}

} // namespace Recipes
