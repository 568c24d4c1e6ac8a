// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/database.h"
#include "app/databases/databasesource.h"

#include <QAbstractItemModel>

namespace App {

/// Databases of a ClickHouse service and their tables: those that people made first, then those of integrations, the
/// server's own last.
class DatabaseModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, KindColumn, RowsColumn, SizeColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    /// Does nothing when nothing changed, so that what is open and selected in a view stays.
    void set(const QList<Aiven::Database> &databases, const QList<Aiven::Integration> &integrations);

    /// Of the row, or of the row's parent for a table; nullptr for none.
    [[nodiscard]] const Aiven::Database *databaseAt(const QModelIndex &index) const;
    /// nullptr for the row of a database.
    [[nodiscard]] const Aiven::DatabaseTable *tableAt(const QModelIndex &index) const;
    [[nodiscard]] std::optional<DatabaseSource> sourceAt(const QModelIndex &index) const;
    /// The row of a database (with an empty table) or table; invalid when it is not there.
    [[nodiscard]] QModelIndex find(const QString &database, const QString &table) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry
    {
        Aiven::Database database;
        std::optional<DatabaseSource> source;
    };

    [[nodiscard]] QVariant databaseData(const Entry &entry, Column column, int role) const;
    [[nodiscard]] QVariant tableData(const Aiven::DatabaseTable &table, Column column, int role) const;

    QList<Entry> m_entries;
    QByteArray m_shown; ///< what the rows were made from
};

/// A Kafka table gives each message once: nothing may read it by itself.
[[nodiscard]] bool isKafka(const Aiven::DatabaseTable &table);

} // namespace App
