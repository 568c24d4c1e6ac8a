// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/server.h"
#include "clickhouse/tlsproblem.h"

class QSslSocket;

namespace ClickHouse {

/// Finds out why a handshake failed, by another one of which nothing is used: libcurl does not show a certificate that it
/// refused. Nothing is sent.
class TlsProbe final : public QObject
{
    Q_OBJECT

public:
    TlsProbe(const Server &server, QObject *parent);

    void start();

signals:
    /// Once. Cause::Protocol when it never came to a certificate.
    void answered(const ClickHouse::TlsProblem &problem);

private:
    void end();

    const QUrl m_url;
    QSslSocket *m_socket;
    TlsProblem m_problem;
};

} // namespace ClickHouse
