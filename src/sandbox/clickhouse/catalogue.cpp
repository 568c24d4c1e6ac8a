// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/catalogue.h"

#include <cstdlib>

namespace Sandbox {

namespace {

using Core::Json;

/// 64-bit numbers arrive as texts; a table that cannot count its rows has null.
std::optional<std::int64_t> number(const Json &value)
{
    if (value.is_string())
        return std::atoll(value.get<std::string>().c_str());
    return value.is_number_integer() ? std::optional(value.get<std::int64_t>()) : std::nullopt;
}

constexpr const char *databasesSql = "SELECT name, engine FROM system.databases WHERE name NOT IN "
                                     "('INFORMATION_SCHEMA', 'information_schema') ORDER BY name";

/// The inner tables of views begin with a dot; system's own are many and not the user's.
constexpr const char *tablesSql =
    "SELECT database, name, toString(uuid), engine, total_rows, total_bytes FROM system.tables WHERE database NOT IN "
    "('INFORMATION_SCHEMA', 'information_schema', 'system') AND NOT startsWith(name, '.') ORDER BY database, name";

} // namespace

Core::Expected<std::vector<DatabaseInfo>, EngineError> readCatalogue(const RunSql &run)
{
    const auto databases = run(databasesSql);
    if (!databases)
        return Core::Unexpected{databases.error()};
    const auto tables = run(tablesSql);
    if (!tables)
        return Core::Unexpected{tables.error()};
    std::vector<DatabaseInfo> catalogue;
    for (const Json &row : databases->data)
        catalogue.push_back({row.at(0).get<std::string>(), row.at(1).get<std::string>(), {}});
    for (const Json &row : tables->data) {
        for (DatabaseInfo &database : catalogue) {
            if (row.at(0) == database.name)
                database.tables.push_back({row.at(1).get<std::string>(), row.at(2).get<std::string>(),
                                           row.at(3).get<std::string>(), number(row.at(4)), number(row.at(5))});
        }
    }
    return catalogue;
}

} // namespace Sandbox
