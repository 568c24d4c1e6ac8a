// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"

#include <QObject>

#include <memory>

namespace App {

/// Reads the topics of the service that is being looked at; the answer for an earlier choice never arrives.
class TopicsReader final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Reading, Ready, Failed };

    explicit TopicsReader(Aiven::Client &client);

    void read(const QString &project, const QString &service);
    void clear();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] const Aiven::ApiError &error() const { return m_error; }

signals:
    void stateChanged();

private:
    void setState(State state);

    Aiven::Client &m_client;
    std::unique_ptr<QObject> m_round;
    QStringList m_names;
    Aiven::ApiError m_error;
    State m_state = State::Idle;
};

} // namespace App
