// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/killrequest.h"

#include "clickhouse/request.h"
#include "clickhouse/types/quoting.h"

#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>

namespace ClickHouse {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How long to wait before each look whether the statement is gone; then it is said to be running still.
constexpr std::array<std::chrono::milliseconds, 4> pauses{50ms, 300ms, 1500ms, 3000ms};
constexpr auto patience = 10s;

} // namespace

KillRequest::KillRequest(Server server, QString queryId, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_queryId(std::move(queryId))
{}

HttpPost *KillRequest::post(const QString &sql)
{
    PostRequest request = sqlRequest(m_server, sql, {{u"default_format"_s, u"TabSeparated"_s}});
    request.patience = patience;
    auto *const post = new HttpPost(std::move(request), this);
    connect(post, &HttpPost::finished, post, &QObject::deleteLater);
    post->start();
    return post;
}

void KillRequest::start()
{
    const QString sql = u"KILL QUERY WHERE query_id = "_s + quoteString(m_queryId) + u" ASYNC"_s;
    connect(post(sql), &HttpPost::finished, this, &KillRequest::onKilled);
}

void KillRequest::onKilled()
{
    // Closing the connection ends most statements as well, so look even when KILL was refused.
    emit sent();
    QTimer::singleShot(pauses[0], this, &KillRequest::ask);
}

void KillRequest::ask()
{
    const QString sql = u"SELECT count() FROM system.processes WHERE query_id = "_s + quoteString(m_queryId);
    HttpPost *const count = post(sql);
    m_count.clear();
    connect(count, &HttpPost::received, this,
            [this](QByteArrayView bytes) { m_count += bytes.first(std::min<qsizetype>(bytes.size(), 64)); });
    connect(count, &HttpPost::finished, this, &KillRequest::onCounted);
}

void KillRequest::onCounted(HttpPost::End end)
{
    ++m_asked;
    bool isNumber = false;
    const int count = m_count.trimmed().toInt(&isNumber); // an error is text
    if (end != HttpPost::End::Complete || !isNumber)
        emit answered(Query::ServerWork::Unknown);
    else if (count == 0)
        emit answered(Query::ServerWork::Stopped);
    else if (size_t(m_asked) == pauses.size())
        emit answered(Query::ServerWork::StillRunning);
    else
        QTimer::singleShot(pauses[size_t(m_asked)], this, &KillRequest::ask);
}

} // namespace ClickHouse
