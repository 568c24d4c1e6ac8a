// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace ClickHouse {

/// A table as a statement names it. The database is empty when the statement leaves it to the default one.
struct TableName
{
    QString database;
    QString table;

    friend bool operator==(const TableName &, const TableName &) = default;
};

/// What the console knows about a connector table: from the integration's configuration, and the view from the server.
struct KafkaTable
{
    TableName name;
    QString group;         ///< the consumer group that reads for this table
    QString dataFormat;    ///< of the messages ("JSONEachRow")
    QStringList topics;    ///< more than one: the table cannot be written
    QString kafkaService;  ///< where the topics are; empty when it is not a service of this project
    bool hasView = false;  ///< a materialized view reads this table, so ClickHouse refuses a direct SELECT
    TableName destination; ///< where that view writes, when known
};

} // namespace ClickHouse
