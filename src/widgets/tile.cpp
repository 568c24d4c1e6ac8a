// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tile.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"

#include <QEvent>
#include <QPainter>

namespace Widgets {

void paintTile(QPainter &painter, const QRectF &rect, const QString &iconName, Tone tone)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(softOf(tone)));
    painter.drawRoundedRect(rect, 5, 5);
    const double side = qMax(rect.width() * 0.5, double(H(1)));
    QRectF glyph(0, 0, side, side);
    glyph.moveCenter(rect.center());
    paintGlyph(painter, glyph, iconName, color(inkOf(tone)));
    painter.restore();
}

Tile::Tile(const QString &iconName, double side, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_side(side)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Tile::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    update();
}

void Tile::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize Tile::sizeHint() const
{
    return {H(m_side), H(m_side)};
}

void Tile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintTile(painter, rect(), m_iconName, m_tone);
}

void Tile::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace Widgets
