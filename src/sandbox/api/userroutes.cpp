// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"
#include "sandbox/api/objects.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/serviceusers.h"
#include "sandbox/state/store.h"

namespace Sandbox {

namespace {

using Core::Json;

Core::Unexpected<ApiError> noUser(const std::string &name)
{
    return refuse(404, "Service user " + name + " does not exist", "user_not_found");
}

/// One user of the route, with the service, after a change.
Reply serviceReply(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto service = findService(*state, request);
    if (!service)
        return Core::Unexpected{service.error()};
    return Json{{"service", serviceJson(**service, *state, context, Secrets::Redacted, Address::WhenKnown)}};
}

Reply getUser(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto service = findService(*state, request);
    if (!service)
        return Core::Unexpected{service.error()};
    for (const ServiceUser &user : (*service)->users) {
        if (user.name == request.name("user"))
            return Json{{"user", userJson(user, request.secrets())}};
    }
    return noUser(request.name("user"));
}

Reply createUser(const RouteContext &context, const Request &request)
{
    const ServiceUser user{request.body.at("username"), newSecret()};
    const auto saved =
        changeUsers(context, request, [&user](std::vector<ServiceUser> &users) { return addUser(users, user); });
    if (!saved)
        return Core::Unexpected{saved.error()};
    return Json{{"user", userJson(user, Secrets::Shown)}};
}

Reply resetPassword(const RouteContext &context, const Request &request)
{
    const std::string password = textOf(request.body, "new_password", newSecret());
    const auto saved = changeUsers(context, request, [&](std::vector<ServiceUser> &users) -> Core::Outcome<ApiError> {
        for (ServiceUser &user : users) {
            if (user.name == request.name("user")) {
                user.password = password;
                return std::monostate{};
            }
        }
        return noUser(request.name("user"));
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    return serviceReply(context, request);
}

Reply updateUser(const RouteContext &context, const Request &request)
{
    const std::string operation = request.body.at("operation");
    if (operation == "reset-credentials")
        return resetPassword(context, request);
    if (operation == "set-access-control")
        return refuse(400, "The sandbox keeps no access control lists for users", "bad_request");
    if (const auto user = getUser(context, request); !user)
        return user;
    return serviceReply(context, request); // there are no certificates whose renewal could be acknowledged
}

Reply deleteUser(const RouteContext &context, const Request &request)
{
    const auto saved = changeUsers(context, request, [&](std::vector<ServiceUser> &users) -> Core::Outcome<ApiError> {
        const std::string &name = request.name("user");
        if (users.front().name == name)
            return refuse(403, "Service user " + name + " is the main user and cannot be deleted", "permission_denied");
        if (std::erase_if(users, [&name](const ServiceUser &user) { return user.name == name; }) == 0)
            return noUser(name);
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    return Json{{"message", "deleted"}};
}

} // namespace

void addUserRoutes(Router &router, const RouteContext &context)
{
    const std::string users = "/v1/project/{project}/service/{service}/user";
    router.add("POST", users, handler(context, createUser), "user_create");
    router.add("GET", users + "/{user}", handler(context, getUser));
    router.add("PUT", users + "/{user}", handler(context, updateUser), "user_update");
    router.add("PUT", users + "/{user}/credentials/reset", handler(context, resetPassword));
    router.add("DELETE", users + "/{user}", handler(context, deleteUser));
}

} // namespace Sandbox
