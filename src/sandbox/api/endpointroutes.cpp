// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/endpointrules.h"
#include "sandbox/api/lookup.h"
#include "sandbox/api/objects.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/userconfig.h"
#include "sandbox/backends.h"
#include "sandbox/state/store.h"

#include <algorithm>

namespace Sandbox {

namespace {

using Core::Json;

Core::Unexpected<ApiError> noEndpoint()
{
    return refuse(404, "Service integration endpoint does not exist", "service_integration_endpoint_not_found");
}

Core::Expected<const Endpoint *, ApiError> findEndpoint(const State &state, const Request &request)
{
    if (const auto known = checkProject(state, request.name("project")); !known)
        return Core::Unexpected{known.error()};
    if (const Endpoint *endpoint = state.endpoint(request.name("id")))
        return endpoint;
    return noEndpoint();
}

Json endpointJson(const Endpoint &endpoint, const Catalog &catalog, Secrets secrets)
{
    const Schema::Field &fields = catalog.endpointConfig(endpoint.type)->fields;
    return {{"endpoint_id", endpoint.id},
            {"endpoint_name", endpoint.name},
            {"endpoint_type", endpoint.type},
            {"user_config", secrets == Secrets::Shown ? endpoint.userConfig : redacted(endpoint.userConfig, fields)},
            {"endpoint_config", Json::object()}};
}

Reply replyWith(const Endpoint &endpoint, const RouteContext &context, Secrets secrets)
{
    return Json{{"service_integration_endpoint", endpointJson(endpoint, context.catalog, secrets)}};
}

// Which of the two comes first in the cloud is not known. Merging first serves clients that send everything and those
// that send only what they change.
Core::Expected<Json, ApiError> checkedConfig(const std::string &type, const ConfigSchema &schema, const Json &kept,
                                             const Json &sent)
{
    auto config = merged(kept, sent, schema.fields);
    if (!config)
        return config;
    if (const auto valid = checkConfig(*config, schema); !valid)
        return Core::Unexpected{valid.error()};
    if (const auto fits = checkEndpointRules(type, *config); !fits)
        return Core::Unexpected{fits.error()};
    return config;
}

Reply listEndpoints(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    if (const auto known = checkProject(*state, request.name("project")); !known)
        return Core::Unexpected{known.error()};
    Json list = Json::array();
    for (const Endpoint &endpoint : state->endpoints)
        list.push_back(endpointJson(endpoint, context.catalog, Secrets::Redacted));
    return Json{{"service_integration_endpoints", std::move(list)}};
}

Reply getEndpoint(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto endpoint = findEndpoint(*state, request);
    if (!endpoint)
        return Core::Unexpected{endpoint.error()};
    return replyWith(**endpoint, context, request.secrets());
}

Reply createEndpoint(const RouteContext &context, const Request &request)
{
    Endpoint endpoint;
    endpoint.id = newId();
    endpoint.name = request.body.at("endpoint_name");
    endpoint.type = request.body.at("endpoint_type");
    const ConfigSchema *schema = context.catalog.endpointConfig(endpoint.type);
    if (!schema)
        return refuse(400, "Invalid input for endpoint_type: '" + endpoint.type + "' is not known", "bad_request");
    auto config = checkedConfig(endpoint.type, *schema, Json::object(), request.body.at("user_config"));
    if (!config)
        return config;
    endpoint.userConfig = std::move(config).value();
    const auto saved = context.store.change([&](State &state) -> Core::Outcome<ApiError> {
        if (const auto known = checkProject(state, request.name("project")); !known)
            return known;
        // Databases and collections are called by the endpoint's name.
        const bool isTaken = std::any_of(state.endpoints.begin(), state.endpoints.end(),
                                         [&](const Endpoint &other) { return other.name == endpoint.name; });
        if (isTaken)
            return refuse(409, "Service integration endpoint '" + endpoint.name + "' already exists", "bad_request");
        state.endpoints.push_back(endpoint);
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    return replyWith(endpoint, context, Secrets::Redacted);
}

Reply updateEndpoint(const RouteContext &context, const Request &request)
{
    Endpoint changed;
    const auto saved = context.store.change([&](State &state) -> Core::Outcome<ApiError> {
        const auto found = findEndpoint(state, request);
        if (!found)
            return Core::Unexpected{found.error()};
        Endpoint &endpoint = *state.endpoint((*found)->id);
        auto config = checkedConfig(endpoint.type, *context.catalog.endpointConfig(endpoint.type), endpoint.userConfig,
                                    request.body.at("user_config"));
        if (!config)
            return Core::Unexpected{config.error()};
        if (*config == endpoint.userConfig)
            return configNotChanged();
        endpoint.userConfig = std::move(config).value();
        changed = endpoint;
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    context.backends.wakeReconcilers();
    return replyWith(changed, context, Secrets::Redacted);
}

Reply deleteEndpoint(const RouteContext &context, const Request &request)
{
    const auto saved = context.store.change([&](State &state) -> Core::Outcome<ApiError> {
        const auto endpoint = findEndpoint(state, request);
        if (!endpoint)
            return Core::Unexpected{endpoint.error()};
        const std::string id = (*endpoint)->id;
        const auto users =
            std::count_if(state.integrations.begin(), state.integrations.end(), [&id](const Integration &integration) {
                return integration.sourceEndpointId == id || integration.destEndpointId == id;
            });
        if (users > 0) { // what the cloud says is not known
            return refuse(409,
                          "Service integration endpoint is used by " + std::to_string(users) +
                              " integration(s): delete these first",
                          "bad_request");
        }
        std::erase_if(state.endpoints, [&id](const Endpoint &other) { return other.id == id; });
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    return Json{{"message", "deleted"}};
}

} // namespace

void addEndpointRoutes(Router &router, const RouteContext &context)
{
    const std::string endpoints = "/v1/project/{project}/integration_endpoint";
    router.add("GET", endpoints, handler(context, listEndpoints));
    router.add("POST", endpoints, handler(context, createEndpoint), "endpoint_create");
    router.add("GET", endpoints + "/{id}", handler(context, getEndpoint));
    router.add("PUT", endpoints + "/{id}", handler(context, updateEndpoint), "endpoint_update");
    router.add("DELETE", endpoints + "/{id}", handler(context, deleteEndpoint));
}

} // namespace Sandbox
