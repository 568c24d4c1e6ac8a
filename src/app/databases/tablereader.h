// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"

#include <memory>

namespace App {

struct TableColumn
{
    QString name;
    QString type;
    QString defaultValue; ///< "DEFAULT now()", "MATERIALIZED …"; empty: none
    QString comment;
    bool isInSortingKey = false;
};

/// What ClickHouse's own tables say about one table.
struct TableFacts
{
    QString engine;
    QString definition; ///< the CREATE statement; the server hides secrets in it
    QString sortingKey;
    QString partitionKey;
    QString comment;
    qint64 rows = -1; ///< -1: the server does not know
    qint64 bytes = -1;
    QList<TableColumn> columns;
};

/// Reads the facts about one table from system.tables and system.columns, by the API's query call: no password is needed,
/// and the table itself is not touched.
class TableReader final : public QObject
{
    Q_OBJECT
public:
    TableReader(Aiven::Client &client, QString project, QString service, QObject *parent = nullptr);
    ~TableReader() override;

    /// Ends a reading that is under way.
    void read(const QString &database, const QString &table);
    void stop();

signals:
    void finished(const App::TableFacts &facts);
    /// The table is gone.
    void missing();
    void failed(const Aiven::ApiError &error);

private:
    void onTable(const Aiven::QueryResult &result);
    void onColumns(const Aiven::QueryResult &result);
    void ask(const QString &sql, void (TableReader::*handler)(const Aiven::QueryResult &));

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    std::unique_ptr<QObject> m_calls;
    QString m_database; ///< quoted for SQL
    QString m_table;    ///< quoted for SQL
    TableFacts m_facts;
};

} // namespace App
