// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/describe.h"
#include "clickhouse/server.h"
#include "clickhouse/types/kafkatable.h"

#include <QObject>

namespace ClickHouse {
class Query;
}

namespace App {

/// Asks ClickHouse what the Kafka consumers of a connector table met lately: a SELECT on a table whose cluster does not
/// answer, or refuses the password, ends well and without rows.
class ConsumerCheck final : public QObject
{
    Q_OBJECT

public:
    ConsumerCheck(const ClickHouse::Server &server, QObject *parent);

    void start(const ClickHouse::TableName &table);

signals:
    /// The words of Kafka's client, without those that only follow from others. Not emitted when there are none.
    void found(const QString &words);

private:
    void onEnded();

    ClickHouse::Query *m_query;
};

/// What the words of Kafka's client mean for a person.
[[nodiscard]] UserMessage describeConsumer(const QString &words);

} // namespace App
