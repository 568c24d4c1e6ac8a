// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"

#include <QObject>

#include <memory>
#include <optional>

namespace App {

/// What the pages about integrations and endpoints know of the project.
struct ProjectFacts
{
    QString project;
    QString serviceName;                   ///< the ClickHouse service; empty where the project as a whole is meant
    std::optional<Aiven::Service> service; ///< that service; nothing when it was deleted meanwhile
    QList<Aiven::Service> services;
    QList<Aiven::EndpointType> endpointTypes;
    QList<Aiven::Endpoint> endpoints;
    QList<Aiven::IntegrationType> types;    ///< read for a service only
    QList<Aiven::Integration> integrations; ///< of the service, with candidates
    QStringList serviceTypes;               ///< what can be created here; empty: not known
    QStringList roles;                      ///< the user's in this project; empty: not known

    /// Unknown counts as yes: the server decides.
    [[nodiscard]] bool mayChangeIntegrations() const;
    [[nodiscard]] const Aiven::EndpointType *endpointType(const QString &type) const;
    /// Integrations of any service of the project that use the endpoint, each once.
    [[nodiscard]] QList<Aiven::Integration> usesOf(const QString &endpointId) const;
};

/// Reads them, all calls at once. Roles are good to have only: without them the rest is still shown.
class FactsReader final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Reading, Ready, Failed };

    FactsReader(Aiven::Client &client, const QString &project, const QString &service = {});

    void read();
    /// Ends a reading that is under way; nobody is told.
    void cancel();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const ProjectFacts &facts() const { return m_facts; }
    [[nodiscard]] const Aiven::ApiError &error() const { return m_error; }
    /// The facts were read at least once: what is shown stays readable while they are read again.
    [[nodiscard]] bool hasFacts() const { return m_hasFacts; }

signals:
    void stateChanged();

private:
    void arrived();
    void failed(const Aiven::ApiError &error);
    void setState(State state);

    Aiven::Client &m_client;
    std::unique_ptr<QObject> m_round; ///< owner of the calls: a new round ends the one before
    ProjectFacts m_facts;
    Aiven::ApiError m_error;
    State m_state = State::Idle;
    int m_missing = 0;
    bool m_hasFacts = false;
};

} // namespace App
