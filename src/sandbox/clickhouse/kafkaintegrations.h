// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/broker/kafkabroker.h"
#include "sandbox/clickhouse/kafkacluster.h"
#include "sandbox/clickhouse/tablecheck.h"
#include "sandbox/integrationkind.h"

#include <functional>
#include <optional>

namespace Sandbox {

/// clickhouse_kafka: a database of Kafka tables for each integration.
class KafkaIntegrations final : public IntegrationKind
{
public:
    /// The broker of a Kafka service, null while it is powered off.
    using FindBroker = std::function<std::shared_ptr<KafkaBroker>(const std::string &service)>;
    /// The port of its schema registry, 0 when there is none.
    using FindRegistry = std::function<int(const std::string &service)>;

    KafkaIntegrations(Engine &engine, FindBroker findBroker, FindRegistry findRegistry);

    [[nodiscard]] Core::Json wanted(const State &state, const Integration &integration) const override;
    [[nodiscard]] Core::Outcome<EngineError> check(const State &state, const Integration &integration) override;
    [[nodiscard]] Core::Outcome<EngineError> apply(const State &state, const Integration &integration,
                                                   const Core::Json &before) override;
    [[nodiscard]] Core::Outcome<EngineError> drop(const Integration &integration) override;

private:
    [[nodiscard]] std::optional<KafkaCluster> clusterOf(const State &state, const Integration &integration) const;
    [[nodiscard]] std::string registryUrl(const State &state, const std::string &service) const;
    [[nodiscard]] Core::Outcome<EngineError> checkRegistry(const State &state, const Integration &integration) const;
    [[nodiscard]] RunSql internalRun() const;
    void startByDuration(const Integration &integration) const;

    Engine &m_engine;
    const FindBroker m_findBroker;
    const FindRegistry m_findRegistry;
};

} // namespace Sandbox
