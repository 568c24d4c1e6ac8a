// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/backends.h"

#include "sandbox/state/store.h"

#include <cstdio>

namespace Sandbox {

namespace {

/// Without those whose change was interrupted: the reconciler makes them anew.
Core::Json completeTables(const Core::Json &applied)
{
    Core::Json complete = Core::Json::array();
    for (const Core::Json &table : applied) {
        if (table.contains("columns"))
            complete.push_back(table);
    }
    return complete;
}

} // namespace

Backends::Backends(Store &store, const std::string &folder)
{
    openTopics(store);
    for (const Service &service : store.state()->services) {
        if (service.type == "clickhouse")
            addClickHouse(store, service, folder + '/' + service.name);
    }
}

void Backends::openTopics(Store &store)
{
    for (const Service &service : store.state()->services) {
        for (const Topic &topic : service.topics) {
            if (const auto made = m_broker.createTopic(topic.name, topic.partitions); !made)
                std::fprintf(stderr, "headgate-sandbox: topic %s: %s\n", topic.name.c_str(),
                             made.error().message.c_str());
        }
    }
    m_broker.startSamples(store.isNew() ? KafkaBroker::Seed::Yes : KafkaBroker::Seed::No);
}

void Backends::addClickHouse(Store &store, const Service &service, const std::string &folder)
{
    Engine::Options options;
    options.serviceName = service.name;
    options.dataFolder = folder;
    for (const ServiceUser &user : service.users)
        options.users[user.name] = user.password;
    for (const Integration &integration : store.state()->integrations) {
        if (integration.destService == service.name && integration.applied.is_array())
            options.integrations.push_back({integration.database(), completeTables(integration.applied)});
    }
    ClickHouse &clickHouse = m_clickHouses[service.name];
    clickHouse.engine = std::make_unique<Engine>(std::move(options), m_broker);
    if (hasIntegrations(service))
        clickHouse.engine->start();
    clickHouse.reconciler = std::make_unique<Reconciler>(service.name, store, *clickHouse.engine);
}

bool hasIntegrations(const Service &service)
{
    return !service.plan.starts_with("hobbyist") && !service.plan.starts_with("free");
}

} // namespace Sandbox
