// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"

#include <QAbstractTableModel>

namespace Models {

/// The columns of one table of a draft as an editable grid. Every edit goes through the draft's undo stack.
class ColumnModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, SampleColumn, StateColumn, ColumnCount };
    enum Role {
        RowStateRole = Qt::UserRole, ///< int of RowState, in every column
        ProblemRole,                 ///< the sentence about this cell, or empty
    };
    /// Compared with what the service has; problems come first.
    enum class RowState { Same, Changed, Added, Warning, Error };
    Q_ENUM(RowState)

    explicit ColumnModel(Document::Draft &draft, QObject *parent = nullptr);

    /// -1: no table, no rows.
    void setTable(int row);
    [[nodiscard]] int table() const { return m_table; }
    /// Values of one message by column name, as their JSON text, and the heading over them.
    void setSample(const QString &title, const QHash<QString, QString> &values);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    bool moveRows(const QModelIndex &sourceParent, int sourceRow, int count, const QModelIndex &destinationParent,
                  int destinationChild) override;

private:
    struct Row
    {
        Document::Column column;
        RowState state = RowState::Same;
        QString nameProblem;
        QString typeProblem;

        friend bool operator==(const Row &, const Row &) = default;
    };

    [[nodiscard]] QList<Row> currentRows() const;
    [[nodiscard]] QVariant display(const Row &row, Column column) const;
    void refresh();
    void reload();

    Document::Draft &m_draft;
    int m_table = -1;
    QList<Row> m_rows; ///< a copy, because the draft has already changed when it tells
    QString m_sampleTitle;
    QHash<QString, QString> m_sample;
};

} // namespace Models
