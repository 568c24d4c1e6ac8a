// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/tlsprobe.h"

#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>

#include <chrono>

namespace ClickHouse {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s;
constexpr int httpsPort = 443;

} // namespace

TlsProbe::TlsProbe(const Server &server, QObject *parent)
    : QObject(parent)
    , m_url(server.url)
    , m_socket(new QSslSocket(this))
{
    m_problem.cause = TlsProblem::Cause::Protocol;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!server.trusted.isEmpty())
        tls.setCaCertificates(server.trusted); // in place of the system's
    m_socket->setSslConfiguration(tls);
    connect(m_socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_problem = TlsProblem::of(errors); });
    connect(m_socket, &QSslSocket::encrypted, this, [this] {
        m_problem.cause = TlsProblem::Cause::Other; // libcurl is stricter, or the server has changed
        end();
    });
    connect(m_socket, &QSslSocket::errorOccurred, this, &TlsProbe::end);
}

void TlsProbe::start()
{
    QTimer::singleShot(patience, this, &TlsProbe::end);
    m_socket->connectToHostEncrypted(m_url.host(), quint16(m_url.port(httpsPort)));
}

void TlsProbe::end()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket = nullptr; // once
    emit answered(m_problem);
}

} // namespace ClickHouse
