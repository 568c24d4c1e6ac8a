// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/table.h"

#include "document/jsontext.h"

namespace Document {

using Core::Json;

namespace {

constexpr int tableLevel = 2; ///< below the document's object and its list of tables

QList<Column> columnsOf(const Json &table)
{
    const Json &list = Core::memberAt(table, "columns");
    QList<Column> columns;
    columns.reserve(qsizetype(list.size()));
    for (const Json &column : list)
        columns.append({Core::textAt(column, "name"), Core::textAt(column, "type")});
    return columns;
}

QStringList topicsOf(const Json &table)
{
    QStringList topics;
    for (const Json &topic : Core::memberAt(table, "topics"))
        topics.append(Core::textAt(topic, "name"));
    return topics;
}

} // namespace

Table::Table(Json json)
    : m_json(std::move(json))
    , m_name(Core::textAt(m_json, "name"))
    , m_group(Core::textAt(m_json, "group_name"))
    , m_topics(topicsOf(m_json))
    , m_columns(columnsOf(m_json))
{}

QString Table::format() const
{
    return Core::textAt(m_json, "data_format");
}

bool Table::hasView() const
{
    return Core::memberAt(m_json, "materialized_view").is_object();
}

const QByteArray &Table::text() const
{
    if (!m_text)
        m_text = guideText(m_json, tableLevel);
    return *m_text;
}

TablePtr makeTable(Json json)
{
    return std::make_shared<const Table>(std::move(json));
}

} // namespace Document
