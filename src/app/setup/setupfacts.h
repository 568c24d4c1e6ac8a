// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"

#include <QObject>

#include <optional>

namespace App {

/// What the dialog knows of the project.
struct SetUpFacts
{
    QString project;
    QString serviceName;
    std::optional<Aiven::Service> service; ///< the ClickHouse service
    QList<Aiven::Service> services;
    QList<Aiven::IntegrationType> types;
    QList<Aiven::Integration> integrations; ///< of the service, with candidates
    QStringList roles;                      ///< the user's in this project; empty: not known

    /// Unknown counts as yes: the server decides.
    [[nodiscard]] bool mayChangeIntegrations() const;
};

/// Reads them with four calls at once. Roles are good to have only: without them the rest is still shown.
class FactsReader final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Reading, Ready, Failed };

    FactsReader(Aiven::Client &client, const QString &project, const QString &service);

    void read();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const SetUpFacts &facts() const { return m_facts; }
    [[nodiscard]] const Aiven::ApiError &error() const { return m_error; }

signals:
    void stateChanged();

private:
    void arrived();
    void failed(const Aiven::ApiError &error);
    void setState(State state);

    Aiven::Client &m_client;
    SetUpFacts m_facts;
    Aiven::ApiError m_error;
    std::unique_ptr<QObject> m_round; ///< owns the calls of one reading, so that a failure ends the others
    int m_missing = 0;
    State m_state = State::Idle;
};

} // namespace App
