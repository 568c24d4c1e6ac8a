// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/connectiontest.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Workflow {

namespace {

struct Words
{
    ConnectionFault fault;
    QLatin1StringView text;
};

// In this order: a text about a certificate may also name the host, one about a password also the database. The words
// are those of libpq, of MySQL's client and of ClickHouse (its error names stand in brackets at the end of a message).
constexpr std::array words{
    Words{ConnectionFault::Collection, "There is no named collection"_L1},
    Words{ConnectionFault::Collection, "NAMED_COLLECTION_DOESNT_EXIST"_L1},
    Words{ConnectionFault::Collection, "grant NAMED COLLECTION"_L1},
    Words{ConnectionFault::Unsupported, "UNKNOWN_FUNCTION"_L1},
    Words{ConnectionFault::Unsupported, "Unknown table function"_L1},
    Words{ConnectionFault::Unsupported, "SUPPORT_IS_DISABLED"_L1},
    Words{ConnectionFault::Name, "could not translate host name"_L1},
    Words{ConnectionFault::Name, "Name or service not known"_L1},
    Words{ConnectionFault::Name, "Temporary failure in name resolution"_L1},
    Words{ConnectionFault::Name, "Unknown MySQL server host"_L1},
    Words{ConnectionFault::Name, "DNS_ERROR"_L1},
    Words{ConnectionFault::Name, "Host not found"_L1},
    Words{ConnectionFault::Tls, "SSL"_L1},
    Words{ConnectionFault::Tls, "TLS"_L1},
    Words{ConnectionFault::Tls, "certificate"_L1},
    Words{ConnectionFault::Password, "password authentication failed"_L1},
    Words{ConnectionFault::Password, "no password supplied"_L1},
    Words{ConnectionFault::Password, "Access denied for user"_L1},
    Words{ConnectionFault::Password, "AUTHENTICATION_FAILED"_L1},
    Words{ConnectionFault::Password, "Authentication failed"_L1},
    Words{ConnectionFault::Password, "REQUIRED_PASSWORD"_L1},
    Words{ConnectionFault::Password, "no pg_hba.conf entry"_L1},
    Words{ConnectionFault::Password, "role \""_L1},
    Words{ConnectionFault::Schema, "schema \""_L1},
    Words{ConnectionFault::Database, "UNKNOWN_DATABASE"_L1},
    Words{ConnectionFault::Database, "Unknown database"_L1},
    Words{ConnectionFault::Database, "database \""_L1},
    Words{ConnectionFault::Grants, "permission denied"_L1},
    Words{ConnectionFault::Grants, "ACCESS_DENIED"_L1},
    Words{ConnectionFault::Grants, "Not enough privileges"_L1},
    Words{ConnectionFault::Grants, "command denied to user"_L1},
    Words{ConnectionFault::Network, "refused"_L1},
    Words{ConnectionFault::Network, "timed out"_L1},
    Words{ConnectionFault::Network, "timeout"_L1},
    Words{ConnectionFault::Network, "No route to host"_L1},
    Words{ConnectionFault::Network, "unreachable"_L1},
    Words{ConnectionFault::Network, "Can't connect to"_L1},
    Words{ConnectionFault::Network, "could not connect"_L1},
    Words{ConnectionFault::Network, "NETWORK_ERROR"_L1},
    Words{ConnectionFault::Network, "POSTGRESQL_CONNECTION_FAILURE"_L1},
    Words{ConnectionFault::Network, "ALL_CONNECTION_TRIES_FAILED"_L1},
};

} // namespace

ConnectionFault connectionFault(const QString &message)
{
    for (const Words &known : words) {
        if (message.contains(known.text, Qt::CaseInsensitive))
            return known.fault;
    }
    return ConnectionFault::Other;
}

ConnectionTest::ConnectionTest(Aiven::Client &client, QString project, QString service, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(std::move(service))
{}

void ConnectionTest::run(const QString &sql)
{
    m_round = std::make_unique<QObject>();
    m_fault = ConnectionFault::None;
    setState(State::Running);
    m_client.query(m_project, m_service, u"default"_s, sql, m_round.get())
        ->then([this](Aiven::Result<Aiven::QueryResult> result) {
            if (result)
                return setState(State::Good);
            m_error = result.error();
            // A refusal of the statement comes as 400; everything else is about the way to ClickHouse itself.
            if (m_error.kind == Aiven::ApiError::Kind::Invalid)
                m_fault = connectionFault(m_error.serverMessage);
            setState(State::Failed);
        });
}

void ConnectionTest::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace Workflow
