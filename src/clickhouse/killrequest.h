// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/query.h"

class QNetworkAccessManager;
class QNetworkReply;

namespace ClickHouse {

/// Ends a statement on the server and finds out whether it really ended.
class KillRequest final : public QObject
{
    Q_OBJECT

public:
    KillRequest(Server server, QString queryId, QObject *parent);

    void start();

signals:
    /// The server has the request, or cannot be reached.
    void sent();
    void answered(ClickHouse::Query::ServerWork work);

private:
    void onKilled(QNetworkReply *reply);
    void ask();
    void onCounted(QNetworkReply *reply);

    const Server m_server;
    const QString m_queryId;
    QNetworkAccessManager *m_network;
    int m_asked = 0;
};

} // namespace ClickHouse
