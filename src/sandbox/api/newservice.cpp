// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/newservice.h"

#include "sandbox/api/lookup.h"
#include "sandbox/api/newintegration.h"
#include "sandbox/api/userconfig.h"
#include "sandbox/backends.h"
#include "sandbox/catalog.h"

#include <algorithm>

namespace Sandbox {

namespace {

using Core::Json;
using Outcome = Core::Outcome<ApiError>;

constexpr auto defaultCloud = "google-europe-west1";

Core::Unexpected<ApiError> badRequest(const std::string &message)
{
    return refuse(400, message, "bad_request");
}

Outcome checkPlan(const Catalog &catalog, const Service &service)
{
    if (!catalog.plan(service.type, service.plan))
        return badRequest("Invalid input for plan: '" + service.plan + "' is not a plan of " + service.type);
    if (!catalog.hasCloud(service.cloud))
        return badRequest("Invalid input for cloud: '" + service.cloud + "' is not known");
    return std::monostate{};
}

/// What the bodies of POST and PUT have in common.
Outcome applySettings(Service &service, const Catalog &catalog, const Json &body)
{
    service.plan = textOf(body, "plan", service.plan);
    service.cloud = textOf(body, "cloud", service.cloud);
    service.terminationProtection = Core::boolAt(body, "termination_protection", service.terminationProtection);
    if (body.contains("tech_emails"))
        service.techEmails = body["tech_emails"];
    for (const auto &[key, value] : Core::memberAt(body, "maintenance").items()) {
        if (key == "dow" || key == "time")
            service.maintenance[key] = value;
    }
    if (body.contains("project_vpc_id"))
        return badRequest("Invalid input for project_vpc_id: the sandbox has no VPCs");
    if (auto fits = checkPlan(catalog, service); !fits)
        return fits;
    const ConfigSchema &schema = *catalog.serviceConfig(service.type);
    auto config = merged(service.userConfig, body.value("user_config", Json::object()), schema.fields);
    if (!config)
        return Core::Unexpected{config.error()};
    service.userConfig = std::move(config).value();
    return checkConfig(service.userConfig, schema);
}

void setVersion(Service &service, const Catalog &catalog)
{
    const std::string key = service.type + "_version";
    if (!service.userConfig.contains(key))
        service.userConfig[key] = catalog.serviceTypes().at(service.type).at("default_version");
}

// Of a side that is not named the new service takes the place.
Json completedIntegration(Json body, const std::string &service)
{
    for (const std::string side : {"source", "dest"}) {
        if (textOf(body, (side + "_service").c_str()).empty() && textOf(body, (side + "_endpoint_id").c_str()).empty())
            body[side + "_service"] = service;
    }
    return body;
}

Outcome addIntegrations(State &state, const Catalog &catalog, const Request &request, const std::string &service)
{
    const Json list = request.body.value("service_integrations", Json::array());
    for (const Json &body : list) {
        auto integration = newIntegration(state, catalog, request.name("project"), completedIntegration(body, service));
        if (!integration)
            return Core::Unexpected{integration.error()};
        state.integrations.push_back(std::move(integration).value());
    }
    return std::monostate{};
}

Core::Unexpected<ApiError> isProtected()
{
    return refuse(403, "Service is protected against termination and shut down. Remove termination protection first.",
                  "permission_denied");
}

bool takesPartInData(const State &state, const Service &service)
{
    return std::any_of(state.integrations.begin(), state.integrations.end(),
                       [&service](const Integration &integration) {
                           return integration.isData() && integration.concerns(service.name);
                       });
}

} // namespace

Outcome addService(State &state, const Catalog &catalog, const Request &request)
{
    if (auto known = checkProject(state, request.name("project")); !known)
        return known;
    Service service;
    service.name = request.body.at("service_name");
    service.type = request.body.at("service_type");
    service.cloud = defaultCloud;
    if (!catalog.serviceConfig(service.type)) {
        return badRequest("Invalid input for service_type: the sandbox runs services of the types clickhouse, kafka "
                          "and pg, not '" +
                          service.type + "'");
    }
    if (state.service(service.name))
        return refuse(409, "Service name is already in use in this project: " + service.name + " already exists",
                      "service_already_exists");
    if (auto applied = applySettings(service, catalog, request.body); !applied)
        return applied;
    setVersion(service, catalog);
    service.tags = request.body.value("tags", Json::object());
    service.createTime = currentTime();
    service.updateTime = service.createTime;
    service.users.push_back({"avnadmin", newSecret()});
    if (service.type == "pg")
        service.databases.push_back("defaultdb");
    state.services.push_back(service);
    return addIntegrations(state, catalog, request, service.name);
}

Outcome changeService(State &state, const Catalog &catalog, const Request &request)
{
    const auto found = findService(state, request);
    if (!found)
        return Core::Unexpected{found.error()};
    Service &service = *state.service((*found)->name);
    const bool wasProtected = service.terminationProtection;
    if (auto applied = applySettings(service, catalog, request.body); !applied)
        return applied;
    if (!hasIntegrations(service) && takesPartInData(state, service))
        return refuse(403, "Service integrations are not available for this service", "feature_not_enabled");
    const bool powered = Core::boolAt(request.body, "powered", service.powered);
    if (service.powered && !powered && wasProtected && service.terminationProtection)
        return isProtected();
    service.powered = powered;
    service.updateTime = currentTime();
    return std::monostate{};
}

Outcome removeService(State &state, const Request &request)
{
    const auto found = findService(state, request);
    if (!found)
        return Core::Unexpected{found.error()};
    if ((*found)->terminationProtection)
        return isProtected();
    const std::string name = (*found)->name;
    // What its integrations made in other services goes; what is in it goes with it.
    for (const Integration &integration : state.integrations) {
        if (integration.sourceService == name && integration.destService != name && integration.isData())
            state.removals.push_back(integration);
    }
    std::erase_if(state.integrations, [&name](const Integration &one) { return one.concerns(name); });
    std::erase_if(state.removals, [&name](const Integration &one) { return one.destService == name; });
    std::erase_if(state.services, [&name](const Service &one) { return one.name == name; });
    return std::monostate{};
}

} // namespace Sandbox
