// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/clickhouseaccess.h"
#include "sandbox/api/routes.h"
#include "sandbox/clickhouse/sqltext.h"
#include "sandbox/state/store.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Sandbox {

namespace {

using Core::Json;

constexpr std::array<std::string_view, 2> requiredDatabases{"default", "system"};
constexpr std::array<std::string_view, 2> hiddenDatabases{"INFORMATION_SCHEMA", "information_schema"};
// ClickHouse refuses these to users; integrations make databases of such names.
constexpr std::array<std::string_view, 3> reservedPrefixes{"service_", "endpoint_", "aiven"};
constexpr std::size_t mostDatabases = 400;

bool holds(const std::array<std::string_view, 2> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isReserved(const std::string &name)
{
    return std::any_of(reservedPrefixes.begin(), reservedPrefixes.end(),
                       [&name](std::string_view prefix) { return name.starts_with(prefix); });
}

/// Kafka and PostgreSQL tables do not count their rows, which is not the same as having none.
Json orNull(const std::optional<std::int64_t> &number)
{
    return number ? Json(*number) : Json(nullptr);
}

Json databaseJson(const DatabaseInfo &database, const std::string &databaseState)
{
    Json tables = Json::array();
    for (const TableInfo &table : database.tables) {
        tables.push_back({{"name", table.name},
                          {"uuid", table.uuid},
                          {"engine", table.engine},
                          {"total_rows", orNull(table.totalRows)},
                          {"total_bytes", orNull(table.totalBytes)},
                          {"state", "ok"}});
    }
    return {{"name", database.name},
            {"engine", database.engine},
            {"required", holds(requiredDatabases, database.name)},
            {"state", databaseState},
            {"tables", std::move(tables)}};
}

std::string databaseState(const State &state, const std::string &service, const std::string &database)
{
    const bool goes = std::any_of(state.removals.begin(), state.removals.end(), [&](const Integration &removal) {
        const auto databases = removal.databases();
        return removal.destService == service &&
               std::find(databases.begin(), databases.end(), database) != databases.end();
    });
    return goes ? "pending_removal" : "ok";
}

Reply listDatabases(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto open = openClickHouse(*state, context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    const auto databases = open->engine->databases();
    if (!databases)
        return Core::Unexpected{engineFailure(databases.error())};
    Json list = Json::array();
    for (const DatabaseInfo &database : *databases) {
        if (!holds(hiddenDatabases, database.name))
            list.push_back(databaseJson(database, databaseState(*state, open->service->name, database.name)));
    }
    return Json{{"databases", std::move(list)}};
}

Reply createDatabase(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto open = openClickHouse(*state, context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    const std::string name = request.body.at("database");
    if (isReserved(name))
        return refuse(400, "Database names that begin with service_, endpoint_ or aiven are reserved", "bad_request");
    const auto databases = open->engine->databases();
    if (!databases)
        return Core::Unexpected{engineFailure(databases.error())};
    const bool isTaken = std::any_of(databases->begin(), databases->end(),
                                     [&name](const DatabaseInfo &other) { return other.name == name; });
    if (isTaken)
        return refuse(409, "Database " + name + " already exists", "database_already_exists");
    if (databases->size() >= mostDatabases)
        return refuse(409, "The service has " + std::to_string(mostDatabases) + " databases already", "bad_request");
    if (const auto made = open->engine->runInternal("CREATE DATABASE " + quotedName(name)); !made)
        return Core::Unexpected{engineFailure(made.error())};
    return Json{{"message", "created"}};
}

Reply deleteDatabase(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto open = openClickHouse(*state, context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    const std::string &name = request.name("database");
    const auto databases = open->engine->databases();
    if (!databases)
        return Core::Unexpected{engineFailure(databases.error())};
    const bool isKnown = std::any_of(databases->begin(), databases->end(),
                                     [&name](const DatabaseInfo &other) { return other.name == name; });
    if (!isKnown)
        return refuse(404, "Database " + name + " does not exist", "database_not_found");
    if (holds(requiredDatabases, name) || holds(hiddenDatabases, name))
        return refuse(400, "Database " + name + " is required and cannot be deleted", "bad_request");
    if (isReserved(name)) {
        return refuse(409, "Database " + name + " belongs to a service integration: change or delete that instead",
                      "bad_request");
    }
    if (const auto gone = open->engine->runInternal("DROP DATABASE IF EXISTS " + quotedName(name)); !gone)
        return Core::Unexpected{engineFailure(gone.error())};
    return Json{{"message", "deleting"}};
}

} // namespace

void addClickHouseDatabaseRoutes(Router &router, const RouteContext &context)
{
    const std::string databases = "/v1/project/{project}/service/{service}/clickhouse/db";
    router.add("GET", databases, handler(context, listDatabases));
    router.add("POST", databases, handler(context, createDatabase), "clickhouse_database");
    router.add("DELETE", databases + "/{database}", handler(context, deleteDatabase));
}

} // namespace Sandbox
