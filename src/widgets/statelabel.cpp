// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statelabel.h"

#include "widgets/metrics.h"

#include <QPainter>

namespace Widgets {

namespace {

constexpr double kMark = 0.5;
constexpr double kGap = 0.35;

} // namespace

StateLabel::StateLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

StateLabel::StateLabel(State state, const QString &word, QWidget *parent) : StateLabel(parent)
{
    setState(state, word);
}

void StateLabel::setState(State state, const QString &word)
{
    m_state = state;
    setText(word);
    updateGeometry();
    update();
}

QSize StateLabel::sizeHint() const
{
    return {H(kMark) + H(kGap) + fontMetrics().horizontalAdvance(text()) + 2, qMax(H(1.2), fontMetrics().height())};
}

void StateLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStateMark(painter, QRectF(0, (height() - H(kMark)) / 2.0, H(kMark), H(kMark)), m_state);
    painter.setPen(color(isEnabled() ? wordOf(m_state) : Token::Faint));
    const QRect textRect = rect().adjusted(H(kMark) + H(kGap), 0, 0, 0);
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width()));
}

} // namespace Widgets
