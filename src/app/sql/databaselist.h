// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/server.h"

#include <QObject>
#include <QStringList>

namespace ClickHouse {
class Query;
}

namespace App {

/// The names of a server's databases, read in the background.
class DatabaseList final : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseList(QObject *parent = nullptr);

    /// An answer for an earlier server is dropped.
    void read(const ClickHouse::Server &server);

signals:
    void changed(const QStringList &names);

private:
    void onEnded();

    ClickHouse::Server m_server;
    ClickHouse::Query *m_query = nullptr;
    bool m_isStale = false;
};

} // namespace App
