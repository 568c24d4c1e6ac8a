// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databases/databasemodel.h"

#include "core/format.h"
#include "widgets/rowdelegate.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace App {

using namespace Qt::StringLiterals;

namespace {

/// The place of an index's database, one more than its row, stands in its id; 0: the index is a database itself.
int parentRow(const QModelIndex &index)
{
    return int(index.internalId()) - 1;
}

QByteArray fingerprint(const QList<Aiven::Database> &databases, const QList<Aiven::Integration> &integrations)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const Aiven::Database &database : databases) {
        stream << database.name << database.engine << database.state << database.required;
        for (const Aiven::DatabaseTable &table : database.tables)
            stream << table.name << table.engine << table.totalRows << table.totalBytes;
    }
    for (const Aiven::Integration &integration : integrations)
        stream << integration.id << integration.databaseNames();
    return bytes;
}

QString iconFor(const Aiven::DatabaseTable &table)
{
    return isKafka(table) ? u"topic"_s : table.engine.contains("View"_L1) ? u"view"_s : u"table"_s;
}

/// What a topic or a view holds is not in ClickHouse, whatever number the service gives.
bool hasRows(const Aiven::DatabaseTable &table)
{
    return table.totalRows >= 0 && !isKafka(table) && !table.engine.contains("View"_L1);
}

QVariant alignment(int column)
{
    return column >= DatabaseModel::RowsColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
}

} // namespace

bool isKafka(const Aiven::DatabaseTable &table)
{
    return table.engine == "Kafka"_L1;
}

void DatabaseModel::set(const QList<Aiven::Database> &databases, const QList<Aiven::Integration> &integrations)
{
    const QByteArray wanted = fingerprint(databases, integrations);
    if (wanted == m_shown)
        return;
    beginResetModel();
    m_shown = wanted;
    m_entries.clear();
    for (const Aiven::Database &database : databases)
        m_entries.append({database, sourceOf(database.name, integrations)});
    const auto rank = [](const Entry &entry) {
        return entry.source ? 1 : entry.database.required && entry.database.name != "default"_L1 ? 2 : 0;
    };
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [&rank](const Entry &one, const Entry &other) { return rank(one) < rank(other); });
    endResetModel();
}

const Aiven::Database *DatabaseModel::databaseAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    return &m_entries.at(index.internalId() == 0 ? index.row() : parentRow(index)).database;
}

const Aiven::DatabaseTable *DatabaseModel::tableAt(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() != 0 ? &databaseAt(index)->tables.at(index.row()) : nullptr;
}

std::optional<DatabaseSource> DatabaseModel::sourceAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return m_entries.at(index.internalId() == 0 ? index.row() : parentRow(index)).source;
}

QModelIndex DatabaseModel::find(const QString &database, const QString &table) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        const Aiven::Database &one = m_entries.at(row).database;
        if (one.name != database)
            continue;
        if (table.isEmpty())
            return index(row, 0);
        for (int child = 0; child < one.tables.size(); ++child) {
            if (one.tables.at(child).name == table)
                return index(child, 0, index(row, 0));
        }
    }
    return {};
}

QModelIndex DatabaseModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(parent.isValid() ? parent.row() + 1 : 0));
}

QModelIndex DatabaseModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(parentRow(child), 0, quintptr(0));
}

int DatabaseModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_entries.size());
    const bool hasTables = parent.internalId() == 0 && parent.column() == 0;
    return hasTables ? int(m_entries.at(parent.row()).database.tables.size()) : 0;
}

int DatabaseModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant DatabaseModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (const Aiven::DatabaseTable *table = tableAt(index))
        return tableData(*table, Column(index.column()), role);
    return databaseData(m_entries.at(index.row()), Column(index.column()), role);
}

QVariant DatabaseModel::databaseData(const Entry &entry, Column column, int role) const
{
    if (column == NameColumn) {
        switch (role) {
        case Qt::DisplayRole: return Core::displayText(entry.database.name, 300);
        case Widgets::IconNameRole: return u"db"_s;
        case Widgets::FixedFontRole: return true;
        default: return {};
        }
    }
    if (column != KindColumn || (role != Qt::DisplayRole && role != Widgets::DimRole))
        return {};
    if (role == Widgets::DimRole)
        return true;
    if (entry.database.state == "pending_removal"_L1)
        //: Tree of databases: a database that is being deleted
        return tr("being deleted");
    if (!entry.database.isReady())
        //: Tree of databases: a database that is still being made
        return tr("being created");
    return entry.source ? u"%1 · %2"_s.arg(entry.source->kind, Core::displayText(entry.source->name, 100))
                        : entry.database.engine;
}

QVariant DatabaseModel::tableData(const Aiven::DatabaseTable &table, Column column, int role) const
{
    if (column == NameColumn) {
        switch (role) {
        case Qt::DisplayRole: return Core::displayText(table.name, 300);
        case Widgets::IconNameRole: return iconFor(table);
        case Widgets::FixedFontRole: return true;
        default: return {};
        }
    }
    if (role == Widgets::DimRole)
        return true;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case KindColumn: return table.engine;
    case RowsColumn: return hasRows(table) ? Core::formatCount(table.totalRows) : QString();
    case SizeColumn: return hasRows(table) ? Core::formatBytes(qMax(qint64(0), table.totalBytes)) : QString();
    case NameColumn:
    case ColumnCount: break;
    }
    return {};
}

QVariant DatabaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= RowsColumn ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    //: Column of the tree of databases
    case NameColumn: return tr("Name");
    //: Column of the tree of databases: the engine, or the integration it comes from
    case KindColumn: return tr("Engine or source");
    //: Column of the tree of databases
    case RowsColumn: return tr("Rows");
    //: Column of the tree of databases
    case SizeColumn: return tr("Size");
    case ColumnCount: break;
    }
    return {};
}

} // namespace App
