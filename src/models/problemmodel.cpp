// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/problemmodel.h"

using namespace Qt::StringLiterals;

namespace Models {

using Document::Draft;
using Document::Problem;
using Document::Severity;

ProblemModel::ProblemModel(Draft &draft, QObject *parent) : QAbstractTableModel(parent), m_draft(draft)
{
    connect(&draft, &Draft::changed, this, &ProblemModel::refresh);
    refresh();
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ProblemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == SeverityRole)
        return int(row.problem.severity);
    if (role == PointerRole)
        return row.problem.pointer;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case SeverityColumn:
        //: Severity of a problem in the list below the editor
        return row.problem.severity == Severity::Error ? tr("Error")
                                                       //: Severity of a problem in the list below the editor
                                                       : tr("Warning");
    case MessageColumn: return row.problem.message;
    case PlaceColumn: return row.place;
    case FixColumn: return row.problem.fix.caption;
    case ColumnCount: break;
    }
    return {};
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (Column(section)) {
    case SeverityColumn:
        //: Column header in the list of problems
        return tr("Severity");
    case MessageColumn:
        //: Column header in the list of problems
        return tr("Problem");
    case PlaceColumn:
        //: Column header in the list of problems
        return tr("Place");
    case FixColumn:
        //: Column header in the list of problems: what can be done in one click
        return tr("Fix");
    case ColumnCount: break;
    }
    return {};
}

void ProblemModel::applyFix(int row)
{
    if (row >= 0 && row < m_rows.size()) {
        const Document::Fix fix = m_rows.at(row).problem.fix; // a copy: applying it replaces the rows
        m_draft.applyFix(fix);
    }
}

namespace {

/// "/tables/0/columns/5/type" → "events › columns › region"
QString placeOf(const Draft &draft, const Problem &problem)
{
    const QStringList steps = problem.pointer.split(u'/', Qt::SkipEmptyParts);
    const int row = problem.table();
    if (row < 0 || row >= draft.tableCount())
        return steps.join(u" › "_s);
    const Document::Table &table = draft.table(row);
    //: Place of a problem: a table without a name; %1 is its number
    QStringList place{table.name().isEmpty() ? ProblemModel::tr("table %1").arg(row + 1) : table.name()};
    place += steps.mid(2, 1);
    const int at = steps.value(3, u"-1"_s).toInt();
    if (at >= 0) {
        const bool isColumn = steps.value(2) == "columns"_L1;
        const QString name = isColumn ? table.columns().value(at).name : table.topics().value(at);
        place += name.isEmpty() ? QString::number(at + 1) : name;
    }
    return place.join(u" › "_s);
}

} // namespace

void ProblemModel::refresh()
{
    QList<Row> fresh;
    for (const Problem &problem : m_draft.problems())
        fresh.append({problem, placeOf(m_draft, problem)});
    const auto isSame = [](const Row &a, const Row &b) {
        return a.problem.message == b.problem.message && a.problem.pointer == b.problem.pointer && a.place == b.place;
    };
    if (std::equal(m_rows.cbegin(), m_rows.cend(), fresh.cbegin(), fresh.cend(), isSame)) {
        m_rows = fresh; // a fix may carry another value
        return;
    }
    beginResetModel();
    m_rows = fresh;
    endResetModel();
}

} // namespace Models
