// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/kafkaintegrations.h"

#include "sandbox/clickhouse/kafkatables.h"

namespace Sandbox {

namespace {

using Core::Json;

RunSql internalRun(Engine &engine)
{
    return [&engine](const std::string &sql) { return engine.runInternal(sql); };
}

/// A consumer that dies without a word stops its group for the session timeout: librdkafka's 45 s would be long for
/// somebody who looks at a table while an engine is started again.
KafkaCluster serviceCluster(const KafkaBroker &broker)
{
    return KafkaCluster({{"kafka_broker_list", broker.bootstrapServers()},
                         {"kafka.session_timeout_ms", "6000"},
                         {"kafka.heartbeat_interval_ms", "500"},
                         {"kafka.message_timeout_ms", "5000"}});
}

void noteGroups(KafkaBroker &broker, const Json &tables)
{
    for (const Json &table : tables) {
        const KafkaTableSql sql({}, table);
        for (const std::string &topic : sql.topics())
            broker.noteGroup(topic, sql.group());
    }
}

} // namespace

KafkaIntegrations::KafkaIntegrations(Engine &engine, FindBroker findBroker)
    : m_engine(engine)
    , m_findBroker(std::move(findBroker))
{}

/// While the Kafka service is off there is no cluster to name; the tables stay as they are until it is on again.
Json KafkaIntegrations::wanted(const State &, const Integration &integration) const
{
    const auto broker = m_findBroker(integration.sourceService);
    if (!broker)
        return integration.applied.is_array() ? integration.applied : Json::array();
    const std::string digest = serviceCluster(*broker).digest();
    Json tables = integration.wanted();
    for (Json &table : tables)
        table["cluster"] = digest;
    return tables;
}

Core::Outcome<EngineError> KafkaIntegrations::check(const State &, const Integration &integration)
{
    return checkTables(integration.wanted(), internalRun(m_engine));
}

Core::Outcome<EngineError> KafkaIntegrations::apply(const State &state, const Integration &integration,
                                                    const Json &before)
{
    const auto broker = m_findBroker(integration.sourceService);
    if (!broker)
        return Core::Unexpected{EngineError{0, "Service " + integration.sourceService + " is powered off", {}}};
    const Json tables = wanted(state, integration);
    const auto applied = KafkaTables(integration.database(), internalRun(m_engine))
                             .apply(serviceCluster(*broker), before, tables);
    if (applied)
        noteGroups(*broker, tables);
    return applied;
}

Core::Outcome<EngineError> KafkaIntegrations::drop(const Integration &integration)
{
    return KafkaTables(integration.database(), internalRun(m_engine)).drop();
}

} // namespace Sandbox
