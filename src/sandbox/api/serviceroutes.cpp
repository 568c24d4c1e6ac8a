// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"
#include "sandbox/api/objects.h"
#include "sandbox/api/routes.h"
#include "sandbox/state/store.h"

namespace Sandbox {

namespace {

using Core::Json;

Reply listServices(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    if (const auto known = checkProject(*state, request.name("project")); !known)
        return Core::Unexpected{known.error()};
    Json services = Json::array();
    for (const Service &service : state->services)
        services.push_back(serviceJson(service, *state, context, request.secrets(), Address::WhenKnown));
    return Json{{"services", std::move(services)}};
}

Reply getService(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto service = findService(*state, request);
    if (!service)
        return Core::Unexpected{service.error()};
    return Json{{"service", serviceJson(**service, *state, context, request.secrets(), Address::Awaited)}};
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
    return refuse(404, "Service user " + request.name("user") + " does not exist", "user_not_found");
}

} // namespace

void addServiceRoutes(Router &router, const RouteContext &context)
{
    router.add("GET", "/v1/project/{project}/service", handler(context, listServices));
    router.add("GET", "/v1/project/{project}/service/{service}", handler(context, getService));
    router.add("GET", "/v1/project/{project}/service/{service}/user/{user}", handler(context, getUser));
}

} // namespace Sandbox
