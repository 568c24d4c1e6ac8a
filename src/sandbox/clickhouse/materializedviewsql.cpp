// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/materializedviews.h"

#include "sandbox/clickhouse/kafkacluster.h"
#include "sandbox/clickhouse/sqltext.h"

namespace Sandbox {

namespace {

using Core::Json;

std::string textAt(const Json &object, const char *key, const char *fallback = "")
{
    const Json &value = Core::memberAt(object, key);
    return value.is_string() ? value.get<std::string>() : fallback;
}

std::string nameList(const Json &names)
{
    std::string list;
    for (const Json &name : names)
        list += (list.empty() ? "" : ", ") + quotedName(name.get<std::string>());
    return list;
}

} // namespace

MaterializedViewSql::MaterializedViewSql(const std::string &database, const Json &table)
    : m_source(quotedName(database) + '.' + quotedName(textAt(table, "name")))
    , m_integration(database)
{
    const Json &view = Core::memberAt(table, "materialized_view");
    m_database = textAt(view, "database_name", "default");
    m_name = textAt(view, "view_name");
    for (const Json &column : Core::memberAt(table, "columns")) {
        const std::string name = quotedName(textAt(column, "name"));
        m_columnNames.push_back(textAt(column, "name"));
        // A line of its own for each, so that a type with a comment in it cannot swallow the next column.
        m_columns += (m_columns.empty() ? "" : ", ") + name + ' ' + textAt(column, "type") + '\n';
    }
    m_engine = textAt(view, "engine", "MergeTree") + '(' + nameList(Core::memberAt(view, "engine_params")) +
               ") ORDER BY (" + nameList(Core::memberAt(view, "order_by")) + ')';
    if (const auto days = Core::integerAt(view, "ttl_days"); days > 0)
        m_ttl =
            "toDateTime(" + quotedName(textAt(view, "ttl_column")) + ") + INTERVAL " + std::to_string(days) + " DAY";
}

std::string MaterializedViewSql::qualified(const std::string &table) const
{
    return quotedName(m_database) + '.' + quotedName(table);
}

std::string MaterializedViewSql::createTarget() const
{
    return "CREATE TABLE IF NOT EXISTS " + qualified(targetName()) + " (\n" + m_columns + ") ENGINE = " + m_engine +
           (m_ttl.empty() ? "" : " TTL " + m_ttl) + " COMMENT " + quotedText(targetComment());
}

/// For a target that was there already; one without TTL keeps what it has.
std::string MaterializedViewSql::changeTtl() const
{
    return m_ttl.empty() ? std::string() : "ALTER TABLE " + qualified(targetName()) + " MODIFY TTL " + m_ttl;
}

std::string MaterializedViewSql::createView(const std::set<std::string> &targetColumns) const
{
    std::string selected;
    for (const std::string &name : m_columnNames) {
        if (targetColumns.contains(name))
            selected += (selected.empty() ? "" : ", ") + quotedName(name);
    }
    return "CREATE MATERIALIZED VIEW IF NOT EXISTS " + qualified(m_name) + " TO " + qualified(targetName()) +
           " COMMENT " + quotedText(viewComment()) + " AS SELECT " + selected + " FROM " + m_source;
}

std::string MaterializedViewSql::tryTarget() const
{
    return "CREATE TEMPORARY TABLE headgate_try (\n" + m_columns + ") ENGINE = " + m_engine +
           (m_ttl.empty() ? "" : " TTL " + m_ttl);
}

std::string MaterializedViewSql::targetComment() const
{
    return "Filled by the service integration " + m_integration + ". " + m_engine;
}

std::string MaterializedViewSql::viewComment() const
{
    return "Made by the service integration " + m_integration + ". " +
           shortDigest(m_source + m_columns + m_engine + m_ttl);
}

} // namespace Sandbox
