// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pill.h"

#include <QStyledItemDelegate>

namespace Widgets {

/// What the delegates below ask a model for, beside DisplayRole (the name).
enum RowRole {
    IconNameRole = Qt::UserRole + 100, ///< QString, a glyph
    SecondLineRole,                    ///< QString, dim
    StateRole,     ///< int, a Widgets::State; absent = none. Without StateTextRole the name is its word
    StateTextRole, ///< QString, the word beside the mark
    PillsRole,     ///< QStringList, at most two facts
    PillTonesRole, ///< QVariantList of int, a Widgets::Tone for each pill
    FixedFontRole, ///< bool: the name is an identifier
    HeadingRole,   ///< bool: a group's heading, not selectable
    StrongRole,    ///< bool: weight 600
    TileRole,      ///< bool: the glyph stands in a soft square
    DimRole        ///< bool: the name is dim ("None")
};

/// Icon, name, dim second line, state and pills at the right: every list and tree of the program. One line high without
/// a second line, two lines with one. The model's AccessibleTextRole or DisplayRole is what is read aloud.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum class Lines { One, Two };
    enum class Separator { None, Hairline };

    explicit RowDelegate(Lines lines, Separator separator, QObject *parent = nullptr);

    void setTiles(bool tiles); ///< glyphs in soft squares
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintRowBackground(QPainter &painter, const QStyleOptionViewItem &option, bool last) const;
    void paintText(QPainter &painter, const QRect &rect, const QModelIndex &index, bool enabled) const;
    /// Paints state and pills and returns where they begin.
    int paintRight(QPainter &painter, const QRect &rect, const QModelIndex &index, bool enabled) const;

    Lines m_lines;
    Separator m_separator;
    bool m_tiles = false;
};

} // namespace Widgets
