// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"

#include <QObject>

#include <memory>

namespace Workflow {

/// What a failed connection to a source outside failed at.
enum class ConnectionFault {
    None,
    Collection,  ///< there is no such named collection, or the user may not use it
    Name,        ///< the host's name is not known
    Network,     ///< refused, no route, no answer in time
    Tls,         ///< no secure connection, or a certificate that is not trusted
    Password,    ///< user or password are wrong
    Database,    ///< the database does not exist
    Schema,      ///< the database has no such schema
    Grants,      ///< the user may connect, but not read
    Unsupported, ///< the server cannot read such a source
    Other
};

/// Reads ClickHouse's words, which hold those of the source, for what went wrong.
[[nodiscard]] ConnectionFault connectionFault(const QString &message);

/// Runs one harmless statement on the ClickHouse service, to see whether it reaches a source.
class ConnectionTest final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Running, Good, Failed };

    ConnectionTest(Aiven::Client &client, QString project, QString service, QObject *parent = nullptr);

    void run(const QString &sql);
    [[nodiscard]] State state() const { return m_state; }
    /// Once Failed. None: the call itself failed, see error().
    [[nodiscard]] ConnectionFault fault() const { return m_fault; }
    [[nodiscard]] const Aiven::ApiError &error() const { return m_error; }

signals:
    void stateChanged();

private:
    void setState(State state);

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    std::unique_ptr<QObject> m_round;
    Aiven::ApiError m_error;
    ConnectionFault m_fault = ConnectionFault::None;
    State m_state = State::Idle;
};

} // namespace Workflow
