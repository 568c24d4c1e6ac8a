// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/objects.h"
#include "sandbox/api/routes.h"
#include "sandbox/backends.h"
#include "sandbox/catalog.h"

namespace Sandbox {

namespace {

using Core::Json;

constexpr auto redacted = "<redacted>";

struct ServiceAddress
{
    std::string component;
    std::string host;
    int port = 0;
};

/// Where clients reach the service; the loopback ports speak plain text, and "ssl" says so.
std::optional<ServiceAddress> endpointOf(const Service &service, Backends &backends, Address address)
{
    if (service.type == "kafka") {
        const auto broker = backends.broker(service.name);
        if (!broker)
            return std::nullopt;
        const std::string servers = broker->bootstrapServers();
        const std::string first = servers.substr(0, servers.find(','));
        const std::size_t colon = first.rfind(':');
        return ServiceAddress{"kafka", first.substr(0, colon), std::stoi(first.substr(colon + 1))};
    }
    const auto engine = backends.engine(service.name);
    if (!engine || (address == Address::WhenKnown && !engine->isReady()))
        return std::nullopt;
    const auto port = engine->httpPort();
    return port ? std::optional(ServiceAddress{"clickhouse_https", "127.0.0.1", *port}) : std::nullopt;
}

void addConnection(Json &json, const Service &service, const std::optional<ServiceAddress> &endpoint, Secrets secrets)
{
    json["components"] = Json::array();
    json["connection_info"] = Json::object();
    json["service_uri"] = nullptr;
    json["service_uri_params"] = Json::object();
    if (!endpoint)
        return;
    const std::string port = std::to_string(endpoint->port);
    const std::string uri = endpoint->host + ':' + port;
    json["components"].push_back({{"component", endpoint->component},
                                  {"host", endpoint->host},
                                  {"port", endpoint->port},
                                  {"route", "dynamic"},
                                  {"usage", "primary"},
                                  {"ssl", false}});
    json["connection_info"][service.type] = Json::array({uri});
    json["service_uri"] = uri;
    json["service_uri_params"] = {{"host", endpoint->host}, {"port", port}, {"ssl", "false"}};
    if (service.type == "clickhouse") {
        const ServiceUser &user = service.users.front();
        json["service_uri_params"]["user"] = user.name;
        json["service_uri_params"]["password"] = secrets == Secrets::Shown ? user.password : redacted;
    }
}

Json nodeStates(const Service &service, int count)
{
    Json nodes = Json::array();
    for (int node = 1; node <= count; ++node) {
        nodes.push_back({{"name", service.name + '-' + std::to_string(node)},
                         {"state", "running"},
                         {"availability_zone", nullptr},
                         {"role", node == 1 ? "master" : "read-replica"},
                         {"progress_updates", Json::array()}});
    }
    return nodes;
}

void addPlan(Json &json, const Service &service, const Catalog &catalog)
{
    const Json &type = catalog.serviceTypes().at(service.type);
    json["service_type_description"] = type.at("description");
    for (const Json &plan : type.at("service_plans")) {
        if (plan.at("service_plan") != service.plan)
            continue;
        const int nodes = plan.at("node_count");
        json["node_count"] = nodes;
        json["node_states"] = nodeStates(service, nodes);
        const Json &region = plan.at("regions").at(service.cloud);
        for (const char *key : {"node_cpu_count", "node_memory_mb", "disk_space_mb"})
            json[key] = region.at(key);
    }
}

Json integrationsOf(const Service &service, const State &state, const RouteContext &context)
{
    Json list = Json::array();
    for (const Integration &integration : state.integrations) {
        if (integration.concerns(service.name))
            list.push_back(integrationJson(integration, state, context));
    }
    return list;
}

} // namespace

Json userJson(const ServiceUser &user, Secrets secrets)
{
    return {{"username", user.name},
            {"type", user.name == "avnadmin" ? "primary" : "regular"},
            {"password", secrets == Secrets::Shown ? user.password : redacted}};
}

Json serviceJson(const Service &service, const State &state, const RouteContext &context, Secrets secrets,
                 Address address)
{
    Json users = Json::array();
    for (const ServiceUser &user : service.users)
        users.push_back(userJson(user, secrets));
    Json json{
        {"service_name", service.name},
        {"service_type", service.type},
        {"state", "RUNNING"},
        {"plan", service.plan},
        {"cloud_name", service.cloud},
        {"create_time", service.createTime},
        {"update_time", service.updateTime},
        {"user_config", service.userConfig},
        {"service_integrations", integrationsOf(service, state, context)},
        {"group_list", {"default"}},
        {"project_vpc_id", nullptr},
        {"termination_protection", false},
        {"users", std::move(users)},
        {"metadata", Json::object()},
        {"features", Json::object()},
        {"tags", Json::object()},
        {"service_notifications", Json::array()},
        {"maintenance", {{"dow", "sunday"}, {"time", "03:00:00"}, {"enabled", true}, {"updates", Json::array()}}}};
    addPlan(json, service, context.catalog);
    addConnection(json, service, endpointOf(service, context.backends, address), secrets);
    return json;
}

} // namespace Sandbox
