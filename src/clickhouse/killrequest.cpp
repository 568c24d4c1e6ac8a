// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/killrequest.h"

#include "clickhouse/request.h"
#include "clickhouse/types/quoting.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <array>
#include <chrono>

namespace ClickHouse {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How long to wait before each look whether the statement is gone; then it is said to be running still.
constexpr std::array<std::chrono::milliseconds, 4> pauses{50ms, 300ms, 1500ms, 3000ms};
constexpr int patience = 10'000; ///< milliseconds without a byte

} // namespace

KillRequest::KillRequest(Server server, QString queryId, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_queryId(std::move(queryId))
    , m_network(new QNetworkAccessManager(this))
{
    m_network->setTransferTimeout(patience);
}

void KillRequest::start()
{
    const QString sql = u"KILL QUERY WHERE query_id = "_s + quoteString(m_queryId) + u" ASYNC"_s;
    QNetworkReply *const reply = postSql(*m_network, m_server, sql, {});
    connect(reply, &QNetworkReply::finished, this, [this, reply] { onKilled(reply); });
}

void KillRequest::onKilled(QNetworkReply *reply)
{
    reply->deleteLater();
    // Closing the connection ends most statements as well, so look even when KILL was refused.
    emit sent();
    QTimer::singleShot(pauses[0], this, &KillRequest::ask);
}

void KillRequest::ask()
{
    const QString sql = u"SELECT count() FROM system.processes WHERE query_id = "_s + quoteString(m_queryId);
    QNetworkReply *const reply = postSql(*m_network, m_server, sql, {{u"default_format"_s, u"TabSeparated"_s}});
    connect(reply, &QNetworkReply::finished, this, [this, reply] { onCounted(reply); });
}

void KillRequest::onCounted(QNetworkReply *reply)
{
    reply->deleteLater();
    const QByteArray count = reply->read(64).trimmed();
    ++m_asked;
    if (reply->error() != QNetworkReply::NoError || count.isEmpty())
        emit answered(Query::ServerWork::Unknown);
    else if (count == "0")
        emit answered(Query::ServerWork::Stopped);
    else if (size_t(m_asked) == pauses.size())
        emit answered(Query::ServerWork::StillRunning);
    else
        QTimer::singleShot(pauses[size_t(m_asked)], this, &KillRequest::ask);
}

} // namespace ClickHouse
