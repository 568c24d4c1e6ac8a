// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/sources.h"

#include "app/setup/kinds.h"
#include "app/setup/setupfacts.h"
#include "core/format.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace App {

namespace {

class Wording
{
    Q_DECLARE_TR_FUNCTIONS(App::Sources)

public:
    //: second line of a service in the list of sources
    static QString poweredOff() { return tr("Powered off: integrations cannot be changed."); }
    //: second line of a service in the list of sources
    static QString building() { return tr("Being built: it can be chosen when it runs."); }
    //: second line of an external endpoint in the list of sources
    static QString endpointsNotYet() { return tr("External endpoints are not set up by this version of Headgate."); }
    //: second line of a service in the list of sources; %1 is the name of a database
    static QString already(const QString &database) { return tr("Already integrated: %1").arg(database); }
    //: second line of a service in the list of sources; %1 is a plan's name
    static QString plan(const QString &plan)
    {
        //: second line of a service in the list of sources; %1 is a name, plan or product
        return tr("Needs a Startup plan or higher. This service: %1.").arg(plan);
    }
    //: the guide's sentence; %1 is a plan's name
    static QString planOfClickHouse(const QString &plan)
    {
        //: the guide's sentence; %1 further on is a plan's name
        return tr("Aiven for ClickHouse service integrations are available for Startup plans and higher.") +
               u' '
               //: follows the sentence about plans; %1 is a plan's name
               + tr("This service: %1.").arg(plan);
    }
    //: %1 is the name of a product, %2 a version (may be empty)
    static QString product(const QString &product, const QString &version)
    {
        //: %1 is the name of a product, %2 a version (may be empty)
        return tr("Aiven for %1 %2").arg(product, version).simplified();
    }

    static QString state(Aiven::Service::State state, const QString &word)
    {
        switch (state) {
        //: state of a service
        case Aiven::Service::State::Running: return tr("Running");
        //: state of a service
        case Aiven::Service::State::Rebalancing: return tr("Rebalancing");
        //: state of a service
        case Aiven::Service::State::Rebuilding: return tr("Rebuilding");
        //: state of a service
        case Aiven::Service::State::PowerOff: return tr("Powered off");
        case Aiven::Service::State::Unknown: break;
        }
        return word;
    }
};

Source::State markOf(Aiven::Service::State state)
{
    switch (state) {
    case Aiven::Service::State::Running: return Source::State::Running;
    case Aiven::Service::State::Rebalancing:
    case Aiven::Service::State::Rebuilding: return Source::State::Working;
    case Aiven::Service::State::PowerOff: return Source::State::PoweredOff;
    case Aiven::Service::State::Unknown: break;
    }
    return Source::State::Unknown;
}

const Aiven::Integration *existing(const SetUpFacts &facts, const QString &sourceService)
{
    const auto found = std::find_if(facts.integrations.cbegin(), facts.integrations.cend(), [&](const auto &one) {
        return !one.isCandidate() && one.type == "clickhouse_kafka"_L1 && one.source.service == sourceService;
    });
    return found == facts.integrations.cend() ? nullptr : &*found;
}

QString reasonAgainst(const SetUpFacts &facts, const Aiven::Service &service)
{
    if (const Aiven::Integration *const integration = existing(facts, service.name))
        return Wording::already(integration->databaseName());
    if (service.state == Aiven::Service::State::PowerOff)
        return Wording::poweredOff();
    if (!service.planAllowsIntegrations())
        return Wording::plan(service.plan);
    return service.isUsable() ? QString() : Wording::building();
}

Source fromService(const SetUpFacts &facts, const Kind &kind, const Aiven::Service &service)
{
    Source source;
    source.name = service.name;
    QStringList parts{Wording::product(kind.title, service.version), service.plan, service.cloud};
    parts.removeAll(QString());
    source.facts = parts.join(u" · "_s);
    source.state = markOf(service.state);
    source.stateText = Wording::state(service.state, service.stateText);
    source.reason = reasonAgainst(facts, service);
    return source;
}

QList<Source> fromEndpoints(const SetUpFacts &facts, const Kind &kind)
{
    QList<Source> sources;
    QSet<QString> seen;
    for (const Aiven::Integration &candidate : facts.integrations) {
        const Aiven::IntegrationSide &side = candidate.source;
        const bool fits =
            side.isEndpoint() && !side.endpointId.isEmpty() && kind.sourceTypes.contains(side.serviceType);
        if (!fits || seen.contains(side.endpointId))
            continue;
        seen.insert(side.endpointId);
        Source source;
        source.group = Source::Group::ExternalEndpoints;
        source.name = side.endpoint.isEmpty() ? side.endpointId : side.endpoint;
        source.reason = Wording::endpointsNotYet();
        sources.append(source);
    }
    return sources;
}

} // namespace

QList<Source> sourcesOf(const SetUpFacts &facts, const Kind &kind)
{
    QList<Source> sources;
    for (const Aiven::Service &service : facts.services) {
        if (kind.sourceTypes.contains(service.type) && service.name != facts.serviceName)
            sources.append(fromService(facts, kind, service));
    }
    // What can be chosen stands first; else in the API's order.
    std::stable_sort(sources.begin(), sources.end(),
                     [](const Source &one, const Source &other) { return one.isAvailable() && !other.isAvailable(); });
    return sources + fromEndpoints(facts, kind);
}

QString planProblem(const SetUpFacts &facts)
{
    if (!facts.service || facts.service->planAllowsIntegrations())
        return {};
    return Wording::planOfClickHouse(facts.service->plan);
}

} // namespace App
