// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/draft.h"

#include <QAbstractTableModel>

namespace Models {

/// The problems of a draft: severity in words, sentence, place ("events › columns › region"), caption of the fix.
class ProblemModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SeverityColumn, MessageColumn, PlaceColumn, FixColumn, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole, PointerRole };

    explicit ProblemModel(Document::Draft &draft, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const Document::Problem &problem(int row) const { return m_rows.at(row).problem; }
    void applyFix(int row);

private:
    struct Row
    {
        Document::Problem problem;
        QString place;
    };

    void refresh();

    Document::Draft &m_draft;
    QList<Row> m_rows;
};

} // namespace Models
