// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pill.h"

#include "widgets/fonts.h"
#include "widgets/metrics.h"

#include <QPainter>

namespace Widgets {

namespace {

constexpr double kPadding = 0.4;
constexpr double kHeight = 1.1;
constexpr double kMark = 0.45;
constexpr double kMarkGap = 0.25;
constexpr double kRadius = 4;

void paintBox(QPainter &painter, const QRectF &box, Tone tone)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(softOf(tone)));
    painter.drawRoundedRect(box, kRadius, kRadius);
}

} // namespace

Token inkOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return Token::Dim;
    case Tone::Accent: return Token::Accent;
    case Tone::Ok: return Token::Ok;
    case Tone::Warning: return Token::Warning;
    case Tone::Error: return Token::Error;
    }
    return Token::Dim;
}

Token softOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return Token::IdleSelection;
    case Tone::Accent: return Token::AccentSoft;
    case Tone::Ok: return Token::OkSoft;
    case Tone::Warning: return Token::WarningSoft;
    case Tone::Error: return Token::ErrorSoft;
    }
    return Token::IdleSelection;
}

Tone toneOf(State state)
{
    switch (state) {
    case State::Ok: return Tone::Ok;
    case State::Working: return Tone::Accent;
    case State::Warning: return Tone::Warning;
    case State::Failed: return Tone::Error;
    case State::Off: break;
    }
    return Tone::Neutral;
}

int pillWidth(const QString &text)
{
    return QFontMetrics(pillFont()).horizontalAdvance(text) + 2 * H(kPadding);
}

int paintPill(QPainter &painter, const QRectF &rect, const QString &text, Tone tone)
{
    painter.save();
    const QRectF box(rect.left(), rect.center().y() - H(kHeight) / 2.0, pillWidth(text), H(kHeight));
    paintBox(painter, box, tone);
    painter.setFont(pillFont());
    painter.setPen(color(tone == Tone::Neutral ? Token::Text : inkOf(tone)));
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
    return qRound(box.width());
}

Pill::Pill(const QString &text, Tone tone, QWidget *parent) : QLabel(text, parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::setTone(Tone tone)
{
    m_tone = tone;
    m_state.reset();
    update();
}

void Pill::setState(State state, const QString &word)
{
    m_tone = toneOf(state);
    m_state = state;
    setText(word);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return {pillWidth(text()) + (m_state ? H(kMark) + H(kMarkGap) : 0), H(kHeight)};
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), m_tone);
    painter.setFont(pillFont());
    painter.setPen(color(inkOf(m_tone)));
    QRectF textRect = QRectF(rect()).adjusted(H(kPadding), 0, -H(kPadding), 0);
    if (m_state) {
        paintStateMark(painter, QRectF(textRect.left(), (height() - H(kMark)) / 2.0, H(kMark), H(kMark)), *m_state);
        textRect.setLeft(textRect.left() + H(kMark) + H(kMarkGap));
    }
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft, text());
}

KeyCap::KeyCap(const QString &keys, QWidget *parent) : QLabel(keys, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyCap::sizeHint() const
{
    return {pillWidth(text()) + 2, H(kHeight)};
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), Tone::Neutral);
    painter.setFont(pillFont());
    painter.setPen(color(Token::Dim));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace Widgets
