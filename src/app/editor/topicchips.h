// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace App {

enum ChipRole {
    PartitionsRole = Qt::UserRole, ///< int; absent: not known
    MissingRole                    ///< bool: the list of topics was read and this one is not in it
};

/// A topic as a chip: name, partitions, cross. The cross is told from the rest by isOnCross().
class ChipDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    [[nodiscard]] static QString detail(const QModelIndex &index);
    [[nodiscard]] static bool isOnCross(const QRect &chip, const QPoint &at);
};

} // namespace App
