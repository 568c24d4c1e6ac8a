// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/integration.h"
#include "core/json.h"
#include "document/table.h"

#include <QUrl>

namespace Recipes {

/// The names that every command needs; the user never types a placeholder.
struct Target
{
    QString project;
    QString service;       ///< the ClickHouse service
    QString sourceService; ///< the Apache Kafka service
    QString integrationId; ///< empty before it exists
    QUrl apiUrl;           ///< without /v1
};

/// For a POSIX shell: in single quotes when anything but plain letters, digits and a few marks stands in it.
[[nodiscard]] QString shellQuoted(const QString &text);

[[nodiscard]] QString avnCreate(const QString &project, const Aiven::NewIntegration &wanted);
[[nodiscard]] QString avnUpdate(const Target &target, const QByteArray &userConfig);
/// The update as the HTTP call it is. The token comes from the environment, never from the command.
[[nodiscard]] QString curlUpdate(const Target &target, const QByteArray &userConfig);
/// A resource block and its import line with the real id.
[[nodiscard]] QString terraform(const Target &target, const Core::Json &userConfig);

/// Step 13: "CREATE TABLE destination (…) ENGINE = ReplicatedMergeTree() ORDER BY id".
[[nodiscard]] QString createDestinationSql(const QString &destination, const QList<Document::Column> &columns,
                                           const QString &orderBy);
[[nodiscard]] QString createViewSql(const QString &view, const QString &destination, const QString &database,
                                    const QString &table);
[[nodiscard]] QString selectSql(const QString &database, const QString &table);
/// One row to begin with; a text column gets 'Michelangelo', as in the guide.
[[nodiscard]] QString insertSql(const QString &database, const QString &table, const QList<Document::Column> &columns);

/// A table behind a named collection, as SQL names it.
struct RemoteTable
{
    QString collection;
    QString sourceType; ///< type of the service or endpoint: "external_postgresql", "mysql"
    QString database;
    QString schema; ///< PostgreSQL only
    QString table;
};

/// "SELECT * FROM postgresql(`endpoint_shop`, database = 'shop', …) LIMIT 100"; for sources that this program has never
/// heard of the collection's name stands alone.
[[nodiscard]] QString collectionSelectSql(const RemoteTable &remote);
/// "CREATE TABLE … ENGINE = PostgreSQL(`endpoint_shop`, …)", its columns taken from the remote table. Empty where no table
/// engine reads such a source by a collection.
[[nodiscard]] QString collectionTableSql(const RemoteTable &remote, const QString &newTable);
/// A statement that reads one line of the source's own catalogue: it changes nothing and works without a table.
[[nodiscard]] QString collectionTestSql(const RemoteTable &remote);

} // namespace Recipes
