// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/objects.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/shipment.h"
#include "sandbox/api/sides.h"
#include "sandbox/backends.h"
#include "sandbox/catalog.h"

namespace Sandbox {

namespace {

using Core::Json;

/// How an integration is, in the words of the API and in a sentence.
struct Status
{
    const char *word = "running";
    std::string sentence = "Integration is active";
    std::optional<std::string> error = {};
};

const Service *poweredOffSide(const Side &source, const Side &destination)
{
    for (const Side *side : {&source, &destination}) {
        if (side->service && !side->service->powered)
            return side->service;
    }
    return nullptr;
}

Status statusOf(const Integration &integration, const Json &type, const Side &source, const Side &destination,
                const State &state, const Backends &backends)
{
    if (const Service *service = poweredOffSide(source, destination))
        return {"inactive", "Service " + service->name + " is powered off"};
    if (!integration.isData())
        return {"running", shipmentText(integration, type, source, destination)};
    const auto reconciler = backends.reconciler(integration.destService);
    if (!reconciler || reconciler->isApplied(state, integration))
        return {};
    if (const auto failure = reconciler->failure(integration.id))
        return {"failed", "ClickHouse could not make what the integration asks for", failure};
    return {"starting", "ClickHouse is making what the integration asks for"};
}

Json statusJson(const Status &status)
{
    Json errors = Json::array();
    if (status.error)
        errors.push_back(*status.error);
    return {{"status_user_desc", status.sentence},
            {"state",
             {{"status", status.word},
              {"errors", std::move(errors)},
              {"likely_error_cause", status.error ? Json("integration") : Json()},
              {"nodes", Json::object()}}}};
}

void addSide(Json &json, const std::string &name, const Side &side, const State &state)
{
    json[name + "_project"] = state.project;
    json[name + "_service"] = side.service ? Json(side.service->name) : Json();
    json[name + "_service_type"] = side.type();
    json[name + "_endpoint_id"] = side.endpoint ? Json(side.endpoint->id) : Json();
    json[name + "_endpoint"] = side.endpoint ? Json(side.endpoint->name) : Json();
}

} // namespace

Json pairingJson(const Json &type, const Side &source, const Side &destination, const State &state)
{
    Json json{{"service_integration_id", nullptr},
              {"integration_type", type.at("integration_type")},
              {"enabled", false},
              {"active", false},
              {"description", type.at("dest_description")}};
    addSide(json, "source", source, state);
    addSide(json, "dest", destination, state);
    json["user_config"] = Json::object();
    return json;
}

Json integrationJson(const Integration &integration, const State &state, const RouteContext &context)
{
    const Side source = sourceOf(integration, state);
    const Side destination = destinationOf(integration, state);
    const Json &type = context.catalog.integrationType(integration.type, source.type(), destination.type());
    const Status status = statusOf(integration, type, source, destination, state, context.backends);
    Json json = pairingJson(type, source, destination, state);
    json["service_integration_id"] = integration.id;
    json["enabled"] = true;
    json["active"] = std::string_view(status.word) == "running";
    json["user_config"] = integration.userConfig;
    json["integration_status"] = statusJson(status);
    return json;
}

} // namespace Sandbox
