// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/backends.h"

#include "sandbox/clickhouse/credentialintegrations.h"
#include "sandbox/clickhouse/kafkaintegrations.h"
#include "sandbox/clickhouse/postgresintegrations.h"
#include "sandbox/postgres/demodata.h"
#include "sandbox/registry/registryserver.h"
#include "sandbox/state/store.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <stdexcept>

namespace Sandbox {

namespace {

template <typename Map>
typename Map::mapped_type found(const Map &map, const std::string &key)
{
    const auto entry = map.find(key);
    return entry == map.end() ? typename Map::mapped_type() : entry->second;
}

std::map<std::string, std::string> passwordsOf(const Service &service)
{
    std::map<std::string, std::string> passwords;
    for (const ServiceUser &user : service.users)
        passwords[user.name] = user.password;
    return passwords;
}

/// The service that comes with the sandbox has live topics, services that a user creates have not.
bool hasSampleTopics(const Service &service)
{
    const auto samples = KafkaBroker::sampleTopics();
    return std::any_of(samples.begin(), samples.end(), [&service](const TopicDefinition &sample) {
        return std::any_of(service.topics.begin(), service.topics.end(),
                           [&sample](const Topic &topic) { return topic.name == sample.name; });
    });
}

} // namespace

Backends::Backends(Store &store, std::string folder)
    : m_store(store)
    , m_folder(std::move(folder))
    , m_postgresSources(
          std::make_shared<PostgresSources>([this](const std::string &service) { return postgres(service); }))
{
    const auto state = store.state();
    // Sources before destinations, so that the first try of a reconciler succeeds.
    for (const Service &service : state->services) {
        if (service.type == "kafka" && service.powered)
            startKafka(service);
        else if (service.type == "pg" && service.powered)
            startPostgres(service, Start::WhenAsked);
    }
    for (const Service &service : state->services) {
        if (service.type == "clickhouse" && service.powered)
            startClickHouse(service);
    }
}

/// A reconciler asks for brokers until it has ended, so the maps must not change under it.
Backends::~Backends()
{
    for (auto &[name, clickHouse] : m_clickHouses)
        clickHouse.reconciler.reset();
}

Core::Outcome<std::string> Backends::start(const Service &service)
{
    try {
        if (service.type == "kafka" && !broker(service.name)) {
            startKafka(service);
            wakeReconcilers();
        } else if (service.type == "pg" && !postgres(service.name)) {
            startPostgres(service, Start::Now);
            wakeReconcilers();
        } else if (service.type == "clickhouse" && !engine(service.name)) {
            startClickHouse(service);
        }
        return std::monostate{};
    } catch (const std::runtime_error &error) {
        return Core::Unexpected{std::string(error.what())};
    }
}

void Backends::stop(const std::string &service)
{
    std::shared_ptr<KafkaBroker> broker;
    std::shared_ptr<RegistryServer> registry;
    Postgres postgres;
    ClickHouse clickHouse;
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto entry = m_brokers.extract(service))
            broker = entry.mapped();
        if (const auto entry = m_registries.extract(service))
            registry = entry.mapped();
        if (const auto entry = m_postgres.extract(service))
            postgres = entry.mapped();
        if (const auto entry = m_clickHouses.extract(service))
            clickHouse = entry.mapped();
    }
    // Ended here, outside the lock: that may take seconds.
    clickHouse.reconciler.reset();
    if (broker) {
        broker.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folderOf(service), ignored);
    }
}

void Backends::remove(const std::string &service)
{
    stop(service);
    std::error_code error;
    std::filesystem::remove_all(folderOf(service), error);
    if (error)
        std::fprintf(stderr, "headgate-sandbox: the data of %s: %s\n", service.c_str(), error.message().c_str());
}

void Backends::setUsers(const Service &service)
{
    if (const auto clickHouse = engine(service.name))
        clickHouse->setUsers(passwordsOf(service));
    if (const auto server = postgres(service.name)) {
        if (const auto set = server->setUsers(passwordsOf(service)); !set)
            std::fprintf(stderr, "headgate-sandbox: the users of %s: %s\n", service.name.c_str(),
                         set.error().message.c_str());
        wakeReconcilers(); // the main user's password is theirs too
    }
}

bool Backends::isRunning(const std::string &service) const
{
    const std::scoped_lock lock(m_mutex);
    const ClickHouse clickHouse = found(m_clickHouses, service);
    if (clickHouse.engine)
        return clickHouse.isLazy || clickHouse.engine->isReady();
    if (const Postgres postgres = found(m_postgres, service); postgres.server)
        return postgres.isLazy || postgres.server->isReady();
    return m_brokers.contains(service);
}

