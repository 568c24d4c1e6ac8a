// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/gripheader.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"

#include <QPainter>

using Widgets::H;

namespace App {

GripHeader::GripHeader(QWidget *parent) : QHeaderView(Qt::Vertical, parent)
{
    setSectionsMovable(true);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(1); // else the font decides
    setDefaultSectionSize(H(1.75));
    setHighlightSections(false);
    //: Accessible name of the grips by which the rows of the grid of columns are dragged
    setAccessibleName(tr("Order of columns"));
    connect(this, &QHeaderView::sectionMoved, this, &GripHeader::onMoved);
}

void GripHeader::onMoved(int, int from, int to)
{
    if (m_restoring)
        return;
    // The view's order goes back at once: the order belongs to the draft.
    m_restoring = true;
    moveSection(to, from);
    m_restoring = false;
    emit rowMoved(from, to);
}

QSize GripHeader::sectionSizeFromContents(int) const
{
    return {H(2), H(1.75)};
}

void GripHeader::paintSection(QPainter *painter, const QRect &rect, int) const
{
    painter->fillRect(rect, Widgets::color(Widgets::Token::Base));
    QRectF glyph(0, 0, H(0.9), H(0.9));
    glyph.moveCenter(QRectF(rect).center());
    Widgets::paintGlyph(*painter, glyph, "grip", Widgets::color(Widgets::Token::Dim));
}

} // namespace App
