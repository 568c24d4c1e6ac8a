// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/newintegration.h"

#include "sandbox/api/lookup.h"
#include "sandbox/api/sides.h"
#include "sandbox/api/userconfig.h"
#include "sandbox/api/violations.h"
#include "sandbox/backends.h"
#include "sandbox/catalog.h"

#include <algorithm>
#include <array>
#include <set>

namespace Sandbox {

namespace {

using Core::Json;

std::string described(const Side &side)
{
    return (side.service ? "a service of type " : "an endpoint of type ") + side.type();
}

Core::Outcome<ApiError> checkPairing(const Catalog &catalog, const std::string &type, const Side &source,
                                     const Side &destination)
{
    if (!catalog.integrationConfig(type))
        return refuse(400, "Invalid input for integration_type: '" + type + "' is not known", "bad_request");
    if (catalog.integrationType(type, source.type(), destination.type()).is_null()) {
        return refuse(400,
                      "Integration type " + type + " does not connect " + described(source) + " to " +
                          described(destination),
                      "service_type_not_allowed");
    }
    for (const Side *side : {&source, &destination}) {
        if (side->service && !hasIntegrations(*side->service))
            return refuse(403, "Service integrations are not available for this service", "feature_not_enabled");
    }
    for (const Side *side : {&source, &destination}) {
        if (side->service && !side->service->powered)
            return Core::Unexpected{poweredOff(*side->service)};
    }
    return std::monostate{};
}

/// What an array holds once only, which no schema can say.
struct Identity
{
    const char *array;
    const char *noun;
    std::vector<std::pair<const char *, const char *>> keys; ///< that make the name, with their defaults
};

const std::array<Identity, 2> &identities()
{
    static const std::array<Identity, 2> known{{
        {"tables", "table", {{"name", ""}}},
        {"databases", "database schema", {{"database", "defaultdb"}, {"schema", "public"}}},
    }};
    return known;
}

Core::Outcome<ApiError> checkUniqueness(const Json &items, const Identity &identity)
{
    std::set<std::string> seen;
    for (std::size_t index = 0; index < items.size(); ++index) {
        std::string name;
        for (const auto &[key, fallback] : identity.keys)
            name += (name.empty() ? "" : ".") + textOf(items[index], key, fallback);
        if (!seen.insert(name).second) {
            const std::string place =
                identity.array + ('[' + std::to_string(index) + "].") + identity.keys.back().first;
            return Core::Unexpected{
                invalidUserConfig(place, "another " + std::string(identity.noun) + " is named '" + name + "' already")};
        }
    }
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
    integration.sourceService = textOf(body, "source_service");
    integration.sourceEndpointId = textOf(body, "source_endpoint_id");
    integration.sourceEndpointName = source->endpoint ? source->endpoint->name : std::string();
    integration.destService = textOf(body, "dest_service");
    integration.destEndpointId = textOf(body, "dest_endpoint_id");
    integration.userConfig = body.contains("user_config") ? body["user_config"] : Json::object();
    if (const auto fits = checkPairing(catalog, integration.type, *source, *destination); !fits)
        return Core::Unexpected{fits.error()};
    if (const auto isNew = checkIsNew(state, integration); !isNew)
        return Core::Unexpected{isNew.error()};
    if (const auto valid = checkUserConfig(catalog, integration.type, integration.userConfig); !valid)
        return Core::Unexpected{valid.error()};
    return integration;
}

Core::Outcome<ApiError> checkSides(const State &state, const Integration &integration)
{
    for (const Side &side : {sourceOf(integration, state), destinationOf(integration, state)}) {
        if (!side.service && !side.endpoint)
            return refuse(404, "A service or endpoint of the integration does not exist", "service_not_found");
    }
    return std::monostate{};
}

Core::Outcome<ApiError> checkIsNew(const State &state, const Integration &integration)
{
    const auto sidesAndType = [](const Integration &one) {
        return std::tie(one.type, one.sourceService, one.sourceEndpointId, one.destService, one.destEndpointId);
    };
    const bool exists =
        std::any_of(state.integrations.begin(), state.integrations.end(),
                    [&](const Integration &other) { return sidesAndType(other) == sidesAndType(integration); });
    if (exists)
        return refuse(409, "Service integration already exists", "service_integration_already_exists");
    return std::monostate{};
}

Core::Outcome<ApiError> checkUserConfig(const Catalog &catalog, const std::string &integrationType,
                                        const Json &userConfig)
{
    if (auto valid = checkConfig(userConfig, *catalog.integrationConfig(integrationType)); !valid)
        return valid;
    for (const Identity &identity : identities()) {
        if (auto unique = checkUniqueness(Core::memberAt(userConfig, identity.array), identity); !unique)
            return unique;
    }
    return std::monostate{};
}

} // namespace Sandbox
