// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablelistmodel.h"

namespace Models {

using Document::Draft;
using Document::Severity;

TableListModel::TableListModel(Draft &draft, QObject *parent) : QAbstractListModel(parent), m_draft(draft)
{
    connect(&draft, &Draft::tablesInserted, this, &TableListModel::insert);
    connect(&draft, &Draft::tablesRemoved, this, &TableListModel::remove);
    connect(&draft, &Draft::reset, this, &TableListModel::reload);
    connect(&draft, &Draft::changed, this, &TableListModel::refresh);
    reload();
}

int TableListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TableListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Facts &facts = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return facts.name;
    case TopicCountRole: return facts.topics;
    case CanWriteRole: return facts.topics == 1;
    case HasViewRole: return facts.hasView;
    case ErrorCountRole: return facts.errors;
    case WarningCountRole: return facts.warnings;
    default: return {};
    }
}

TableListModel::Facts TableListModel::factsOf(int row) const
{
    const Document::Table &table = m_draft.table(row);
    return {table.name(), int(table.topics().size()), table.hasView(), 0, 0};
}

void TableListModel::insert(int first, int count)
{
    beginInsertRows({}, first, first + count - 1);
    for (int row = first; row < first + count; ++row)
        m_rows.insert(row, factsOf(row));
    endInsertRows();
}

void TableListModel::remove(int first, int count)
{
    beginRemoveRows({}, first, first + count - 1);
    m_rows.remove(first, count);
    endRemoveRows();
}

void TableListModel::refresh()
{
    QList<Facts> fresh;
    for (int row = 0; row < m_draft.tableCount(); ++row)
        fresh.append(factsOf(row));
    for (const Document::Problem &problem : m_draft.problems()) {
        if (const int row = problem.table(); row >= 0 && row < fresh.size())
            ++(problem.severity == Severity::Error ? fresh[row].errors : fresh[row].warnings);
    }
    for (int row = 0; row < fresh.size() && row < m_rows.size(); ++row) {
        if (m_rows[row] != fresh[row]) {
            m_rows[row] = fresh[row];
            emit dataChanged(index(row), index(row));
        }
    }
}

void TableListModel::reload()
{
    beginResetModel();
    m_rows.clear();
    for (int row = 0; row < m_draft.tableCount(); ++row)
        m_rows.append(factsOf(row));
    endResetModel();
}

} // namespace Models
