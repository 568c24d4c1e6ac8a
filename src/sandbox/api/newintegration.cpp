// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/newintegration.h"

#include "sandbox/api/lookup.h"
#include "sandbox/api/violations.h"
#include "sandbox/backends.h"
#include "sandbox/catalog.h"

#include <algorithm>
#include <set>

namespace Sandbox {

namespace {

using Core::Json;

/// One side of an integration: exactly one of a service and an endpoint is given. The sandbox has no endpoints.
Core::Expected<const Service *, ApiError> findSide(const State &state, const std::string &project, const Json &body,
                                                   const std::string &side)
{
    const std::string service = textOf(body, (side + "_service").c_str());
    const std::string endpoint = textOf(body, (side + "_endpoint_id").c_str());
    if (service.empty() == endpoint.empty()) {
        return refuse(400, "Exactly one of " + side + "_service and " + side + "_endpoint_id has to be given",
                      "bad_request");
    }
    const std::string sideProject = textOf(body, (side + "_project").c_str(), project);
    if (!endpoint.empty()) {
        if (const auto known = checkProject(state, sideProject); !known)
            return Core::Unexpected{known.error()};
        return refuse(404, "Service integration endpoint " + endpoint + " does not exist",
                      "service_integration_endpoint_not_found");
    }
    return findService(state, sideProject, service);
}

Core::Outcome<ApiError> checkPairing(const Catalog &catalog, const std::string &type, const Service &source,
                                     const Service &destination)
{
    if (!catalog.hasIntegrationType(type))
        return refuse(400, "Invalid input for integration_type: '" + type + "' is not known", "bad_request");
    if (catalog.integrationType(type, source.type, destination.type).is_null()) {
        return refuse(400,
                      "Integration type " + type + " does not connect a service of type " + source.type +
                          " to a service of type " + destination.type,
                      "service_type_not_allowed");
    }
    if (!hasIntegrations(source) || !hasIntegrations(destination))
        return refuse(403, "Service integrations are not available for this service", "feature_not_enabled");
    if (type != kafkaIntegration)
        return refuse(403, "The sandbox does not run integrations of type " + type, "feature_not_enabled");
    return std::monostate{};
}

} // namespace

Core::Expected<Integration, ApiError> newIntegration(const State &state, const Catalog &catalog,
                                                     const std::string &project, const Json &body)
{
    if (const auto known = checkProject(state, project); !known)
        return Core::Unexpected{known.error()};
    const auto source = findSide(state, project, body, "source");
    if (!source)
        return Core::Unexpected{source.error()};
    const auto destination = findSide(state, project, body, "dest");
    if (!destination)
        return Core::Unexpected{destination.error()};
    Integration integration;
    integration.id = newId();
    integration.type = textOf(body, "integration_type");
    integration.sourceService = (*source)->name;
    integration.destService = (*destination)->name;
    integration.userConfig = body.contains("user_config") ? body["user_config"] : Json::object();
    if (const auto fits = checkPairing(catalog, integration.type, **source, **destination); !fits)
        return Core::Unexpected{fits.error()};
    if (const auto isNew = checkIsNew(state, integration); !isNew)
        return Core::Unexpected{isNew.error()};
    if (const auto valid = checkUserConfig(catalog, integration.type, integration.userConfig); !valid)
        return Core::Unexpected{valid.error()};
    return integration;
}

Core::Outcome<ApiError> checkIsNew(const State &state, const Integration &integration)
{
    const bool exists =
        std::any_of(state.integrations.begin(), state.integrations.end(), [&](const Integration &other) {
            return other.type == integration.type && other.sourceService == integration.sourceService &&
                   other.destService == integration.destService;
        });
    if (exists)
        return refuse(409, "Service integration already exists", "service_integration_already_exists");
    return std::monostate{};
}

Core::Outcome<ApiError> checkUserConfig(const Catalog &catalog, const std::string &integrationType,
                                        const Json &userConfig)
{
    const auto violations = catalog.userConfig(integrationType).check(userConfig);
    if (!violations.isEmpty())
        return Core::Unexpected{invalidUserConfig(violations)};
    const Json &tables = Core::memberAt(userConfig, "tables");
    std::set<std::string> names;
    for (std::size_t index = 0; index < tables.size(); ++index) {
        const std::string name = textOf(tables[index], "name");
        if (!names.insert(name).second) {
            return Core::Unexpected{invalidUserConfig("tables[" + std::to_string(index) + "].name",
                                                      "another table is named '" + name + "' already")};
        }
    }
    return std::monostate{};
}

} // namespace Sandbox
