// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/materializedviews.h"

#include "sandbox/clickhouse/sqltext.h"

#include <algorithm>

namespace Sandbox {

namespace {

using Core::Json;
using Outcome = Core::Outcome<EngineError>;

constexpr int invalid = 36;    ///< ClickHouse's BAD_ARGUMENTS
constexpr int isTaken = 57;    ///< ClickHouse's TABLE_ALREADY_EXISTS
constexpr int noDatabase = 81; ///< ClickHouse's UNKNOWN_DATABASE

Outcome refusal(int code, const std::string &path, const std::string &message)
{
    return Core::Unexpected{EngineError{code, message, path}};
}

bool holdsColumn(const Json &table, const Json &name)
{
    const Json &columns = Core::memberAt(table, "columns");
    return std::any_of(columns.begin(), columns.end(),
                       [&name](const Json &column) { return Core::memberAt(column, "name") == name; });
}

const Json &viewOf(const Json &table)
{
    return Core::memberAt(table, "materialized_view");
}

/// What the schema cannot tell.
Outcome checkRules(const Json &table, const std::string &path)
{
    const Json &view = viewOf(table);
    for (const char *key : {"order_by", "engine_params"}) {
        const Json &names = Core::memberAt(view, key);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!holdsColumn(table, names[i]))
                return refusal(invalid, path + '.' + key + '[' + std::to_string(i) + ']',
                               "The table has no column '" + names[i].get<std::string>() + "'");
        }
    }
    const Json &ttlColumn = Core::memberAt(view, "ttl_column");
    if (!ttlColumn.is_null() && !holdsColumn(table, ttlColumn))
        return refusal(invalid, path + ".ttl_column", "The table has no column '" + ttlColumn.get<std::string>() + "'");
    for (const char *key : {"ttl_days", "local_disk_ttl_days"}) {
        if (!Core::memberAt(view, key).is_null() && ttlColumn.is_null())
            return refusal(invalid, path + '.' + key, std::string(key) + " needs a ttl_column");
    }
    if (!Core::memberAt(view, "local_disk_ttl_days").is_null())
        return refusal(invalid, path + ".local_disk_ttl_days",
                       "The sandbox has no object storage to move rows to: leave local_disk_ttl_days out");
    return std::monostate{};
}

} // namespace

MaterializedViews::MaterializedViews(std::string database, RunSql run)
    : m_database(std::move(database))
    , m_run(std::move(run))
{}

Outcome MaterializedViews::check(const Json &tables)
{
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (viewOf(tables[i]).is_null())
            continue;
        if (auto checked = checkView(tables[i], i); !checked)
            return checked;
        for (std::size_t j = 0; j < i; ++j) {
            const MaterializedViewSql mine(m_database, tables[i]);
            const MaterializedViewSql other(m_database, tables[j]);
            if (!viewOf(tables[j]).is_null() && mine.qualified(mine.name()) == other.qualified(other.name()))
                return refusal(isTaken, "tables[" + std::to_string(i) + "].materialized_view.view_name",
                               "The name '" + mine.name() + "' is used twice");
        }
    }
    return std::monostate{};
}

Outcome MaterializedViews::checkView(const Json &table, std::size_t index)
{
    const std::string path = "tables[" + std::to_string(index) + "].materialized_view";
    if (auto checked = checkRules(table, path); !checked)
        return checked;
    const MaterializedViewSql sql(m_database, table);
    if (sql.database().starts_with("service_") || sql.database().starts_with("endpoint_"))
        return refusal(invalid, path + ".database_name", "Databases of integrations cannot hold the view");
    if (auto checked = checkPlaces(sql, path); !checked)
        return checked;
    auto tried = execute(sql.tryTarget());
    if (!tried && tried.error().code != 0)
        return refusal(tried.error().code, path, tried.error().message);
    return tried;
}

