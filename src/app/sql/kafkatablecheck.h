// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/server.h"
#include "clickhouse/types/kafkatable.h"

#include <QObject>

namespace ClickHouse {
class Query;
class ResultStore;
} // namespace ClickHouse

namespace App {

/// Asks the server which connector tables there are and which of them a materialized view reads, because both change
/// without the console: the answer is added to what the integrations say.
class KafkaTableCheck final : public QObject
{
    Q_OBJECT

public:
    KafkaTableCheck(const ClickHouse::Server &server, QList<ClickHouse::KafkaTable> known, QObject *parent);

    void start();

signals:
    /// With what was known before when the server does not tell.
    void finished(const QList<ClickHouse::KafkaTable> &tables);

private:
    void onEnded();

    ClickHouse::Query *m_query;
    QList<ClickHouse::KafkaTable> m_tables;
};

/// The table that a materialized view writes to, from its CREATE statement; empty when it keeps its rows itself.
[[nodiscard]] ClickHouse::TableName destinationOf(const QString &createView);
/// What the server tells (database, name, view's database, view's name, its CREATE statement) put into the known tables.
[[nodiscard]] QList<ClickHouse::KafkaTable> withViews(QList<ClickHouse::KafkaTable> known,
                                                      const ClickHouse::ResultStore &rows);

} // namespace App
