// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/sources.h"

#include "app/endpoints/endpointrules.h"
#include "app/endpoints/projectfacts.h"
#include "app/setup/kinds.h"
#include "core/format.h"

#include <QCoreApplication>

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
    static QString mayOnlyLook(const QStringList &roles)
    {
        //: why nothing can be changed; %1 is a role such as "developer"
        return tr("You can look, but changing integrations needs project:integrations:write. Your role: %1. Ask an "
                  "admin of the "
                  "project.")
            .arg(Core::displayText(roles.join(u", "_s), 100));
    }
    //: second line of a service in the list of sources
    static QString building() { return tr("Being built: it can be chosen when it runs."); }
    //: second line of a row in the list of sources; %1 is the name of a database or collection
    static QString already(const QString &what)
    {
        //: second line of a row in the list of sources; %1 is the name of a database or collection
        return what.isEmpty() ? tr("Already integrated") : tr("Already integrated: %1").arg(what);
    }
    //: second line of a service in the list of sources; %1 is a plan's name
    static QString plan(const QString &plan)
    {
        //: second line of a service in the list of sources; %1 is a plan's name
        return tr("Needs a Startup plan or higher. This service: %1.").arg(plan);
    }
    static QString otherRoute(Route::Method method)
    {
        //: second line of a row in the list of sources
        return method == Route::Method::Credentials ? tr("Managed credentials are not offered for this source.")
                                                    //: second line of a row in the list of sources
                                                    : tr("Managed databases are not offered for this source.");
    }
    static QString planOfClickHouse(const QString &plan)
    {
        //: the guide's sentence
        return tr("Aiven for ClickHouse service integrations are available for Startup plans and higher.") +
               u' '
               //: follows the sentence about plans; %1 is a plan's name
               + tr("This service: %1.").arg(plan);
    }
    static QString gone(const QString &service)
    {
        //: why nothing can be enabled; %1 is the name of a service
        return tr("%1 does not exist any more. It was deleted while this window was open.").arg(service);
    }
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

/// "Already integrated: …", or nothing.
QString alreadyThere(const ProjectFacts &facts, const Route &route, const Source &source)
{
    for (const Aiven::Integration &one : facts.integrations) {
        const Aiven::IntegrationSide &other = route.method == Route::Method::Send ? one.dest : one.source;
        const bool same = source.isEndpoint() ? other.endpointId == source.endpointId : other.service == source.name;
        if (!one.isCandidate() && one.type == route.type && same)
            return Wording::already(one.makesDatabases() ? one.databaseName() : one.collectionName());
    }
    return {};
}

QString reasonAgainst(const ProjectFacts &facts, const Route &route, const Source &source)
{
    if (!route.otherTypes.contains(source.type))
        return Wording::otherRoute(route.method);
    return alreadyThere(facts, route, source);
}

QString reasonAgainst(const Aiven::Service &service)
{
    if (service.state == Aiven::Service::State::PowerOff)
        return Wording::poweredOff();
    if (!service.planAllowsIntegrations())
        return Wording::plan(service.plan);
    return service.isUsable() ? QString() : Wording::building();
}

Source fromService(const ProjectFacts &facts, const Kind &kind, const Route &route, const Aiven::Service &service)
{
    Source source;
    source.name = service.name;
    source.type = service.type;
    source.iconName = kind.iconName;
    const bool isData = kind.group == Kind::Group::DataSources;
    QStringList parts{Wording::product(isData ? kind.title : readableType(service.type), service.version), service.plan,
                      service.cloud};
    parts.removeAll(QString());
    source.facts = parts.join(u" · "_s);
    source.state = markOf(service.state);
    source.stateText = Wording::state(service.state, service.stateText);
    source.nodeCount = service.nodeCount;
    source.reason = reasonAgainst(facts, route, source);
    if (source.reason.isEmpty())
        source.reason = reasonAgainst(service);
    return source;
}

Source fromEndpoint(const ProjectFacts &facts, const Route &route, const Aiven::Endpoint &endpoint)
{
    Source source;
    source.group = Source::Group::ExternalEndpoints;
    source.name = endpoint.name;
    source.type = endpoint.type;
    source.endpointId = endpoint.id;
    source.iconName = u"globe"_s;
    const Aiven::EndpointType *const type = facts.endpointType(endpoint.type);
    QStringList parts{type ? type->title : readableType(endpoint.type), endpointAddress(endpoint.userConfig)};
    parts.removeAll(QString());
    source.facts = parts.join(u" · "_s);
    source.reason = reasonAgainst(facts, route, source);
    return source;
}

} // namespace

QList<Source> sourcesOf(const ProjectFacts &facts, const Kind &kind, const Route &route)
{
    const QStringList types = kind.otherTypes();
    QList<Source> sources;
    for (const Aiven::Service &service : facts.services) {
        if (types.contains(service.type) && service.name != facts.serviceName)
            sources.append(fromService(facts, kind, route, service));
    }
    for (const Aiven::Endpoint &endpoint : facts.endpoints) {
        if (types.contains(endpoint.type))
            sources.append(fromEndpoint(facts, route, endpoint));
    }
    // What can be chosen stands first in its group; else in the API's order.
    std::stable_sort(sources.begin(), sources.end(), [](const Source &one, const Source &other) {
        return one.group != other.group ? one.group < other.group : one.isAvailable() && !other.isAvailable();
    });
    return sources;
}

QString serviceProblem(const ProjectFacts &facts)
{
    if (!facts.service)
        return Wording::gone(facts.serviceName);
    if (!facts.service->planAllowsIntegrations())
        return Wording::planOfClickHouse(facts.service->plan);
    return facts.service->state == Aiven::Service::State::PowerOff ? Wording::poweredOff() : QString();
}

QString permissionProblem(const ProjectFacts &facts)
{
    return facts.mayChangeIntegrations() ? QString() : Wording::mayOnlyLook(facts.roles);
}

} // namespace App