Outcome MaterializedViews::checkPlaces(const MaterializedViewSql &sql, const std::string &path)
{
    const auto databases = m_run("SELECT name FROM system.databases WHERE name = " + quotedText(sql.database()));
    if (!databases)
        return Core::Unexpected{databases.error()};
    if (databases->data.empty())
        return refusal(noDatabase, path + ".database_name", "Database " + sql.database() + " does not exist");
    const auto found = existing("database = " + quotedText(sql.database()) + " AND name IN (" + quotedText(sql.name()) +
                                ", " + quotedText(sql.targetName()) + ')');
    if (!found)
        return Core::Unexpected{found.error()};
    const std::string own = sql.viewComment().substr(0, sql.viewComment().find('.') + 1);
    for (const Existing &table : *found) {
        if (table.name == sql.name() && !table.comment.starts_with(own))
            return refusal(isTaken, path + ".view_name",
                           "Table " + sql.qualified(sql.name()) + " exists already and is not this integration's");
        if (table.name == sql.targetName() && table.comment != sql.targetComment())
            return refusal(isTaken, path + ".order_by",
                           "Table " + sql.qualified(sql.targetName()) +
                               " exists already with another engine or order, which cannot be changed: drop it, or "
                               "choose another view_name");
    }
    return std::monostate{};
}

Outcome MaterializedViews::dropOthers(const Json &tables)
{
    const auto found = existing("engine = 'MaterializedView' AND startsWith(comment, " +
                                quotedText("Made by the service integration " + m_database + '.') + ')');
    if (!found)
        return Core::Unexpected{found.error()};
    for (const Existing &view : *found) {
        const bool isWanted = std::any_of(tables.begin(), tables.end(), [&](const Json &table) {
            const MaterializedViewSql sql(m_database, table);
            return !viewOf(table).is_null() && sql.database() == view.database && sql.name() == view.name &&
                   sql.viewComment() == view.comment;
        });
        if (isWanted)
            continue;
        if (auto dropped = execute("DROP VIEW IF EXISTS " + quotedName(view.database) + '.' + quotedName(view.name));
            !dropped)
            return dropped;
    }
    return std::monostate{};
}

Outcome MaterializedViews::create(const Json &tables)
{
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (viewOf(tables[i]).is_null())
            continue;
        if (const auto created = createOne({m_database, tables[i]}); !created) {
            EngineError error = created.error();
            error.path = "tables[" + std::to_string(i) + "].materialized_view";
            return Core::Unexpected{error};
        }
    }
    return std::monostate{};
}

Outcome MaterializedViews::createOne(const MaterializedViewSql &sql)
{
    if (auto created = execute(sql.createTarget()); !created)
        return created;
    if (const std::string change = sql.changeTtl(); !change.empty()) {
        if (auto changed = execute(change); !changed)
            return changed;
    }
    const auto columns = m_run("SELECT name FROM system.columns WHERE database = " + quotedText(sql.database()) +
                               " AND table = " + quotedText(sql.targetName()));
    if (!columns)
        return Core::Unexpected{columns.error()};
    std::set<std::string> names;
    for (const Json &row : columns->data)
        names.insert(row.at(0).get<std::string>());
    return execute(sql.createView(names));
}

Core::Expected<std::vector<MaterializedViews::Existing>, EngineError>
MaterializedViews::existing(const std::string &condition)
{
    const auto answer = m_run("SELECT database, name, comment FROM system.tables WHERE " + condition);
    if (!answer)
        return Core::Unexpected{answer.error()};
    std::vector<Existing> tables;
    for (const Json &row : answer->data)
        tables.push_back({row.at(0).get<std::string>(), row.at(1).get<std::string>(), row.at(2).get<std::string>()});
    return tables;
}

Outcome MaterializedViews::execute(const std::string &sql)
{
    const auto answer = m_run(sql);
    if (!answer)
        return Core::Unexpected{answer.error()};
    return std::monostate{};
}

} // namespace Sandbox
