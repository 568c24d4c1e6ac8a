// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/config.h"

#include "document/jsontext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Document {

using Core::Json;

namespace {

ShapeError shapeError(const QString &pointer, const char *sentence)
{
    return {pointer, QCoreApplication::translate("Document::Config", sentence)};
}

/// The lists inside a table that the form edits must be lists of objects.
std::optional<ShapeError> checkList(const Json &table, const char *key, const QString &pointer, const char *sentence)
{
    const Json &list = Core::memberAt(table, key);
    const QString place = pointer + u'/' + QLatin1StringView(key);
    if (list.is_null() && !table.contains(key))
        return std::nullopt;
    if (!list.is_array())
        return shapeError(place, sentence);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!list[i].is_object())
            return shapeError(place + u'/' + QString::number(i), sentence);
    }
    return std::nullopt;
}

std::optional<ShapeError> checkTable(const Json &table, const QString &pointer)
{
    if (!table.is_object()) {
        //: Why the JSON text cannot be used: an element of the list "tables" is not an object
        return shapeError(pointer, QT_TRANSLATE_NOOP("Document::Config", "Each table must be an object in braces."));
    }
    if (auto error = checkList(table, "columns", pointer,
                               //: Why the JSON text cannot be used
                               QT_TRANSLATE_NOOP("Document::Config", "“columns” must be a list of objects.")))
        return error;
    return checkList(table, "topics", pointer,
                     //: Why the JSON text cannot be used
                     QT_TRANSLATE_NOOP("Document::Config", "“topics” must be a list of objects."));
}

} // namespace

Core::Expected<Config, ShapeError> Config::fromJson(const Json &userConfig)
{
    Config config;
    if (userConfig.is_null())
        return config;
    if (!userConfig.is_object()) {
        //: Why the JSON text cannot be used: the whole text is a list or a plain value
        return Core::Unexpected{
            shapeError({}, QT_TRANSLATE_NOOP("Document::Config", "The configuration must be an object in braces."))};
    }
    const Json &tables = Core::memberAt(userConfig, "tables");
    if (!tables.is_array() && !tables.is_null()) {
        //: Why the JSON text cannot be used
        return Core::Unexpected{
            shapeError(u"/tables"_s, QT_TRANSLATE_NOOP("Document::Config", "“tables” must be a list in brackets."))};
    }
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (auto error = checkTable(tables[i], u"/tables/"_s + QString::number(i)))
            return Core::Unexpected{*error};
        config.m_tables.append(makeTable(tables[i]));
    }
    for (const auto &[key, value] : userConfig.items())
        config.m_rest[key] = key == "tables" ? Json() : value;
    return config;
}

Json Config::toJson() const
{
    Json tables = Json::array();
    for (const TablePtr &table : m_tables)
        tables.push_back(table->json());
    Json json = m_rest;
    if (json.contains("tables") || !m_tables.isEmpty())
        json["tables"] = std::move(tables);
    return json;
}

QByteArray Config::text() const
{
    QList<QByteArray> members;
    const auto tablesText = [this] {
        if (m_tables.isEmpty())
            return "    \"tables\": []"_ba;
        QList<QByteArray> fragments;
        for (const TablePtr &table : m_tables)
            fragments.append("        " + table->text());
        return "    \"tables\": [\n" + fragments.join(",\n") + "\n    ]";
    };
    for (const auto &[key, value] : m_rest.items())
        members.append(key == "tables" ? tablesText() : "    " + inlineText(key) + ": " + guideText(value, 1));
    if (!m_rest.contains("tables") && !m_tables.isEmpty())
        members.append(tablesText());
    return members.isEmpty() ? "{}"_ba : "{\n" + members.join(",\n") + "\n}";
}

void Config::insertTable(int row, TablePtr table)
{
    m_tables.insert(row, std::move(table));
}

void Config::setTable(int row, TablePtr table)
{
    m_tables[row] = std::move(table);
}

void Config::removeTable(int row)
{
    m_tables.removeAt(row);
}

void Config::moveTable(int from, int to)
{
    m_tables.move(from, to);
}

void Config::setRest(const QString &key, Json value)
{
    m_rest[Core::toStdString(key)] = std::move(value);
}

void Config::removeRest(const QString &key)
{
    m_rest.erase(Core::toStdString(key));
}

void Config::shareWith(const Config &other)
{
    for (qsizetype row = 0; row < m_tables.size(); ++row) {
        // A table inserted or removed above shifts the rest by one, so the neighbours are tried too.
        for (const qsizetype near : {row, row - 1, row + 1}) {
            if (near >= 0 && near < other.m_tables.size() && m_tables[row] != other.m_tables[near] &&
                m_tables[row]->json() == other.m_tables[near]->json()) {
                m_tables[row] = other.m_tables[near];
                break;
            }
        }
    }
}

int Config::rowOf(const QString &tableName) const
{
    for (qsizetype row = 0; row < m_tables.size(); ++row) {
        if (m_tables[row]->name() == tableName)
            return int(row);
    }
    return -1;
}

bool operator==(const Config &mine, const Config &other)
{
    return mine.m_rest == other.m_rest &&
           std::equal(mine.m_tables.begin(), mine.m_tables.end(), other.m_tables.begin(), other.m_tables.end(),
                      [](const TablePtr &a, const TablePtr &b) { return a == b || a->json() == b->json(); });
}

} // namespace Document
