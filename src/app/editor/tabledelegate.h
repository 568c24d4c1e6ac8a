// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace App {

/// A row of the list of tables: name and number of problems, below them what the table can do ("reads 2 topics",
/// "cannot write").
class TableDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The facts of a row in words, as they are read aloud: "events, reads 2 topics, cannot write, 1 error".
    [[nodiscard]] static QString description(const QModelIndex &index);
};

} // namespace App
