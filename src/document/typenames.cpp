// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/typenames.h"

#include "document/typegrammar.h"

using namespace Qt::StringLiterals;

namespace Document {

const QHash<QString, Arity> &composedTypes()
{
    static const QHash<QString, Arity> types{
        {u"Array"_s, {1, 1}},
        {u"Nullable"_s, {1, 1}},
        {u"LowCardinality"_s, {1, 1}},
        {u"Map"_s, {2, 2}},
        {u"Tuple"_s, {0, -1}},
        {u"Nested"_s, {1, -1}},
        {u"FixedString"_s, {1, 1}},
        {u"DateTime64"_s, {1, 2}},
        {u"Decimal32"_s, {1, 1}},
        {u"Decimal64"_s, {1, 1}},
        {u"Decimal128"_s, {1, 1}},
        {u"Decimal256"_s, {1, 1}},
        {u"Enum8"_s, {1, -1}},
        {u"Enum16"_s, {1, -1}},
        {u"Variant"_s, {0, -1}},
        {u"AggregateFunction"_s, {1, -1}},
        {u"SimpleAggregateFunction"_s, {2, -1}},
    };
    return types;
}

namespace {

const QStringList &plainTypes()
{
    static const QStringList types{
        u"String"_s,          u"UInt8"_s,    u"UInt16"_s,   u"UInt32"_s,   u"UInt64"_s,       u"UInt128"_s,
        u"UInt256"_s,         u"Int8"_s,     u"Int16"_s,    u"Int32"_s,    u"Int64"_s,        u"Int128"_s,
        u"Int256"_s,          u"Float32"_s,  u"Float64"_s,  u"BFloat16"_s, u"Bool"_s,         u"Date"_s,
        u"Date32"_s,          u"DateTime"_s, u"UUID"_s,     u"IPv4"_s,     u"IPv6"_s,         u"JSON"_s,
        u"Dynamic"_s,         u"Point"_s,    u"Ring"_s,     u"Polygon"_s,  u"MultiPolygon"_s, u"LineString"_s,
        u"MultiLineString"_s, u"Nothing"_s,  u"Time"_s,     u"Time64"_s,   u"Decimal"_s,      u"Enum"_s,
        u"Object"_s,          u"QBit"_s,     u"Geometry"_s,
    };
    return types;
}

/// ClickHouse takes these SQL names in any case.
bool isAlias(const QString &name)
{
    static const QStringList aliases{
        u"TINYINT"_s,   u"SMALLINT"_s,  u"INT"_s,        u"INTEGER"_s,  u"BIGINT"_s,     u"FLOAT"_s,    u"DOUBLE"_s,
        u"REAL"_s,      u"DEC"_s,       u"NUMERIC"_s,    u"DECIMAL"_s,  u"FIXED"_s,      u"VARCHAR"_s,  u"CHAR"_s,
        u"TEXT"_s,      u"CHARACTER"_s, u"BLOB"_s,       u"BYTEA"_s,    u"BOOL"_s,       u"BOOLEAN"_s,  u"DATE"_s,
        u"DATETIME"_s,  u"TIMESTAMP"_s, u"JSON"_s,       u"INET4"_s,    u"INET6"_s,      u"ENUM"_s,     u"BINARY"_s,
        u"VARBINARY"_s, u"SIGNED"_s,    u"UNSIGNED"_s,   u"BYTE"_s,     u"UUID"_s,       u"YEAR"_s,     u"BIT"_s,
        u"SET"_s,       u"TIME"_s,      u"NCHAR"_s,      u"NVARCHAR"_s, u"CLOB"_s,       u"LONGTEXT"_s, u"MEDIUMTEXT"_s,
        u"TINYTEXT"_s,  u"SINGLE"_s,    u"DATETIME64"_s, u"DATE32"_s,   u"DATETIME32"_s, u"GEOMETRY"_s,
    };
    return aliases.contains(name.toUpper());
}

/// Edit distance, given up above two.
bool isNear(const QString &a, const QString &b)
{
    if (qAbs(a.size() - b.size()) > 2)
        return false;
    QList<qsizetype> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype above = row[j];
            const qsizetype replaced = diagonal + (a[i - 1].toLower() == b[j - 1].toLower() ? 0 : 1);
            row[j] = qMin(replaced, qMin(above, row[j - 1]) + 1);
            diagonal = above;
        }
    }
    // "Nat" is no misspelt "Map": short names must agree but for the case or one letter.
    return row[b.size()] <= (b.size() > 4 ? 2 : 1);
}

} // namespace

bool isKnownType(const QString &name)
{
    return plainTypes().contains(name) || composedTypes().contains(name) || name == "DateTime32"_L1 ||
           name.startsWith("Interval"_L1) || isAlias(name);
}

QString nearestType(const QString &name)
{
    if (name.size() > 30)
        return {};
    const QStringList all = plainTypes() + composedTypes().keys();
    for (const QString &known : all) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return known;
    }
    for (const QString &known : all) {
        if (isNear(name, known))
            return known;
    }
    return {};
}

const QStringList &typeNames()
{
    static const QStringList names = [] {
        QStringList composed = composedTypes().keys();
        composed << u"Decimal"_s;
        composed.sort();
        QStringList all = plainTypes();
        for (const QString &name : composed)
            all << name + u'(';
        return all;
    }();
    return names;
}

} // namespace Document
