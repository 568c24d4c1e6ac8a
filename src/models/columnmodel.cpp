// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/columnmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Models {

using Document::Draft;
using Document::Problem;
using Document::Severity;

ColumnModel::ColumnModel(Draft &draft, QObject *parent) : QAbstractTableModel(parent), m_draft(draft)
{
    connect(&draft, &Draft::reset, this, &ColumnModel::reload);
    connect(&draft, &Draft::changed, this, &ColumnModel::refresh);
}

void ColumnModel::setTable(int row)
{
    if (row == m_table)
        return refresh();
    m_table = row;
    reload();
}

void ColumnModel::setSample(const QString &title, const QHash<QString, QString> &values)
{
    m_sampleTitle = title;
    m_sample = values;
    emit headerDataChanged(Qt::Horizontal, SampleColumn, SampleColumn);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, SampleColumn), index(int(m_rows.size()) - 1, SampleColumn));
}

int ColumnModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ColumnModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

namespace {

QString stateWord(ColumnModel::RowState state)
{
    switch (state) {
    case ColumnModel::RowState::Same:
        //: State of a column in the table editor
        return ColumnModel::tr("OK");
    case ColumnModel::RowState::Changed:
        //: State of a column in the table editor: it differs from what the service has
        return ColumnModel::tr("Changed");
    case ColumnModel::RowState::Added:
        //: State of a column in the table editor: the service does not have it yet
        return ColumnModel::tr("New");
    case ColumnModel::RowState::Warning:
        //: State of a column in the table editor
        return ColumnModel::tr("Warning");
    case ColumnModel::RowState::Error:
        //: State of a column in the table editor
        return ColumnModel::tr("Error");
    }
    return {};
}

} // namespace

QVariant ColumnModel::display(const Row &row, Column column) const
{
    switch (column) {
    case NameColumn: return row.column.name;
    case TypeColumn: return row.column.type;
    case SampleColumn: return m_sample.value(row.column.name);
    case StateColumn: return stateWord(row.state);
    case ColumnCount: break;
    }
    return {};
}

QVariant ColumnModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return display(row, column);
    case Qt::EditRole: return column == NameColumn || column == TypeColumn ? display(row, column) : QVariant();
    case RowStateRole: return int(row.state);
    case ProblemRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        if (column == StateColumn)
            return row.typeProblem.isEmpty() ? row.nameProblem : row.typeProblem;
        return column == NameColumn ? row.nameProblem : column == TypeColumn ? row.typeProblem : QString();
    default: return {};
    }
}

QVariant ColumnModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (Column(section)) {
    case NameColumn:
        //: Column header: name of a column of a table
        return tr("Name");
    case TypeColumn:
        //: Column header: type of a column of a table
        return tr("Type");
    case SampleColumn: return m_sampleTitle;
    case StateColumn:
        //: Column header: whether a column of a table is all right
        return tr("State");
    case ColumnCount: break;
    }
    return {};
}

Qt::ItemFlags ColumnModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == NameColumn || index.column() == TypeColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ColumnModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        !(flags(index) & Qt::ItemIsEditable))
        return false;
    Document::Column column = m_rows.at(index.row()).column;
    (index.column() == NameColumn ? column.name : column.type) = value.toString();
    m_draft.setColumn(m_table, index.row(), column);
    return true;
}

bool ColumnModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > m_rows.size())
        return false;
    QList<int> positions;
    for (int at = row; at < row + count; ++at)
        positions.append(at);
    m_draft.removeColumns(m_table, positions); // the rows go when the draft tells of the change
    return true;
}

bool ColumnModel::moveRows(const QModelIndex &sourceParent, int sourceRow, int count,
                           const QModelIndex &destinationParent, int destinationChild)
{
    const bool isInside = sourceRow >= 0 && sourceRow < m_rows.size() && destinationChild >= 0 &&
                          destinationChild <= m_rows.size() && destinationChild != sourceRow &&
                          destinationChild != sourceRow + 1;
    if (sourceParent.isValid() || destinationParent.isValid() || count != 1 || !isInside)
        return false;
    m_draft.moveColumn(m_table, sourceRow, destinationChild > sourceRow ? destinationChild - 1 : destinationChild);
    return true;
}

QList<ColumnModel::Row> ColumnModel::currentRows() const
{
    QList<Row> rows;
    if (m_table < 0 || m_table >= m_draft.tableCount())
        return rows;
    const Document::Table &table = m_draft.table(m_table);
    const int loadedRow = m_draft.baseline().rowOf(table.name());
    QHash<QString, QString> loaded;
    if (loadedRow >= 0) {
        for (const Document::Column &column : m_draft.baseline().tables().at(loadedRow)->columns())
            loaded.insert(column.name, column.type);
    }
    for (const Document::Column &column : table.columns()) {
        Row row{column, RowState::Same, {}, {}};
        // In a table that is new as a whole, every column would be "New": that says nothing.
        if (loadedRow >= 0 && loaded.value(column.name, column.type) != column.type)
            row.state = RowState::Changed;
        else if (loadedRow >= 0 && !loaded.contains(column.name))
            row.state = RowState::Added;
        rows.append(row);
    }
    for (const Problem &problem : m_draft.problems()) {
        const QStringList steps = problem.pointer.split(u'/'); // "", "tables", row, "columns", at, "type"
        const qsizetype at = steps.value(4, u"-1"_s).toInt();
        if (problem.table() != m_table || steps.value(3) != "columns"_L1 || at < 0 || at >= rows.size())
            continue;
        Row &row = rows[at];
        (steps.value(5) == "name"_L1 ? row.nameProblem : row.typeProblem) = problem.message;
        row.state = qMax(row.state, problem.severity == Severity::Error ? RowState::Error : RowState::Warning);
    }
    return rows;
}

void ColumnModel::refresh()
{
    const QList<Row> fresh = currentRows();
    const auto sameColumn = [](const Row &a, const Row &b) { return a.column == b.column; };
    // Equal lengths are an edit or a move in place; else the part between the common beginning and end comes or goes.
    if (fresh.size() != m_rows.size()) {
        const auto [oldFirst, newFirst] =
            std::mismatch(m_rows.cbegin(), m_rows.cend(), fresh.cbegin(), fresh.cend(), sameColumn);
        const qsizetype first = oldFirst - m_rows.cbegin();
        const qsizetype difference = fresh.size() - m_rows.size();
        const qsizetype start = qMin(first, qMin(fresh.size(), m_rows.size()));
        if (difference > 0) {
            beginInsertRows({}, int(start), int(start + difference) - 1);
            for (qsizetype i = 0; i < difference; ++i)
                m_rows.insert(start + i, fresh[start + i]);
            endInsertRows();
        } else {
            beginRemoveRows({}, int(start), int(start - difference) - 1);
            m_rows.remove(start, -difference);
            endRemoveRows();
        }
    }
    for (qsizetype row = 0; row < fresh.size(); ++row) {
        if (m_rows[row] != fresh[row]) {
            m_rows[row] = fresh[row];
            emit dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
        }
    }
}

void ColumnModel::reload()
{
    beginResetModel();
    m_rows = currentRows();
    endResetModel();
}

} // namespace Models
