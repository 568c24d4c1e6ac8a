// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changesmodel.h"

using namespace Qt::StringLiterals;

namespace Models {

using Document::Change;
using Kind = Change::Kind;
using Subject = Change::Subject;

ChangesModel::ChangesModel(QObject *parent) : QAbstractItemModel(parent) {}

void ChangesModel::setChanges(const QList<Change> &changes)
{
    beginResetModel();
    m_changes = changes;
    endResetModel();
}

// The internal id is 0 for a top-level row, else the row of the parent plus one.
QModelIndex ChangesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : quintptr(0));
}

QModelIndex ChangesModel::parent(const QModelIndex &child) const
{
    return child.internalId() == 0 ? QModelIndex() : createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_changes.size());
    const bool isTopLevel = parent.internalId() == 0 && parent.column() == 0;
    return isTopLevel ? int(m_changes.at(parent.row()).parts.size()) : 0;
}

int ChangesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

const Change &ChangesModel::at(const QModelIndex &index) const
{
    return index.internalId() == 0 ? m_changes.at(index.row())
                                   : m_changes.at(qsizetype(index.internalId()) - 1).parts.at(index.row());
}

namespace {

QString wordFor(const Change &change)
{
    switch (change.kind) {
    case Kind::Added:
        //: What happens to a table, column or topic when the changes are applied
        return ChangesModel::tr("added");
    case Kind::Removed:
        //: What happens to a table, column or topic when the changes are applied
        return ChangesModel::tr("removed");
    case Kind::Changed: break;
    }
    switch (change.subject) {
    case Subject::Column:
        //: What happens to a column when the changes are applied
        return ChangesModel::tr("type changed");
    case Subject::Setting:
        //: What happens to a setting of a table when the changes are applied
        return ChangesModel::tr("setting changed");
    case Subject::Order:
        //: What happens to a list of columns, topics or tables when the changes are applied
        return ChangesModel::tr("order changed");
    case Subject::Table:
    case Subject::Topic: break;
    }
    //: What happens to a table or topic when the changes are applied
    return ChangesModel::tr("changed");
}

/// "4 columns, 1 topic"
QString sizeOf(const Document::TablePtr &table)
{
    if (!table)
        return {};
    const int columns = int(table->columns().size());
    const int topics = int(table->topics().size());
    //: Part of "4 columns, 1 topic"
    const QString columnText =
        columns == 1 ? ChangesModel::tr("1 column") : ChangesModel::tr("%n columns", nullptr, columns);
    //: Part of "4 columns, 1 topic"
    const QString topicText =
        topics == 1 ? ChangesModel::tr("1 topic") : ChangesModel::tr("%n topics", nullptr, topics);
    //: Size of a table that will be dropped; the first part is "4 columns", the second "1 topic"
    return ChangesModel::tr("%1, %2").arg(columnText, topicText);
}

QString beforeText(const Change &change)
{
    if (change.subject == Subject::Table)
        return change.kind == Kind::Removed && change.tableBefore ? sizeOf(change.tableBefore) : change.before;
    return change.kind == Kind::Added ? u"–"_s : change.before;
}

QString afterText(const Change &change)
{
    if (change.kind == Kind::Removed) {
        //: Column "After you apply": the table will not exist any more
        return change.subject == Subject::Table ? ChangesModel::tr("dropped") : u"–"_s;
    }
    if (change.subject == Subject::Topic) {
        //: Column "After you apply": the added name is a topic
        return ChangesModel::tr("topic");
    }
    return change.after;
}

} // namespace

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Change &change = at(index);
    switch (role) {
    case KindRole: return int(change.kind);
    case SubjectRole: return int(change.subject);
    case NameRole: return change.name;
    case WordRole: return wordFor(change);
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(index.column())) {
    case WhatColumn:
        // One text for those who cannot see name and pill apart: "orders added".
        return u"%1 %2"_s.arg(change.name, wordFor(change));
    case BeforeColumn: return beforeText(change);
    case AfterColumn: return afterText(change);
    case ColumnCount: break;
    }
    return {};
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (Column(section)) {
    case WhatColumn:
        //: Column header of the review: table, column, topic or setting
        return tr("What");
    case BeforeColumn:
        //: Column header of the review
        return tr("On Aiven now");
    case AfterColumn:
        //: Column header of the review
        return tr("After you apply");
    case ColumnCount: break;
    }
    return {};
}

} // namespace Models
