// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"
#include "sandbox/api/newservice.h"
#include "sandbox/api/objects.h"
#include "sandbox/api/routes.h"
#include "sandbox/backends.h"
#include "sandbox/lifecycle.h"
#include "sandbox/querystatistics.h"
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

Reply replyWith(const RouteContext &context, const std::string &name)
{
    const auto state = context.store.state();
    const auto service = findService(*state, state->project, name);
    if (!service) // deleted by another client meanwhile
        return Core::Unexpected{service.error()};
    return Json{{"service", serviceJson(**service, *state, context, Secrets::Redacted, Address::WhenKnown)}};
}

Reply createService(const RouteContext &context, const Request &request)
{
    const std::string name = request.body.at("service_name");
    const auto created =
        context.lifecycle.change(name, [&](State &state) { return addService(state, context.catalog, request); });
    if (!created)
        return Core::Unexpected{created.error()};
    context.backends.wakeReconcilers(); // of services that read from it
    return replyWith(context, name);
}

Reply updateService(const RouteContext &context, const Request &request)
{
    const auto changed = context.lifecycle.change(
        request.name("service"), [&](State &state) { return changeService(state, context.catalog, request); });
    if (!changed)
        return Core::Unexpected{changed.error()};
    return replyWith(context, request.name("service"));
}

Reply deleteService(const RouteContext &context, const Request &request)
{
    const auto deleted =
        context.lifecycle.change(request.name("service"), [&](State &state) { return removeService(state, request); });
    if (!deleted)
        return Core::Unexpected{deleted.error()};
    context.statistics.forget(request.name("service"));
    context.backends.wakeReconcilers();
    return Json{{"message", "deleted"}};
}

} // namespace

void addServiceRoutes(Router &router, const RouteContext &context)
{
    const std::string services = "/v1/project/{project}/service";
    router.add("GET", services, handler(context, listServices));
    router.add("POST", services, handler(context, createService), "service_create");
    router.add("GET", services + "/{service}", handler(context, getService));
    router.add("PUT", services + "/{service}", handler(context, updateService), "service_update");
    router.add("DELETE", services + "/{service}", handler(context, deleteService));
}

} // namespace Sandbox
