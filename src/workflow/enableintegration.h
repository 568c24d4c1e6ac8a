// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "workflow/failure.h"
#include "workflow/stageclock.h"

#include <QObject>
#include <QTimer>

namespace Workflow {

/// Creates an integration and watches until it is enabled and active and its databases, if it makes any, are listed.
/// Windows observe it and may come and go; it lives as long as its parent. It never creates twice: when an answer gets
/// lost, and when the API says that the integration already exists, it looks for the existing one and goes on with that.
class EnableIntegration final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Sending, Accepted, Starting, Active, Failed };
    Q_ENUM(State)

    /// The name of the endpoint, if one is used, is for the names of what appears.
    EnableIntegration(Aiven::Client &client, QString project, Aiven::NewIntegration wanted, QString endpointName,
                      QObject *parent);

    /// Does nothing while it runs or when it is done; after a failure it tries again.
    void start();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const;
    /// Milliseconds since start().
    [[nodiscard]] qint64 elapsed() const { return m_clock.elapsed(); }
    [[nodiscard]] std::optional<qint64> reachedAt(State state) const { return m_clock.reachedAt(state); }
    [[nodiscard]] const QString &project() const { return m_project; }
    [[nodiscard]] const Aiven::NewIntegration &wanted() const { return m_wanted; }
    /// From Accepted on.
    [[nodiscard]] const Aiven::Integration &integration() const { return m_integration; }
    /// Expected before, as reported once Active; empty for what makes no databases.
    [[nodiscard]] QStringList databaseNames() const;
    /// The named collection of a credentials integration.
    [[nodiscard]] QString collectionName() const;
    /// The integration existed before.
    [[nodiscard]] bool isAdopted() const { return m_adopted; }
    /// Set while looking fails for the moment (no connection, server trouble); watching goes on.
    [[nodiscard]] const std::optional<Aiven::ApiError> &trouble() const { return m_trouble; }
    /// Once Failed; the state in which it failed beside it.
    [[nodiscard]] const Failure &failure() const { return m_failure; }
    [[nodiscard]] State failedIn() const { return m_failedIn; }

signals:
    void stateChanged();

private:
    void noteDatabases();
    void create();
    void onCreated(Aiven::Result<Aiven::Integration> created);
    void findExisting(const Aiven::ApiError &why);
    void accept(Aiven::Integration integration);
    void look();
    void onLooked(Aiven::Result<Aiven::Integration> seen);
    void lookForDatabase();
    void onDatabases(Aiven::Result<QList<Aiven::Database>> databases);
    [[nodiscard]] QStringList appearedAmong(const QList<Aiven::Database> &databases) const;
    [[nodiscard]] Aiven::Integration known() const;
    void keepWatching(std::optional<Aiven::ApiError> trouble);
    void fail(Failure failure);
    void setState(State state);

    Aiven::Client &m_client;
    const QString m_project;
    const Aiven::NewIntegration m_wanted;
    const QString m_endpointName;
    QStringList m_before;   ///< the databases there were, to know what an endpoint brings
    QStringList m_appeared; ///< as reported
    QTimer m_pause;
    StageClock<State> m_clock;
    Aiven::Integration m_integration;
    std::optional<Aiven::ApiError> m_trouble;
    Failure m_failure;
    State m_state = State::Idle;
    State m_failedIn = State::Idle;
    bool m_adopted = false;
};

} // namespace Workflow
