// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/kafkaintegrations.h"

#include "sandbox/clickhouse/kafkatables.h"
#include "sandbox/clickhouse/materializedviews.h"

#include <QUrl>

namespace Sandbox {

namespace {

using Core::Json;
using Outcome = Core::Outcome<EngineError>;

constexpr int invalid = 36; ///< ClickHouse's BAD_ARGUMENTS
constexpr auto byDuration = "auto_offset_reset_by_duration_ms";

std::string formatOf(const Json &table)
{
    return Core::toStdString(Core::textAt(table, "data_format"));
}

/// What only the sandbox's own brokers can do, and what this ClickHouse cannot.
Outcome checkForEndpoint(const State &state, const Integration &integration)
{
    const Endpoint *endpoint = state.endpoint(integration.sourceEndpointId);
    const Json mechanism = endpoint ? Core::memberAt(endpoint->userConfig, "sasl_mechanism") : Json();
    if (mechanism.is_string() && mechanism != "PLAIN")
        return Core::Unexpected{EngineError{invalid,
                                            "The Kafka client in the sandbox's ClickHouse knows of SASL only PLAIN, "
                                            "not " +
                                                mechanism.get<std::string>(),
                                            "source_endpoint_id"}};
    const Json &tables = integration.wanted();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::string path = "tables[" + std::to_string(i) + "].";
        if (Core::integerAt(tables[i], byDuration) > 0)
            return Core::Unexpected{EngineError{
                invalid, "The sandbox cannot start by duration on a cluster of somebody else: use auto_offset_reset",
                path + byDuration}};
    }
    return std::monostate{};
}

} // namespace

KafkaIntegrations::KafkaIntegrations(Engine &engine, FindBroker findBroker, FindRegistry findRegistry)
    : m_engine(engine)
    , m_findBroker(std::move(findBroker))
    , m_findRegistry(std::move(findRegistry))
{}

/// While the Kafka service is off there is no cluster to name; the tables stay as they are until it is on again.
Json KafkaIntegrations::wanted(const State &state, const Integration &integration) const
{
    const auto cluster = clusterOf(state, integration);
    if (!cluster)
        return integration.applied.is_array() ? integration.applied : Json::array();
    Json tables = integration.wanted();
    for (Json &table : tables)
        table["cluster"] = cluster->digest(formatOf(table));
    return tables;
}

Outcome KafkaIntegrations::check(const State &state, const Integration &integration)
{
    if (!integration.sourceEndpointId.empty()) {
        if (auto fits = checkForEndpoint(state, integration); !fits)
            return fits;
    }
    if (auto checked = checkTables(integration.wanted(), internalRun()); !checked)
        return checked;
    if (auto checked = checkRegistry(state, integration); !checked)
        return checked;
    return MaterializedViews(integration.database(), internalRun()).check(integration.wanted());
}

Outcome KafkaIntegrations::apply(const State &state, const Integration &integration, const Json &before)
{
    const auto cluster = clusterOf(state, integration);
    if (!cluster)
        return Core::Unexpected{EngineError{0, "Service " + integration.sourceService + " is powered off", {}}};
    if (auto checked = check(state, integration); !checked)
        return checked;
    const Json tables = wanted(state, integration);
    MaterializedViews views(integration.database(), internalRun());
    startByDuration(integration);
    if (auto dropped = views.dropOthers(tables); !dropped)
        return dropped;
    if (auto made = KafkaTables(integration.database(), internalRun()).apply(*cluster, before, tables); !made)
        return made;
    return views.create(tables);
}

Outcome KafkaIntegrations::drop(const Integration &integration)
{
    if (auto dropped = MaterializedViews(integration.database(), internalRun()).dropOthers(Json::array()); !dropped)
        return dropped;
    return KafkaTables(integration.database(), internalRun()).drop();
}

std::optional<KafkaCluster> KafkaIntegrations::clusterOf(const State &state, const Integration &integration) const
{
    if (!integration.sourceEndpointId.empty()) {
        const Endpoint *endpoint = state.endpoint(integration.sourceEndpointId);
        return endpoint ? std::optional(KafkaCluster::ofEndpoint(endpoint->userConfig)) : std::nullopt;
    }
    const auto broker = m_findBroker(integration.sourceService);
    if (!broker)
        return std::nullopt;
    return KafkaCluster::ofService(broker->bootstrapServers(), registryUrl(state, integration.sourceService));
}

/// Empty when the service has no registry.
std::string KafkaIntegrations::registryUrl(const State &state, const std::string &service) const
{
    const Service *kafka = state.service(service);
    const int port = m_findRegistry(service);
    if (!kafka || port == 0 || !Core::boolAt(kafka->userConfig, "schema_registry"))
        return {};
    const ServiceUser &user = kafka->users.front();
    const QByteArray password = QUrl::toPercentEncoding(QString::fromStdString(user.password));
    return "http://" + user.name + ':' + password.toStdString() + "@127.0.0.1:" + std::to_string(port);
}

Outcome KafkaIntegrations::checkRegistry(const State &state, const Integration &integration) const
{
    const Json &tables = integration.wanted();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (formatOf(tables[i]) != registryFormat || !registryUrl(state, integration.sourceService).empty())
            continue;
        return Core::Unexpected{EngineError{invalid,
                                            "AvroConfluent needs the schema registry of a Kafka service of the "
                                            "project; switch on schema_registry there",
                                            "tables[" + std::to_string(i) + "].data_format"}};
    }
    return std::monostate{};
}

RunSql KafkaIntegrations::internalRun() const
{
    return [this](const std::string &sql) { return m_engine.runInternal(sql); };
}

/// This ClickHouse cannot start a group by time, but the broker can before it: a group that has no position in a topic
/// gets the one of that time.
void KafkaIntegrations::startByDuration(const Integration &integration) const
{
    const auto broker = m_findBroker(integration.sourceService);
    for (const Json &table : integration.wanted()) {
        const std::chrono::milliseconds duration(Core::integerAt(table, byDuration));
        if (!broker || duration.count() <= 0)
            continue;
        const KafkaTableSql sql(integration.database(), table);
        for (const std::string &topic : sql.topics())
            broker->startGroup(topic, sql.group(), std::chrono::system_clock::now() - duration);
    }
}

} // namespace Sandbox
