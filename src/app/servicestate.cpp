// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servicestate.h"

#include "app/setup/kinds.h"

#include "aiven/types/integration.h"
#include "aiven/types/service.h"

#include <QCoreApplication>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::State;

namespace {

/// Gives the functions below tr() with a context of its own.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(App::Words)
};

} // namespace

StateWord stateOf(const Aiven::Service &service)
{
    switch (service.state) {
    case Aiven::Service::State::Running:
        //: State of a service
        return {State::Ok, Words::tr("Running")};
    case Aiven::Service::State::Rebuilding:
        //: State of a service: its nodes are being made
        return {State::Working, Words::tr("Rebuilding")};
    case Aiven::Service::State::Rebalancing:
        //: State of a service: data moves between its nodes
        return {State::Working, Words::tr("Rebalancing")};
    case Aiven::Service::State::PowerOff:
        //: State of a service
        return {State::Off, Words::tr("Powered off")};
    case Aiven::Service::State::Unknown: break;
    }
    return {State::Off, service.stateText.toLower()};
}

StateWord stateOf(const Aiven::Integration &integration)
{
    using Status = Aiven::IntegrationStatus::State;
    if (integration.status.state == Status::Failed)
        //: State of an integration
        return {State::Failed, Words::tr("Failed")};
    if (!integration.enabled)
        //: State of an integration
        return {State::Off, Words::tr("Disabled")};
    if (integration.active)
        //: State of an integration
        return {State::Ok, Words::tr("Active")};
    //: State of an integration that was just enabled
    return {State::Working, Words::tr("Starting")};
}

QString kindName(const QString &serviceType)
{
    struct Known
    {
        QLatin1StringView type;
        QLatin1StringView name;
    };
    static constexpr Known kinds[] = {
        {"clickhouse"_L1, "ClickHouse"_L1},
        {"kafka"_L1, "Apache Kafka"_L1},
        {"external_kafka"_L1, "Apache Kafka"_L1},
        {"pg"_L1, "PostgreSQL"_L1},
        {"external_postgresql"_L1, "PostgreSQL"_L1},
        {"mysql"_L1, "MySQL"_L1},
        {"external_mysql"_L1, "MySQL"_L1},
        {"opensearch"_L1, "OpenSearch"_L1},
        {"grafana"_L1, "Grafana"_L1},
        {"valkey"_L1, "Valkey"_L1},
        {"kafka_connect"_L1, "Apache Kafka Connect"_L1},
        {"flink"_L1, "Apache Flink"_L1},
    };
    for (const Known &kind : kinds) {
        if (serviceType == kind.type)
            return kind.name;
    }
    return readableType(serviceType);
}

QString productName(const QString &serviceType)
{
    const QString kind = kindName(serviceType);
    //: Product; %1 is its kind, such as ClickHouse
    return Words::tr("Aiven for %1®").arg(kind);
}

} // namespace App
