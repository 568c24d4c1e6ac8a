// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/state/model.h"

namespace Sandbox {

namespace {

using Core::Json;

// A file of a later version is not read by guessing. Version 1 had no endpoints, and of a removal only the database.
constexpr int version = 2;
constexpr int oldestVersion = 1;

template <typename Value>
void readOptional(const Json &json, const char *key, Value &value)
{
    if (json.contains(key))
        json[key].get_to(value);
}

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
            {"topics", std::move(topics)},
            {"powered", service.powered},
            {"termination_protection", service.terminationProtection},
            {"tags", service.tags},
            {"tech_emails", service.techEmails},
            {"maintenance", service.maintenance},
            {"databases", service.databases},
            {"schemas", toJson(service.schemas)}};
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
    readOptional(json, "powered", service.powered);
    readOptional(json, "termination_protection", service.terminationProtection);
    readOptional(json, "tags", service.tags);
    readOptional(json, "tech_emails", service.techEmails);
    readOptional(json, "maintenance", service.maintenance);
    readOptional(json, "databases", service.databases);
    if (json.contains("schemas"))
        service.schemas = schemaRegistryFrom(json["schemas"]);
    return service;
}

Json toJson(const Endpoint &endpoint)
{
    return {
        {"id", endpoint.id}, {"name", endpoint.name}, {"type", endpoint.type}, {"user_config", endpoint.userConfig}};
}

Endpoint endpointFrom(const Json &json)
{
    return {json.at("id"), json.at("name"), json.at("type"), json.at("user_config")};
}

Json toJson(const Integration &integration)
{
    return {{"id", integration.id},
            {"type", integration.type},
            {"source_service", integration.sourceService},
            {"dest_service", integration.destService},
            {"user_config", integration.userConfig},
            {"applied", integration.applied},
            {"source_endpoint_id", integration.sourceEndpointId},
            {"source_endpoint_name", integration.sourceEndpointName},
            {"dest_endpoint_id", integration.destEndpointId}};
}

Integration integrationFrom(const Json &json)
{
    Integration integration;
    json.at("id").get_to(integration.id);
    json.at("type").get_to(integration.type);
    json.at("source_service").get_to(integration.sourceService);
    json.at("dest_service").get_to(integration.destService);
    integration.userConfig = json.at("user_config");
    integration.applied = json.at(json.contains("applied") ? "applied" : "applied_tables");
    readOptional(json, "source_endpoint_id", integration.sourceEndpointId);
    readOptional(json, "source_endpoint_name", integration.sourceEndpointName);
    readOptional(json, "dest_endpoint_id", integration.destEndpointId);
    return integration;
}

Json toJson(const AccessToken &token)
{
    return {{"prefix", token.prefix},
            {"hash", token.hash},
            {"description", token.description},
            {"create_time", token.createTime},
            {"expiry_time", token.expiryTime},
            {"max_age_seconds", token.maxAgeSeconds ? Json(*token.maxAgeSeconds) : Json()},
            {"extend_when_used", token.extendWhenUsed}};
}

AccessToken accessTokenFrom(const Json &json)
{
    AccessToken token;
    json.at("prefix").get_to(token.prefix);
    json.at("hash").get_to(token.hash);
    json.at("description").get_to(token.description);
    json.at("create_time").get_to(token.createTime);
    json.at("expiry_time").get_to(token.expiryTime);
    if (json.at("max_age_seconds").is_number())
        token.maxAgeSeconds = json["max_age_seconds"].get<std::int64_t>();
    json.at("extend_when_used").get_to(token.extendWhenUsed);
    return token;
}

/// A removal as version 1 kept it: {service, database}, always of a Kafka service.
Integration oldRemoval(const Json &json)
{
    constexpr std::string_view prefix = "service_";
    Integration integration;
    integration.id = newId();
    integration.type = kafkaIntegration;
    integration.sourceService = json.at("database").get<std::string>().substr(prefix.size());
    json.at("service").get_to(integration.destService);
    return integration;
}

template <typename Item>
Json listJson(const std::vector<Item> &items)
{
    Json list = Json::array();
    for (const Item &item : items)
        list.push_back(toJson(item));
    return list;
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
        state.removals.push_back(removal.contains("database") ? oldRemoval(removal) : integrationFrom(removal));
    for (const Json &endpoint : Core::memberAt(json, "endpoints"))
        state.endpoints.push_back(endpointFrom(endpoint));
    for (const Json &token : Core::memberAt(json, "access_tokens"))
        state.accessTokens.push_back(accessTokenFrom(token));
    return state;
}

} // namespace

Json toJson(const State &state)
{
    return {{"version", version},
            {"project", state.project},
            {"create_time", state.createTime},
            {"services", listJson(state.services)},
            {"endpoints", listJson(state.endpoints)},
            {"integrations", listJson(state.integrations)},
            {"removals", listJson(state.removals)},
            {"access_tokens", listJson(state.accessTokens)}};
}

Core::Expected<State, std::string> stateFromJson(const Json &json)
{
    const qint64 found = Core::integerAt(json, "version");
    if (found < oldestVersion || found > version)
        return Core::Unexpected{"it is of version " + std::to_string(found) + ", not " + std::to_string(version)};
    try {
        return readState(json);
    } catch (const std::exception &error) { // of the JSON library, or of a name that is too short
        return Core::Unexpected{std::string(error.what())};
    }
}

} // namespace Sandbox
