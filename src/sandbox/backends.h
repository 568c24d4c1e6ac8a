// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/broker/kafkabroker.h"
#include "sandbox/clickhouse/engine.h"
#include "sandbox/reconciler.h"

#include <map>
#include <memory>
#include <string>

namespace Sandbox {

class Store;

/// What runs behind the services: one broker for Kafka, one engine with its reconciler for each ClickHouse service.
class Backends
{
public:
    /// Opens the broker and its topics, and starts the engines of the services that may have integrations; the others
    /// start when they are asked something first. Throws std::runtime_error when the broker cannot be opened.
    Backends(Store &store, const std::string &folder);

    [[nodiscard]] KafkaBroker &broker() { return m_broker; }
    /// The engine of a ClickHouse service of the state.
    [[nodiscard]] Engine &engine(const std::string &service) { return *m_clickHouses.at(service).engine; }
    [[nodiscard]] Reconciler &reconciler(const std::string &service) { return *m_clickHouses.at(service).reconciler; }

private:
    struct ClickHouse
    {
        std::unique_ptr<Engine> engine;
        std::unique_ptr<Reconciler> reconciler; ///< after the engine, so that it ends first
    };

    void openTopics(Store &store);
    void addClickHouse(Store &store, const Service &service, const std::string &folder);

    KafkaBroker m_broker;
    std::map<std::string, ClickHouse> m_clickHouses;
};

/// Whether the plan of a service permits integrations: "available for Startup plans and higher".
[[nodiscard]] bool hasIntegrations(const Service &service);

} // namespace Sandbox
