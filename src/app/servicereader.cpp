// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servicereader.h"

#include "app/servicestate.h"

#include <algorithm>

namespace App {

using namespace Qt::StringLiterals;

namespace {

/// A service that is made, moved or switched on: it will soon be something else.
bool isStarting(const Aiven::Service &service)
{
    return stateOf(service).state == Widgets::State::Working;
}

bool isStarting(const Aiven::Integration &integration)
{
    return !integration.isCandidate() && stateOf(integration).state == Widgets::State::Working;
}

} // namespace

ServiceReader::ServiceReader(Place place, QObject *parent) : QObject(parent), m_place(std::move(place))
{
    m_poll.setSingleShot(true);
    m_poll.setInterval(m_place.session->client().timing().poll);
    connect(&m_poll, &QTimer::timeout, this, &ServiceReader::readAgain);
}

ServiceReader::~ServiceReader() = default;

template <typename Reply, typename Handler>
void ServiceReader::send(Reply *call, Handler handler)
{
    connect(call, &Aiven::ApiCall::waiting, this, &ServiceReader::paused);
    call->then(std::move(handler));
}

void ServiceReader::cancel()
{
    m_poll.stop();
    m_calls.reset();
}

void ServiceReader::read()
{
    cancel();
    m_calls = std::make_unique<QObject>();
    if (!m_knowsRoles)
        readRoles();
    send(m_place.session->client().getService(m_place.project, m_place.service, Aiven::Secrets::Redact, m_calls.get()),
         [this](const Aiven::Result<Aiven::Service> &answer) {
             if (!answer)
                 return emit failed(answer.error());
             m_serviceStarts = isStarting(*answer);
             if (m_serviceStarts)
                 m_poll.start();
             emit serviceRead(*answer);
             if (answer->type == "clickhouse"_L1)
                 readIntegrations();
             else
                 emit done();
         });
}

/// Good to have only: what is not known here, the server says when something is changed.
void ServiceReader::readRoles()
{
    m_place.session->client().currentUser(m_calls.get())->then([this](const Aiven::Result<Aiven::User> &user) {
        if (!user)
            return;
        m_knowsRoles = true;
        emit rolesRead(user->roles.value(m_place.project));
    });
}

void ServiceReader::readAgain()
{
    if (!m_calls)
        return;
    if (m_serviceStarts)
        read();
    else
        readIntegrations();
}

void ServiceReader::readIntegrations()
{
    send(m_place.session->client().listIntegrations(m_place.project, m_place.service, m_calls.get()),
         [this](const Aiven::Result<QList<Aiven::Integration>> &answer) {
             if (!answer)
                 return emit failed(answer.error());
             if (std::any_of(answer->cbegin(), answer->cend(),
                             [](const Aiven::Integration &one) { return isStarting(one); }))
                 m_poll.start();
             readDatabases();
             emit integrationsRead(*answer);
             emit done();
         });
}

void ServiceReader::readDatabases()
{
    send(m_place.session->client().listDatabases(m_place.project, m_place.service, m_calls.get()),
         [this](const Aiven::Result<QList<Aiven::Database>> &answer) {
             if (!answer)
                 return emit databasesFailed(answer.error());
             emit databasesRead(*answer);
         });
}

} // namespace App
