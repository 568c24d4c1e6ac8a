// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"
#include "sandbox/api/routes.h"
#include "sandbox/backends.h"
#include "sandbox/postgres/postgresserver.h"
#include "sandbox/state/store.h"

#include <algorithm>
#include <charconv>

namespace Sandbox {

namespace {

using Core::Json;

constexpr auto mainDatabase = "defaultdb";
constexpr std::size_t mostInPage = 250;
constexpr std::size_t mostDatabases = 400;

struct OpenPostgresService
{
    const Service *service = nullptr; ///< of the state that it was found in
    std::shared_ptr<PostgresServer> server;
};

Core::Expected<OpenPostgresService, ApiError> openPostgres(const State &state, const RouteContext &context,
                                                           const Request &request)
{
    const auto service = findService(state, request, "pg");
    if (!service)
        return Core::Unexpected{service.error()};
    auto server = context.backends.postgres((*service)->name);
    if (!server)
        return Core::Unexpected{poweredOff(**service)};
    return OpenPostgresService{*service, std::move(server)};
}

ApiError serverFailure(const PostgresError &error)
{
    if (error.sqlState.empty())
        return {503, error.message, "service_unavailable"};
    return {400, error.message, "bad_request"};
}

Core::Expected<std::size_t, ApiError> pageSize(const Request &request)
{
    const auto found = request.query.find("maxItems");
    if (found == request.query.end())
        return mostInPage;
    const std::string &text = found->second;
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (error != std::errc() || end != text.data() + text.size() || size < 1 || size > mostInPage)
        return refuse(400, "Invalid input for maxItems: '" + text + "' is not a number from 1 to 250", "bad_request");
    return size;
}

Reply listDatabases(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto open = openPostgres(*state, context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    const auto size = pageSize(request);
    if (!size)
        return Core::Unexpected{size.error()};
    auto databases = open->server->databases();
    if (!databases)
        return Core::Unexpected{serverFailure(databases.error())};
    std::sort(databases->begin(), databases->end(),
              [](const PostgresDatabase &one, const PostgresDatabase &other) { return one.name < other.name; });
    const auto after = request.query.find("after");
    Json reply{{"databases", Json::array()}};
    for (const PostgresDatabase &database : *databases) {
        if (after != request.query.end() && database.name <= after->second)
            continue;
        if (reply["databases"].size() == *size) {
            reply["next"] = reply["databases"].back()["database_name"];
            break;
        }
        reply["databases"].push_back({{"database_name", database.name},
                                      {"lc_collate", database.collation},
                                      {"lc_ctype", database.characterType}});
    }
    return reply;
}

/// Makes the change in the server, then in the list that the state keeps.
Reply changeDatabases(const RouteContext &context, const Request &request,
                      const std::function<Core::Outcome<ApiError>(const OpenPostgresService &)> &inServer,
                      const std::function<void(std::vector<std::string> &)> &inState, const char *message)
{
    const auto saved = context.store.change([&](State &state) -> Core::Outcome<ApiError> {
        const auto open = openPostgres(state, context, request);
        if (!open)
            return Core::Unexpected{open.error()};
        if (auto changed = inServer(*open); !changed)
            return changed;
        inState(state.service(open->service->name)->databases);
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    return Json{{"message", message}};
}

bool holds(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

Core::Outcome<ApiError> asOutcome(const Core::Outcome<PostgresError> &outcome)
{
    if (outcome)
        return std::monostate{};
    return Core::Unexpected{serverFailure(outcome.error())};
}

Reply createDatabase(const RouteContext &context, const Request &request)
{
    const std::string name = request.body.at("database");
    const auto create = [&name](const OpenPostgresService &open) -> Core::Outcome<ApiError> {
        const auto &databases = open.service->databases;
        if (holds(databases, name))
            return refuse(409, "Database " + name + " already exists", "database_already_exists");
        if (databases.size() >= mostDatabases)
            return refuse(409, "The service has " + std::to_string(mostDatabases) + " databases already",
                          "bad_request");
        return asOutcome(open.server->createDatabase(name));
    };
    return changeDatabases(
        context, request, create, [&name](std::vector<std::string> &names) { names.push_back(name); }, "created");
}

Reply deleteDatabase(const RouteContext &context, const Request &request)
{
    const std::string &name = request.name("database");
    const auto drop = [&name](const OpenPostgresService &open) -> Core::Outcome<ApiError> {
        if (!holds(open.service->databases, name))
            return refuse(404, "Database " + name + " does not exist", "database_not_found");
        if (name == mainDatabase)
            return refuse(403, "Database " + name + " is the main one and cannot be deleted", "permission_denied");
        return asOutcome(open.server->dropDatabase(name));
    };
    return changeDatabases(
        context, request, drop, [&name](std::vector<std::string> &names) { std::erase(names, name); }, "deleted");
}

} // namespace

void addPostgresRoutes(Router &router, const RouteContext &context)
{
    const std::string databases = "/v1/project/{project}/service/{service}/db";
    router.add("GET", databases, handler(context, listDatabases));
    router.add("POST", databases, handler(context, createDatabase), "pg_database");
    router.add("DELETE", databases + "/{database}", handler(context, deleteDatabase));
}

} // namespace Sandbox
