// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setupfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace App {

bool SetUpFacts::mayChangeIntegrations() const
{
    return roles.isEmpty() || roles.contains(u"admin"_s) || roles.contains(u"operator"_s);
}

FactsReader::FactsReader(Aiven::Client &client, const QString &project, const QString &service) : m_client(client)
{
    m_facts.project = project;
    m_facts.serviceName = service;
}

void FactsReader::read()
{
    m_round = std::make_unique<QObject>();
    m_missing = 4;
    setState(State::Reading);
    const QString &project = m_facts.project;
    const auto keep = [this](auto &place) {
        return [this, &place](auto result) {
            if (!result)
                return failed(result.error());
            place = std::move(result).value();
            arrived();
        };
    };
    m_client.listServices(project, m_round.get())->then(keep(m_facts.services));
    m_client.listIntegrationTypes(project, m_round.get())->then(keep(m_facts.types));
    m_client.listIntegrations(project, m_facts.serviceName, m_round.get())->then(keep(m_facts.integrations));
    m_client.currentUser(m_round.get())->then([this](Aiven::Result<Aiven::User> user) {
        m_facts.roles = user ? user->roles.value(m_facts.project) : QStringList();
        arrived();
    });
}

void FactsReader::arrived()
{
    if (m_state != State::Reading || --m_missing > 0)
        return;
    const auto found = std::find_if(m_facts.services.cbegin(), m_facts.services.cend(),
                                    [this](const Aiven::Service &one) { return one.name == m_facts.serviceName; });
    m_facts.service = found == m_facts.services.cend() ? std::nullopt : std::optional(*found);
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
