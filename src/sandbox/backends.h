// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/broker/kafkabroker.h"
#include "sandbox/clickhouse/engine.h"
#include "sandbox/postgres/postgressources.h"
#include "sandbox/reconciler.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace Sandbox {

class RegistryServer;
class Store;

/// What runs behind the services: a broker for each Kafka service, a server for each PostgreSQL service, an engine with
/// its reconciler for each ClickHouse service, each with a data folder of the service's name. Thread-safe; what was asked for stays usable until it is let
/// go, also when the service is stopped meanwhile.
class Backends
{
public:
    /// Starts what is powered on. ClickHouse services that cannot have integrations start when they are asked something
    /// first. Throws std::runtime_error when a broker cannot be opened.
    Backends(Store &store, std::string folder);
    ~Backends();
    Backends(const Backends &) = delete;
    Backends &operator=(const Backends &) = delete;

    /// Starts what runs behind a service of the state, and returns before it is ready; nothing when it runs already.
    /// The error is a sentence.
    [[nodiscard]] Core::Outcome<std::string> start(const Service &service);
    /// Powers the service off: ends what runs behind it. Topics lose their messages, as in the cloud; ClickHouse keeps
    /// its data.
    void stop(const std::string &service);
    /// Stops the service and removes its data.
    void remove(const std::string &service);
    /// Makes what runs behind the service know the users that the service has now.
    void setUsers(const Service &service);
    /// Whether the service can be used. One that starts when it is asked counts as running.
    [[nodiscard]] bool isRunning(const std::string &service) const;

    /// Null when there is no such service or it is powered off.
    [[nodiscard]] std::shared_ptr<KafkaBroker> broker(const std::string &service) const;
    /// It starts when it is asked something first, or by an integration.
    [[nodiscard]] std::shared_ptr<PostgresServer> postgres(const std::string &service) const;
    [[nodiscard]] std::shared_ptr<Engine> engine(const std::string &service) const;
    [[nodiscard]] std::shared_ptr<Reconciler> reconciler(const std::string &service) const;
    /// The port of a Kafka service's schema registry, 0 when the service is powered off.
    [[nodiscard]] int registryPort(const std::string &service) const;
    /// Wakes every reconciler: something changed that several integrations may depend on, such as an endpoint.
    void wakeReconcilers();

private:
    enum class Start { Now, WhenAsked };

    struct Postgres
    {
        std::shared_ptr<PostgresServer> server;
        bool isLazy = false;
    };
    struct ClickHouse
    {
        std::shared_ptr<Engine> engine;
        std::shared_ptr<Reconciler> reconciler; ///< after the engine, so that it ends first
        bool isLazy = false;
    };

    void startKafka(const Service &service);
    void startPostgres(const Service &service, Start start);
    void startClickHouse(const Service &service);
    [[nodiscard]] IntegrationKinds kindsFor(Engine &engine);
    [[nodiscard]] std::string folderOf(const std::string &service) const { return m_folder + '/' + service; }

    Store &m_store;
    const std::string m_folder;
    mutable std::mutex m_mutex; ///< for the maps
    std::map<std::string, std::shared_ptr<KafkaBroker>> m_brokers;
    std::map<std::string, std::shared_ptr<RegistryServer>> m_registries; ///< of the Kafka services
    std::map<std::string, Postgres> m_postgres;
    const std::shared_ptr<PostgresSources> m_postgresSources;
    std::map<std::string, ClickHouse> m_clickHouses;
};

/// Whether the plan of a service permits integrations: "available for Startup plans and higher".
[[nodiscard]] bool hasIntegrations(const Service &service);

} // namespace Sandbox
