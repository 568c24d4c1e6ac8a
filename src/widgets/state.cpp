// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state.h"

#include <QPainter>
#include <QPainterPath>

namespace Widgets {

Token inkOf(State state)
{
    switch (state) {
    case State::Ok: return Token::Ok;
    case State::Working: return Token::Accent;
    case State::Warning: return Token::Warning;
    case State::Failed: return Token::Error;
    case State::Off: break;
    }
    return Token::Dim;
}

Token wordOf(State state)
{
    return state == State::Warning || state == State::Failed ? inkOf(state) : Token::Text;
}

void paintStateMark(QPainter &painter, const QRectF &rect, State state)
{
    const QColor ink = color(inkOf(state));
    const double side = qMin(rect.width(), rect.height());
    const QPointF center = rect.center();
    const double r = side / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    switch (state) {
    case State::Ok: painter.drawEllipse(center, r * 0.94, r * 0.94); break;
    case State::Working:
        painter.drawPie(QRectF(center.x() - r * 0.9, center.y() - r * 0.9, r * 1.8, r * 1.8), -90 * 16, 180 * 16);
        [[fallthrough]]; // the ring around the half
    case State::Off:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, side * 0.18));
        painter.drawEllipse(center, r * 0.78, r * 0.78);
        break;
    case State::Warning:
        painter.drawPolygon(QPolygonF{{center.x(), center.y() - r},
                                      {center.x() + r, center.y() + r * 0.9},
                                      {center.x() - r, center.y() + r * 0.9}});
        break;
    case State::Failed:
        painter.drawPolygon(QPolygonF{{center.x(), center.y() - r * 1.1},
                                      {center.x() + r * 1.1, center.y()},
                                      {center.x(), center.y() + r * 1.1},
                                      {center.x() - r * 1.1, center.y()}});
        break;
    }
    painter.restore();
}

} // namespace Widgets
