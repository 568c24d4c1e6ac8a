// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/serviceusers.h"
#include "sandbox/state/store.h"

#include <QUuid>

#include <algorithm>

namespace Sandbox {

namespace {

using Core::Json;

/// The same id at every call, without keeping one.
std::string idOf(const std::string &service, const ServiceUser &user)
{
    const QUuid id = QUuid::createUuidV5(QUuid(), Core::toQString(service + '/' + user.name));
    return id.toString(QUuid::WithoutBraces).toStdString();
}

// The embedded engine knows one user only, so every user of the service has every privilege, and there are no roles.
Json userJson(const std::string &service, const ServiceUser &user)
{
    return {{"uuid", idOf(service, user)},
            {"name", user.name},
            {"required", user.name == "avnadmin"},
            {"privileges", Json::array()},
            {"roles", Json::array()}};
}

Core::Unexpected<ApiError> noUser(const std::string &id)
{
    return refuse(404, "User " + id + " does not exist", "user_not_found");
}

auto userWithId(std::vector<ServiceUser> &users, const Request &request)
{
    return std::find_if(users.begin(), users.end(), [&request](const ServiceUser &user) {
        return idOf(request.name("service"), user) == request.name("id");
    });
}

Reply listUsers(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto service = findService(*state, request, "clickhouse");
    if (!service)
        return Core::Unexpected{service.error()};
    Json users = Json::array();
    for (const ServiceUser &user : (*service)->users)
        users.push_back(userJson((*service)->name, user));
    return Json{{"users", std::move(users)}};
}

Reply createUser(const RouteContext &context, const Request &request)
{
    const ServiceUser user{request.body.at("name"), textOf(request.body, "password", newSecret())};
    if (!request.body.value("roles", Json::array()).empty())
        return refuse(400, "Invalid input for roles: the sandbox's ClickHouse has no roles", "bad_request");
    const auto saved = changeUsers(
        context, request, [&user](std::vector<ServiceUser> &users) { return addUser(users, user); }, "clickhouse");
    if (!saved)
        return Core::Unexpected{saved.error()};
    Json json = userJson(request.name("service"), user);
    json["password"] = user.password;
    return Json{{"user", std::move(json)}};
}

Reply deleteUser(const RouteContext &context, const Request &request)
{
    const auto saved = changeUsers(
        context, request,
        [&request](std::vector<ServiceUser> &users) -> Core::Outcome<ApiError> {
            const auto user = userWithId(users, request);
            if (user == users.end())
                return noUser(request.name("id"));
            if (user == users.begin())
                return refuse(403, "User " + user->name + " is required and cannot be deleted", "permission_denied");
            users.erase(user);
            return std::monostate{};
        },
        "clickhouse");
    if (!saved)
        return Core::Unexpected{saved.error()};
    return Json{{"message", "deleted"}};
}

Reply setPassword(const RouteContext &context, const Request &request)
{
    const std::string password = textOf(request.body, "password", newSecret());
    const auto saved = changeUsers(
        context, request,
        [&](std::vector<ServiceUser> &users) -> Core::Outcome<ApiError> {
            const auto user = userWithId(users, request);
            if (user == users.end())
                return noUser(request.name("id"));
            user->password = password;
            return std::monostate{};
        },
        "clickhouse");
    if (!saved)
        return Core::Unexpected{saved.error()};
    return Json{{"password", password}};
}

} // namespace

void addClickHouseUserRoutes(Router &router, const RouteContext &context)
{
    const std::string users = "/v1/project/{project}/service/{service}/clickhouse/user";
    router.add("GET", users, handler(context, listUsers));
    router.add("POST", users, handler(context, createUser), "clickhouse_user");
    router.add("DELETE", users + "/{id}", handler(context, deleteUser));
    router.add("PUT", users + "/{id}/password", handler(context, setPassword), "clickhouse_password");
}

} // namespace Sandbox
