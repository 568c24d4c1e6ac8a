// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/objects.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/userconfig.h"
#include "sandbox/backends.h"
#include "sandbox/catalog.h"
#include "sandbox/lifecycle.h"

namespace Sandbox {

namespace {

using Core::Json;

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
    if (service.type == "pg") {
        const auto server = backends.postgres(service.name);
        const bool isReady = server && (server->isReady() || (address == Address::Awaited && server->waitUntilReady()));
        return isReady ? std::optional(ServiceAddress{"pg", "127.0.0.1", server->port()}) : std::nullopt;
    }
    const auto engine = backends.engine(service.name);
    if (!engine || (address == Address::WhenKnown && !engine->isReady()))
        return std::nullopt;
    const auto port = engine->httpPort();
    return port ? std::optional(ServiceAddress{"clickhouse_https", "127.0.0.1", *port}) : std::nullopt;
}

/// The server speaks plain text on the loopback; drivers that would ask for TLS are told not to.
void addPostgresConnection(Json &json, const Service &service, const ServiceAddress &address, Secrets secrets)
{
    const ServiceUser &user = service.users.front();
    const std::string password = secrets == Secrets::Shown ? user.password : redactedSecret;
    const std::string port = std::to_string(address.port);
    const std::string database = service.databases.empty() ? "defaultdb" : service.databases.front();
    const std::string uri = "postgres://" + user.name + ':' + password + '@' + address.host + ':' + port + '/' +
                            database + "?sslmode=disable";
    json["service_uri"] = uri;
    json["service_uri_params"] = {{"dbname", database}, {"host", address.host}, {"password", password},
                                  {"port", port},       {"sslmode", "disable"}, {"user", user.name}};
    json["connection_info"] = {{"pg", Json::array({uri})}, {"pg_params", Json::array({json["service_uri_params"]})}};
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
    if (service.type == "pg")
        return addPostgresConnection(json, service, *endpoint, secrets);
    json["connection_info"][service.type] = Json::array({uri});
    json["service_uri"] = uri;
    json["service_uri_params"] = {{"host", endpoint->host}, {"port", port}, {"ssl", "false"}};
    if (service.type == "clickhouse") {
        const ServiceUser &user = service.users.front();
        json["service_uri_params"]["user"] = user.name;
        json["service_uri_params"]["password"] = secrets == Secrets::Shown ? user.password : redactedSecret;
    }
}

/// The registry's own port, for clients that know nothing of this API.
void addRegistry(Json &json, const Service &service, const Backends &backends)
{
    const int port = backends.registryPort(service.name);
    if (port == 0 || !Core::boolAt(service.userConfig, "schema_registry"))
        return;
    json["components"].push_back({{"component", "schema_registry"},
                                  {"host", "127.0.0.1"},
                                  {"port", port},
                                  {"route", "dynamic"},
                                  {"usage", "primary"},
                                  {"ssl", false}});
}

Json nodeStates(const Service &service, int count, const std::string &state)
{
    Json nodes = Json::array();
    for (int node = 1; node <= count; ++node) {
        nodes.push_back({{"name", service.name + '-' + std::to_string(node)},
                         {"state", state == "RUNNING" ? "running" : "setting_up_vm"},
                         {"availability_zone", nullptr},
                         {"role", node == 1 ? "master" : "read-replica"},
                         {"progress_updates", Json::array()}});
    }
    return nodes;
}

void addPlan(Json &json, const Service &service, const std::string &state, const Catalog &catalog)
{
    json["service_type_description"] = catalog.serviceTypes().at(service.type).at("description");
    const Json *plan = catalog.plan(service.type, service.plan);
    if (!plan)
        return;
    const int nodes = plan->at("node_count");
    json["node_count"] = nodes;
    json["node_states"] = service.powered ? nodeStates(service, nodes, state) : Json::array();
    const Json &region = plan->at("regions").at(service.cloud);
    for (const char *key : {"node_cpu_count", "node_memory_mb", "disk_space_mb"})
        json[key] = region.at(key);
}

Json usersOf(const Service &service, Secrets secrets)
{
    Json users = Json::array();
    for (const ServiceUser &user : service.users) {
        users.push_back(userJson(user, secrets));
        if (service.type == "clickhouse") // the others have calls of their own
            break;
    }
    return users;
}

Json maintenanceOf(const Service &service)
{
    Json maintenance{{"dow", "sunday"}, {"time", "03:00:00"}, {"enabled", true}, {"updates", Json::array()}};
    maintenance.update(service.maintenance);
    return maintenance;
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
            {"password", secrets == Secrets::Shown ? user.password : redactedSecret}};
}

Json serviceJson(const Service &service, const State &state, const RouteContext &context, Secrets secrets,
                 Address address)
{
    const std::string current = context.lifecycle.stateOf(service);
    const ConfigSchema &config = *context.catalog.serviceConfig(service.type);
    Json json{
        {"service_name", service.name},
        {"service_type", service.type},
        {"state", current},
        {"plan", service.plan},
        {"cloud_name", service.cloud},
        {"create_time", service.createTime},
        {"update_time", service.updateTime},
        {"user_config", secrets == Secrets::Shown ? service.userConfig : redacted(service.userConfig, config.fields)},
        {"service_integrations", integrationsOf(service, state, context)},
        {"group_list", {"default"}},
        {"project_vpc_id", nullptr},
        {"termination_protection", service.terminationProtection},
        {"users", usersOf(service, secrets)},
        {"metadata", Json::object()},
        {"features", Json::object()},
        {"tags", service.tags},
        {"tech_emails", service.techEmails},
        {"service_notifications", Json::array()},
        {"maintenance", maintenanceOf(service)}};
    addPlan(json, service, current, context.catalog);
    if (service.type == "pg")
        json["databases"] = service.databases;
    // A service that is being built has no address yet, and nobody shall wait for it.
    const Address patience = current == "RUNNING" ? address : Address::WhenKnown;
    addConnection(json, service, endpointOf(service, context.backends, patience), secrets);
    addRegistry(json, service, context.backends);
    return json;
}

} // namespace Sandbox
