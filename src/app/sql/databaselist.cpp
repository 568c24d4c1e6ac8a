// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/databaselist.h"

#include "clickhouse/query.h"

namespace App {

using namespace Qt::StringLiterals;
using ClickHouse::Query;

DatabaseList::DatabaseList(QObject *parent) : QObject(parent) {}

void DatabaseList::read(const ClickHouse::Server &server)
{
    if (m_query && m_query->isRunning() && server.url == m_server.url) {
        m_isStale = true; // asked again when the answer is there
        return;
    }
    m_server = server;
    m_isStale = false;
    delete m_query;
    m_query = new Query(server, this);
    connect(m_query, &Query::stateChanged, this, &DatabaseList::onEnded);
    m_query->start({u"SELECT name FROM system.databases ORDER BY name"_s, {}, {}, {}});
}

void DatabaseList::onEnded()
{
    if (m_query->isRunning())
        return;
    if (m_query->state() == Query::State::Complete) { // else the list stays as it was
        QStringList names;
        for (qint64 row = 0; row < m_query->store()->rowCount(); ++row)
            names.append(m_query->store()->cell(row, 0, ClickHouse::RowSource::wholeValue).text);
        emit changed(names);
    }
    if (m_isStale)
        QMetaObject::invokeMethod(
            this, [this] { read(m_server); }, Qt::QueuedConnection);
}

} // namespace App
