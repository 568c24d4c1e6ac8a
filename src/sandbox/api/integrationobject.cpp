// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/objects.h"
#include "sandbox/api/routes.h"
#include "sandbox/backends.h"
#include "sandbox/catalog.h"

namespace Sandbox {

namespace {

using Core::Json;

Json statusJson(bool isActive, const std::optional<std::string> &failure)
{
    const char *status = isActive ? "running" : failure ? "failed" : "starting";
    const char *text = isActive  ? "Integration is active"
                       : failure ? "The tables could not be made"
                                 : "The tables are being made";
    Json errors = Json::array();
    if (failure && !isActive)
        errors.push_back(*failure);
    return {{"status_user_desc", text},
            {"state",
             {{"status", status},
              {"errors", std::move(errors)},
              {"likely_error_cause", failure && !isActive ? Json("integration") : Json()},
              {"nodes", Json::object()}}}};
}

/// What real integrations and candidates have in common: every key is there, because clients read them unasked.
Json pairing(const std::string &integrationType, const Service &source, const Service &destination, const State &state,
             const Catalog &catalog)
{
    const Json &type = catalog.integrationType(integrationType, source.type, destination.type);
    return {{"service_integration_id", nullptr},
            {"integration_type", integrationType},
            {"enabled", false},
            {"active", false},
            {"description", Core::memberAt(type, "dest_description")},
            {"source_project", state.project},
            {"source_service", source.name},
            {"source_service_type", source.type},
            {"source_endpoint_id", nullptr},
            {"source_endpoint", nullptr},
            {"dest_project", state.project},
            {"dest_service", destination.name},
            {"dest_service_type", destination.type},
            {"dest_endpoint_id", nullptr},
            {"dest_endpoint", nullptr},
            {"user_config", Json::object()}};
}

} // namespace

Json integrationJson(const Integration &integration, const State &state, const RouteContext &context)
{
    // Services of an integration cannot be deleted, so both sides are there.
    Json json = pairing(integration.type, *state.service(integration.sourceService),
                        *state.service(integration.destService), state, context.catalog);
    const auto failure = context.backends.reconciler(integration.destService).failure(integration.id);
    json["service_integration_id"] = integration.id;
    json["enabled"] = true;
    json["active"] = integration.isApplied();
    json["user_config"] = integration.userConfig;
    json["integration_status"] = statusJson(integration.isApplied(), failure);
    return json;
}

Json candidateJson(const std::string &integrationType, const Service &source, const Service &destination,
                   const State &state, const Catalog &catalog)
{
    return pairing(integrationType, source, destination, state, catalog);
}

} // namespace Sandbox
