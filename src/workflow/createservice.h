// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "workflow/stageclock.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace Workflow {

/// Orders a service and watches until it runs. Windows observe it and may come and go; it lives as long as its parent. It
/// never orders twice: when the answer gets lost it looks whether the service is there.
class CreateService final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Sending, Building, Running, Failed };
    Q_ENUM(State)

    CreateService(Aiven::Client &client, QString project, Aiven::NewService wanted, QObject *parent);

    /// Does nothing while it runs or when it is done; after a failure it tries again.
    void start();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state == State::Sending || m_state == State::Building; }
    [[nodiscard]] qint64 elapsed() const { return m_clock.elapsed(); }
    [[nodiscard]] const Aiven::NewService &wanted() const { return m_wanted; }
    /// Set while looking fails for the moment; watching goes on.
    [[nodiscard]] const std::optional<Aiven::ApiError> &trouble() const { return m_trouble; }
    /// Once Failed.
    [[nodiscard]] const Aiven::ApiError &error() const { return m_error; }

signals:
    void stateChanged();

private:
    void look();
    void onLooked(const Aiven::Result<Aiven::Service> &seen);
    void readBack(const Aiven::ApiError &why);
    void fail(const Aiven::ApiError &error);
    void setState(State state);

    Aiven::Client &m_client;
    const QString m_project;
    const Aiven::NewService m_wanted;
    QTimer m_pause;
    StageClock<State> m_clock;
    std::optional<Aiven::ApiError> m_trouble;
    Aiven::ApiError m_error;
    State m_state = State::Idle;
};

} // namespace Workflow
