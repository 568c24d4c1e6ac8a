// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/httppost.h"
#include "clickhouse/query.h"

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
    HttpPost *post(const QString &sql);
    void onKilled();
    void ask();
    void onCounted(HttpPost::End end);

    const Server m_server;
    const QString m_queryId;
    QByteArray m_count; ///< the answer to ask()
    int m_asked = 0;
};

} // namespace ClickHouse
