// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/state/model.h"

namespace Sandbox {

namespace {

using Core::Json;

// A file of a later version is not read by guessing.
constexpr int version = 1;

Json toJson(const Service &service)
{
    Json users = Json::array();
    for (const ServiceUser &user : service.users)
        users.push_back({{"name", user.name}, {"password", user.password}});
    Json topics = Json::array();
    for (const Topic &topic : service.topics) {
        topics.push_back({{"name", topic.name},
                          {"partitions", topic.partitions},
                          {"replication", topic.replication},
                          {"description", topic.description},
                          {"config", topic.config},
                          {"tags", topic.tags}});
    }
    return {{"name", service.name},
            {"type", service.type},
            {"plan", service.plan},
            {"cloud", service.cloud},
            {"create_time", service.createTime},
            {"update_time", service.updateTime},
            {"user_config", service.userConfig},
            {"users", std::move(users)},
            {"topics", std::move(topics)}};
}

Service serviceFrom(const Json &json)
{
    Service service;
    json.at("name").get_to(service.name);
    json.at("type").get_to(service.type);
    json.at("plan").get_to(service.plan);
    json.at("cloud").get_to(service.cloud);
    json.at("create_time").get_to(service.createTime);
    json.at("update_time").get_to(service.updateTime);
    service.userConfig = json.at("user_config");
    for (const Json &user : json.at("users"))
        service.users.push_back({user.at("name"), user.at("password")});
    for (const Json &topic : json.at("topics")) {
        service.topics.push_back({topic.at("name"), topic.at("partitions"), topic.at("replication"),
                                  topic.at("description"), topic.at("config"), topic.at("tags")});
    }
    return service;
}

Json toJson(const Integration &integration)
{
    return {{"id", integration.id},
            {"type", integration.type},
            {"source_service", integration.sourceService},
            {"dest_service", integration.destService},
            {"user_config", integration.userConfig},
            {"applied_tables", integration.appliedTables}};
}

Integration integrationFrom(const Json &json)
{
    Integration integration;
    json.at("id").get_to(integration.id);
    json.at("type").get_to(integration.type);
    json.at("source_service").get_to(integration.sourceService);
    json.at("dest_service").get_to(integration.destService);
    integration.userConfig = json.at("user_config");
    integration.appliedTables = json.at("applied_tables");
    return integration;
}

State readState(const Json &json)
{
    State state;
    json.at("project").get_to(state.project);
    json.at("create_time").get_to(state.createTime);
    for (const Json &service : json.at("services"))
        state.services.push_back(serviceFrom(service));
    for (const Json &integration : json.at("integrations"))
        state.integrations.push_back(integrationFrom(integration));
    for (const Json &removal : json.at("removals"))
        state.removals.push_back({removal.at("service"), removal.at("database")});
    return state;
}

} // namespace

Json toJson(const State &state)
{
    Json services = Json::array();
    for (const Service &service : state.services)
        services.push_back(toJson(service));
    Json integrations = Json::array();
    for (const Integration &integration : state.integrations)
        integrations.push_back(toJson(integration));
    Json removals = Json::array();
    for (const Removal &removal : state.removals)
        removals.push_back({{"service", removal.service}, {"database", removal.database}});
    return {{"version", version},
            {"project", state.project},
            {"create_time", state.createTime},
            {"services", std::move(services)},
            {"integrations", std::move(integrations)},
            {"removals", std::move(removals)}};
}

Core::Expected<State, std::string> stateFromJson(const Json &json)
{
    const qint64 found = Core::integerAt(json, "version");
    if (found != version)
        return Core::Unexpected{"it is of version " + std::to_string(found) + ", not " + std::to_string(version)};
    try {
        return readState(json);
    } catch (const Json::exception &error) {
        return Core::Unexpected{std::string(error.what())};
    }
}

} // namespace Sandbox
