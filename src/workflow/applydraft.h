// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "workflow/failure.h"
#include "workflow/stageclock.h"

#include <QObject>
#include <QTimer>

namespace Workflow {

/// Writes a configuration safely: reads the integration again, compares it with what was loaded, sends the whole
/// user_config, reads it back and waits until ClickHouse lists what it makes: the tables of an Apache Kafka integration,
/// the databases of a PostgreSQL one.
class ApplyDraft final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Reading,
        Conflict, ///< somebody changed it since it was loaded: theirs() says how; overwrite() or give up
        Sending,
        Verifying,
        WaitingForClickHouse,
        Done,
        Failed
    };
    Q_ENUM(State)

    /// loaded: the user_config that the draft was made from; mine: the one to write.
    ApplyDraft(Aiven::Client &client, QString project, QString integrationId, Core::Json loaded, Core::Json mine,
               QObject *parent);

    /// Does nothing while it runs or when it is done; after a failure it tries again.
    void start();
    /// In Conflict: write mine all the same.
    void overwrite();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] qint64 elapsed() const { return m_clock.elapsed(); }
    [[nodiscard]] std::optional<qint64> reachedAt(State state) const { return m_clock.reachedAt(state); }
    /// The integration as last read; its user_config is the new baseline once Done.
    [[nodiscard]] const Aiven::Integration &integration() const { return m_integration; }
    [[nodiscard]] const Core::Json &theirs() const { return m_integration.userConfig; }
    /// How many of the wanted tables, or databases, ClickHouse lists.
    [[nodiscard]] int visible() const { return m_visible; }
    [[nodiscard]] int wanted() const { return int(m_wanted.size()); }
    /// Tables, else databases.
    [[nodiscard]] bool waitsForTables() const { return m_mine.contains("tables"); }
    /// Nothing had to be sent, or the API said so.
    [[nodiscard]] bool wasUnchanged() const { return m_unchanged; }
    /// Aiven has the configuration, but the service is powered off: what it makes appears when it runs again.
    [[nodiscard]] bool waitsForPower() const { return m_waitsForPower; }
    /// The answer to the change got lost, but reading back showed that it was done.
    [[nodiscard]] bool wasConfirmedByReading() const { return m_confirmedByReading; }
    [[nodiscard]] const std::optional<Aiven::ApiError> &trouble() const { return m_trouble; }
    [[nodiscard]] const Failure &failure() const { return m_failure; }
    [[nodiscard]] State failedIn() const { return m_failedIn; }

signals:
    /// Also while waiting, when more became visible.
    void stateChanged();

private:
    void onRead(Aiven::Result<Aiven::Integration> fresh);
    void send();
    void onSent(Aiven::Result<Aiven::Integration> sent);
    void verify();
    void onVerified(Aiven::Result<Aiven::Integration> seen);
    void waitForClickHouse();
    void look();
    void onDatabases(Aiven::Result<QList<Aiven::Database>> databases);
    void onStatus(Aiven::Result<Aiven::Integration> seen);
    void keepWaiting(std::optional<Aiven::ApiError> trouble);
    void fail(Failure failure);
    void setState(State state);

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_id;
    const Core::Json m_loaded;
    const Core::Json m_mine;
    QStringList m_wanted; ///< tables, or databases when the configuration has no tables
    QTimer m_pause;
    StageClock<State> m_clock;
    Aiven::Integration m_integration;
    std::optional<Aiven::ApiError> m_lost; ///< the error of a PUT whose outcome is unknown
    std::optional<Aiven::ApiError> m_trouble;
    Failure m_failure;
    State m_state = State::Idle;
    State m_failedIn = State::Idle;
    int m_visible = 0;
    bool m_unchanged = false;
    bool m_waitsForPower = false;
    bool m_confirmedByReading = false;
};

} // namespace Workflow
