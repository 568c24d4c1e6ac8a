// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/running.h"
#include "sandbox/backends.h"
#include "sandbox/state/store.h"

#include <QUuid>

#include <algorithm>
#include <array>
#include <string_view>

namespace Sandbox {

namespace {

using Core::Json;

constexpr std::array<std::string_view, 2> requiredDatabases{"default", "system"};
constexpr std::array<std::string_view, 2> hiddenDatabases{"INFORMATION_SCHEMA", "information_schema"};

bool holds(const std::array<std::string_view, 2> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// An SQL error is the asker's (400); an engine that cannot be asked is not.
ApiError engineFailure(const EngineError &error)
{
    if (error.code == 0)
        return {503, error.message, "service_unavailable"};
    return {400, error.message, "bad_request"};
}

Json databaseJson(const DatabaseInfo &database, const std::string &databaseState)
{
    Json tables = Json::array();
    for (const TableInfo &table : database.tables) {
        tables.push_back({{"name", table.name},
                          {"uuid", table.uuid},
                          {"engine", table.engine},
                          {"total_rows", table.totalRows},
                          {"total_bytes", table.totalBytes},
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
    const auto service = findService(*state, request, "clickhouse");
    if (!service)
        return Core::Unexpected{service.error()};
    const std::string &name = (*service)->name;
    const auto engine = runningEngine(context.backends, name);
    if (!engine)
        return Core::Unexpected{engine.error()};
    const auto databases = (*engine)->databases();
    if (!databases)
        return Core::Unexpected{engineFailure(databases.error())};
    Json list = Json::array();
    for (const DatabaseInfo &database : *databases) {
        if (!holds(hiddenDatabases, database.name))
            list.push_back(databaseJson(database, databaseState(*state, name, database.name)));
    }
    return Json{{"databases", std::move(list)}};
}

Reply runQuery(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto service = findService(*state, request, "clickhouse");
    if (!service)
        return Core::Unexpected{service.error()};
    const auto engine = runningEngine(context.backends, (*service)->name);
    if (!engine)
        return Core::Unexpected{engine.error()};
    const auto answer = (*engine)->query(request.body.at("database"), request.body.at("query"));
    if (!answer)
        return Core::Unexpected{engineFailure(answer.error())};
    return Json{{"meta", answer->meta}, {"data", answer->data}, {"summary", answer->summary}};
}

Reply listUsers(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto service = findService(*state, request, "clickhouse");
    if (!service)
        return Core::Unexpected{service.error()};
    Json users = Json::array();
    for (const ServiceUser &user : (*service)->users) {
        // The same id at every call, without keeping one.
        const QUuid id = QUuid::createUuidV5(QUuid(), Core::toQString((*service)->name + '/' + user.name));
        users.push_back({{"uuid", id.toString(QUuid::WithoutBraces).toStdString()},
                         {"name", user.name},
                         {"required", user.name == "avnadmin"},
                         {"privileges", Json::array()},
                         {"roles", Json::array()}});
    }
    return Json{{"users", std::move(users)}};
}

} // namespace

void addClickHouseRoutes(Router &router, const RouteContext &context)
{
    const std::string clickHouse = "/v1/project/{project}/service/{service}/clickhouse";
    router.add("GET", clickHouse + "/db", handler(context, listDatabases));
    router.add("POST", clickHouse + "/query", handler(context, runQuery), "clickhouse_query");
    router.add("GET", clickHouse + "/user", handler(context, listUsers));
}

} // namespace Sandbox
