// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/candidates.h"
#include "sandbox/api/lookup.h"
#include "sandbox/api/newintegration.h"
#include "sandbox/api/objects.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/running.h"
#include "sandbox/api/userconfig.h"
#include "sandbox/api/violations.h"
#include "sandbox/backends.h"
#include "sandbox/catalog.h"
#include "sandbox/servicelog.h"
#include "sandbox/state/store.h"

#include <algorithm>
#include <chrono>

namespace Sandbox {

namespace {

using Core::Json;
using namespace std::chrono_literals;

// A client that lists the databases right after a DELETE should find the integration's gone; the cloud takes its time, so
// clients do not rely on it.
constexpr auto longestDrop = 2s;

Core::Expected<const Integration *, ApiError> findIntegration(const State &state, const Request &request)
{
    if (const auto known = checkProject(state, request.name("project")); !known)
        return Core::Unexpected{known.error()};
    const Integration *integration = state.integration(request.name("id"));
    if (!integration)
        return refuse(404, "Service integration does not exist", "service_integration_not_found");
    return integration;
}

/// ClickHouse's own opinion of the configuration, before anything is changed.
Core::Outcome<ApiError> checkByClickHouse(const State &state, const Integration &integration, const Backends &backends)
{
    if (!integration.isData())
        return std::monostate{};
    const auto reconciler = runningReconciler(backends, integration.destService);
    if (!reconciler)
        return Core::Unexpected{reconciler.error()};
    const auto checked = (*reconciler)->check(state, integration);
    if (checked)
        return std::monostate{};
    const EngineError &error = checked.error();
    if (error.code == 0)
        return refuse(503, "ClickHouse cannot check the configuration just now: " + error.message,
                      "service_unavailable");
    return Core::Unexpected{invalidUserConfig(error.path, error.message)};
}

/// A service that is powered off does its work when it is on again.
void wake(const Backends &backends, const std::string &service)
{
    if (const auto reconciler = backends.reconciler(service))
        reconciler->wake();
}

/// In the logs of the services that take part.
void note(const RouteContext &context, const Integration &integration, const std::string &what)
{
    for (const std::string &service : {integration.sourceService, integration.destService}) {
        if (!service.empty())
            context.log.note(service, "Integration " + integration.id + " (" + integration.type + ") " + what);
    }
}

Reply listIntegrations(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto service = findService(*state, request);
    if (!service)
        return Core::Unexpected{service.error()};
    Json list = Json::array();
    for (const Integration &integration : state->integrations) {
        if (integration.concerns((*service)->name))
            list.push_back(integrationJson(integration, *state, context));
    }
    for (Json &candidate : candidatesFor(**service, *state, context.catalog))
        list.push_back(std::move(candidate));
    return Json{{"service_integrations", std::move(list)}};
}

Reply replyWith(const RouteContext &context, const std::string &id)
{
    const auto state = context.store.state();
    const Integration *integration = state->integration(id);
    if (!integration) // deleted by another client meanwhile
        return refuse(404, "Service integration does not exist", "service_integration_not_found");
    return Json{{"service_integration", integrationJson(*integration, *state, context)}};
}

Reply getIntegration(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto integration = findIntegration(*state, request);
    if (!integration)
        return Core::Unexpected{integration.error()};
    return Json{{"service_integration", integrationJson(**integration, *state, context)}};
}

Reply createIntegration(const RouteContext &context, const Request &request)
{
    const auto current = context.store.state();
    const auto wanted = newIntegration(*current, context.catalog, request.name("project"), request.body);
    if (!wanted)
        return Core::Unexpected{wanted.error()};
    if (const auto checked = checkByClickHouse(*current, *wanted, context.backends); !checked)
        return Core::Unexpected{checked.error()};
    const auto saved = context.store.change([&wanted](State &state) -> Core::Outcome<ApiError> {
        if (auto isThere = checkSides(state, *wanted); !isThere) // deleted by another client meanwhile
            return isThere;
        if (auto isNew = checkIsNew(state, *wanted); !isNew)
            return isNew;
        state.integrations.push_back(*wanted);
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    wake(context.backends, wanted->destService);
    note(context, *wanted, "was created");
    return replyWith(context, wanted->id);
}

Reply updateIntegration(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto found = findIntegration(*state, request);
    if (!found)
        return Core::Unexpected{found.error()};
    Integration wanted = **found;
    auto config = merged((*found)->userConfig, request.body["user_config"],
                         context.catalog.integrationConfig(wanted.type)->fields);
    if (!config)
        return config;
    wanted.userConfig = std::move(config).value();
    if (wanted.userConfig == (*found)->userConfig)
        return configNotChanged();
    if (const auto valid = checkUserConfig(context.catalog, wanted.type, wanted.userConfig); !valid)
        return Core::Unexpected{valid.error()};
    if (const auto checked = checkByClickHouse(*state, wanted, context.backends); !checked)
        return Core::Unexpected{checked.error()};
    const auto saved = context.store.change([&wanted](State &edited) -> Core::Outcome<ApiError> {
        Integration *integration = edited.integration(wanted.id);
        if (!integration)
            return refuse(404, "Service integration does not exist", "service_integration_not_found");
        integration->userConfig = wanted.userConfig;
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    wake(context.backends, wanted.destService);
    note(context, wanted, "was changed");
    return replyWith(context, wanted.id);
}

Reply deleteIntegration(const RouteContext &context, const Request &request)
{
    Integration deleted;
    const auto saved = context.store.change([&](State &state) -> Core::Outcome<ApiError> {
        const auto integration = findIntegration(state, request);
        if (!integration)
            return Core::Unexpected{integration.error()};
        deleted = **integration;
        if (deleted.isData())
            state.removals.push_back(deleted);
        std::erase_if(state.integrations, [&](const Integration &other) { return other.id == request.name("id"); });
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    note(context, deleted, "was deleted");
    const auto reconciler = deleted.isData() ? context.backends.reconciler(deleted.destService) : nullptr;
    if (reconciler) {
        reconciler->wake();
        reconciler->waitUntilIdle(longestDrop);
    }
    return Json{{"message", "deleted"}};
}

} // namespace

void addIntegrationRoutes(Router &router, const RouteContext &context)
{
    const std::string project = "/v1/project/{project}";
    router.add("GET", project + "/service/{service}/integration", handler(context, listIntegrations));
    router.add("GET", project + "/integration/{id}", handler(context, getIntegration));
    router.add("POST", project + "/integration", handler(context, createIntegration), "integration_create");
    router.add("PUT", project + "/integration/{id}", handler(context, updateIntegration), "integration_update");
    router.add("DELETE", project + "/integration/{id}", handler(context, deleteIntegration));
}

} // namespace Sandbox