std::shared_ptr<KafkaBroker> Backends::broker(const std::string &service) const
{
    const std::scoped_lock lock(m_mutex);
    return found(m_brokers, service);
}

std::shared_ptr<PostgresServer> Backends::postgres(const std::string &service) const
{
    const std::scoped_lock lock(m_mutex);
    return found(m_postgres, service).server;
}

std::shared_ptr<Engine> Backends::engine(const std::string &service) const
{
    const std::scoped_lock lock(m_mutex);
    return found(m_clickHouses, service).engine;
}

std::shared_ptr<Reconciler> Backends::reconciler(const std::string &service) const
{
    const std::scoped_lock lock(m_mutex);
    return found(m_clickHouses, service).reconciler;
}

int Backends::registryPort(const std::string &service) const
{
    const std::scoped_lock lock(m_mutex);
    const auto registry = found(m_registries, service);
    return registry ? registry->port() : 0;
}

void Backends::wakeReconcilers()
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &[name, clickHouse] : m_clickHouses)
        clickHouse.reconciler->wake();
}

void Backends::startKafka(const Service &service)
{
    auto broker = std::make_shared<KafkaBroker>(folderOf(service.name));
    for (const Topic &topic : service.topics) {
        if (broker->partitions(topic.name))
            continue; // of a former run
        if (const auto made = broker->createTopic(topic.name, topic.partitions); !made)
            std::fprintf(stderr, "headgate-sandbox: topic %s: %s\n", topic.name.c_str(), made.error().message.c_str());
    }
    if (hasSampleTopics(service))
        broker->startSamples(m_store.isNew() ? KafkaBroker::Seed::Yes : KafkaBroker::Seed::No);
    auto registry = std::make_shared<RegistryServer>(m_store, service.name, folderOf(service.name));
    const std::scoped_lock lock(m_mutex);
    m_brokers[service.name] = std::move(broker);
    m_registries[service.name] = std::move(registry);
}

void Backends::startPostgres(const Service &service, Start start)
{
    const auto installation = PostgresInstallation::find();
    if (!installation && start == Start::Now)
        throw std::runtime_error(howToInstallPostgres());
    if (!installation) { // it was there when the service was made
        std::fprintf(stderr, "headgate-sandbox: %s: %s.\n", service.name.c_str(), howToInstallPostgres().c_str());
        return;
    }
    PostgresServer::Options options;
    options.serviceName = service.name;
    options.dataFolder = folderOf(service.name);
    options.mainUser = service.users.front().name;
    options.users = passwordsOf(service);
    options.databases = service.databases;
    options.scripts = demoScripts(service.databases);
    Postgres postgres;
    postgres.server = std::make_shared<PostgresServer>(*installation, std::move(options));
    postgres.isLazy = start == Start::WhenAsked;
    if (!postgres.isLazy)
        postgres.server->start();
    const std::scoped_lock lock(m_mutex);
    m_postgres[service.name] = std::move(postgres);
}

void Backends::startClickHouse(const Service &service)
{
    Engine::Options options;
    options.serviceName = service.name;
    options.dataFolder = folderOf(service.name);
    options.users = passwordsOf(service);
    options.collections = collectionGrants(*m_store.state(), service.name);
    ClickHouse clickHouse;
    clickHouse.engine = std::make_shared<Engine>(std::move(options));
    clickHouse.isLazy = !hasIntegrations(service);
    if (!clickHouse.isLazy)
        clickHouse.engine->start();
    clickHouse.reconciler =
        std::make_shared<Reconciler>(service.name, m_store, kindsFor(*clickHouse.engine), clickHouse.engine);
    const std::scoped_lock lock(m_mutex);
    m_clickHouses[service.name] = std::move(clickHouse);
}

IntegrationKinds Backends::kindsFor(Engine &engine)
{
    IntegrationKinds kinds;
    kinds[kafkaIntegration] = std::make_unique<KafkaIntegrations>(
        engine, [this](const std::string &service) { return broker(service); },
        [this](const std::string &service) { return registryPort(service); });
    kinds[postgresIntegration] = std::make_unique<PostgresIntegrations>(engine, m_postgresSources);
    kinds[credentialsIntegration] = std::make_unique<CredentialIntegrations>(engine, m_postgresSources);
    return kinds;
}

bool hasIntegrations(const Service &service)
{
    return !service.plan.starts_with("hobbyist") && !service.plan.starts_with("free");
}

} // namespace Sandbox
