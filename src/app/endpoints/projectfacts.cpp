// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoints/projectfacts.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace App {

bool ProjectFacts::mayChangeIntegrations() const
{
    // The two roles that cannot. What Aiven adds tomorrow is for the server to judge.
    return roles.isEmpty() || std::any_of(roles.cbegin(), roles.cend(), [](const QString &role) {
               return role != "developer"_L1 && role != "read_only"_L1;
           });
}

const Aiven::EndpointType *ProjectFacts::endpointType(const QString &type) const
{
    const auto found = std::find_if(endpointTypes.cbegin(), endpointTypes.cend(),
                                    [&type](const Aiven::EndpointType &one) { return one.type == type; });
    return found == endpointTypes.cend() ? nullptr : &*found;
}

QList<Aiven::Integration> ProjectFacts::usesOf(const QString &endpointId) const
{
    QList<Aiven::Integration> uses;
    QSet<QString> seen; // an integration appears under both of its services
    for (const Aiven::Service &one : services) {
        for (const Aiven::Integration &integration : one.integrations) {
            const bool isUse = integration.source.endpointId == endpointId || integration.dest.endpointId == endpointId;
            if (isUse && !seen.contains(integration.id))
                uses.append(integration);
            seen.insert(integration.id);
        }
    }
    return uses;
}

FactsReader::FactsReader(Aiven::Client &client, const QString &project, const QString &service) : m_client(client)
{
    m_facts.project = project;
    m_facts.serviceName = service;
}

void FactsReader::read()
{
    m_round = std::make_unique<QObject>();
    setState(State::Reading);
    QObject *const round = m_round.get();
    const QString &project = m_facts.project;
    const auto keep = [this](auto &place) {
        return [this, &place](auto result) {
            if (!result)
                return failed(result.error());
            place = std::move(result).value();
            arrived();
        };
    };
    m_missing = 4;
    m_client.listServices(project, round)->then(keep(m_facts.services));
    m_client.listEndpointTypes(project, round)->then(keep(m_facts.endpointTypes));
    m_client.listEndpoints(project, round)->then(keep(m_facts.endpoints));
    m_client.currentUser(round)->then([this](Aiven::Result<Aiven::User> user) {
        m_facts.roles = user ? user->roles.value(m_facts.project) : QStringList();
        arrived();
    });
    if (m_facts.serviceName.isEmpty())
        return;
    m_missing += 3;
    m_client.listServiceTypes(project, round)->then([this](Aiven::Result<QList<Aiven::ServiceType>> types) {
        m_facts.serviceTypes.clear();
        for (const Aiven::ServiceType &type : types ? *types : QList<Aiven::ServiceType>())
            m_facts.serviceTypes.append(type.name);
        arrived();
    });
    m_client.listIntegrationTypes(project, round)->then(keep(m_facts.types));
    m_client.listIntegrations(project, m_facts.serviceName, round)->then(keep(m_facts.integrations));
}

void FactsReader::cancel()
{
    m_round.reset();
    m_state = State::Idle;
}

void FactsReader::arrived()
{
    if (m_state != State::Reading || --m_missing > 0)
        return;
    const auto found = std::find_if(m_facts.services.cbegin(), m_facts.services.cend(),
                                    [this](const Aiven::Service &one) { return one.name == m_facts.serviceName; });
    m_facts.service = found == m_facts.services.cend() ? std::nullopt : std::optional(*found);
    m_hasFacts = true;
    setState(State::Ready);
}

void FactsReader::failed(const Aiven::ApiError &error)
{
    if (m_state != State::Reading)
        return; // another call of this round failed before
    m_error = error;
    m_round.release()->deleteLater(); // one of its calls is delivering right now
    setState(State::Failed);
}

void FactsReader::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace App
