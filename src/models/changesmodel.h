// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/diff.h"

#include <QAbstractItemModel>

namespace Models {

/// The changes of a review as a tree of two levels: tables, and below them columns, topics and settings.
class ChangesModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { WhatColumn, BeforeColumn, AfterColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< int of Document::Change::Kind
        SubjectRole,             ///< int of Document::Change::Subject
        NameRole,                ///< "orders"
        WordRole,                ///< "added", "type changed"
    };

    explicit ChangesModel(QObject *parent = nullptr);

    void setChanges(const QList<Document::Change> &changes);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const Document::Change &at(const QModelIndex &index) const;

    QList<Document::Change> m_changes;
};

} // namespace Models
