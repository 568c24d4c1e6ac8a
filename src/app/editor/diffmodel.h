// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/diff.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace App {

/// Lines of a comparison, with the numbers of the newer text.
class DiffModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, NumberRole };

    using QAbstractListModel::QAbstractListModel;

    void setLines(const QList<Document::TextLine> &lines);
    [[nodiscard]] int count(Document::TextLine::Kind kind) const;
    /// The next row from here that begins a change, or -1.
    [[nodiscard]] int nextChange(int from, int step) const;
    /// Characters of the longest line.
    [[nodiscard]] int width() const { return m_width; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Document::TextLine> m_lines;
    int m_width = 0;
};

/// Number, sign and text of a line; keys and strings in their colours.
class DiffDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace App
