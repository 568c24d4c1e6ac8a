// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stylepainters.h"

#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

namespace Widgets::Painters {

namespace {

using namespace Qt::StringLiterals;

constexpr double kRadius = 5;

void box(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &edge, double radius = kRadius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(edge);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

void ring(QPainter &painter, const QRect &rect, double radius, const QColor &ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 2));
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

QString kindOf(const QWidget *widget)
{
    return widget ? widget->property("kind").toString() : QString();
}

struct ButtonColors
{
    QColor face;
    QColor edge;
    QColor text;
    QColor glyph;
};

ButtonColors plainColors(QStyle::State state)
{
    const bool pressed = state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = state & QStyle::State_MouseOver;
    const Token face = pressed ? Token::IdleSelection : hovered ? Token::Hover : Token::ButtonFace;
    return {color(face), color(Token::ButtonEdge), color(Token::Text), color(Token::Dim)};
}

ButtonColors filledColors(Token fill, Token onFill, QStyle::State state)
{
    const QColor plain = color(fill);
    const QColor face = state & QStyle::State_Sunken      ? plain.darker(118)
                        : state & QStyle::State_MouseOver ? plain.darker(108)
                                                          : plain;
    return {face, face, color(onFill), color(onFill)};
}

ButtonColors colorsOf(const QString &kind, QStyle::State state)
{
    const bool quiet = kind == "quiet"_L1;
    if (!(state & QStyle::State_Enabled)) {
        const QColor faint = color(Token::Faint);
        return quiet ? ButtonColors{Qt::transparent, Qt::transparent, faint, faint}
                     : ButtonColors{color(Token::Window), color(Token::Border), faint, faint};
    }
    if (kind == "primary"_L1)
        return filledColors(Token::Fill, Token::OnFill, state);
    if (kind == "danger"_L1)
        return filledColors(Token::DangerFill, Token::OnDangerFill, state);
    if (!quiet)
        return plainColors(state);
    const QColor face =
        state & (QStyle::State_MouseOver | QStyle::State_Sunken) ? color(Token::AccentSoft) : QColor(Qt::transparent);
    return {face, face, color(Token::Accent), color(Token::Accent)};
}

bool isFilled(const QString &kind)
{
    return kind == "primary"_L1 || kind == "danger"_L1;
}

/// The icon's shape in another ink: a glyph on a filled button is white whatever role it was made for.
QPixmap tinted(const QIcon &icon, int side, double ratio, const QColor &ink)
{
    QPixmap pixmap = icon.pixmap(QSize(side, side), ratio);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(QRectF(QPointF(), pixmap.deviceIndependentSize()), ink);
    return pixmap;
}

} // namespace

void focusRing(QPainter &painter, const QRect &rect, double radius)
{
    ring(painter, rect, radius, color(Token::Accent));
}

void field(QPainter &painter, const QRect &rect, const QStyleOption &option, const QWidget *widget)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool bad = widget && widget->property("bad").toBool();
    const QColor fill = color(enabled ? Token::Base : Token::Window);
    box(painter, rect, fill, color(!enabled ? Token::Border : bad ? Token::Error : Token::Control));
    if (enabled && option.state & QStyle::State_HasFocus)
        ring(painter, rect, kRadius - 1, color(bad ? Token::Error : Token::Accent));
}

void buttonBevel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const QString kind = kindOf(widget);
    const ButtonColors colors = colorsOf(kind, option.state);
    box(painter, option.rect, colors.face, colors.edge);
    if (!(option.state & QStyle::State_HasFocus))
        return;
    focusRing(painter, option.rect, kRadius - 1);
    if (isFilled(kind))
        box(painter, option.rect.adjusted(2, 2, -2, -2), Qt::transparent, color(Token::OnFill), kRadius - 2);
}

void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const ButtonColors colors = colorsOf(kindOf(widget), option.state);
    const bool hasIcon = !option.icon.isNull();
    const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
    const bool hasText = !option.text.isEmpty();
    const int side = H(1);
    const int gap = hasText ? H(0.4) : 0;
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int width = (hasIcon ? side + gap : 0) + textWidth + (hasMenu ? H(0.3) + H(0.75) : 0);
    int x = option.rect.left() + qMax(H(0.5), (option.rect.width() - width) / 2);
    const int middle = option.rect.center().y() + 1;
    if (hasIcon) {
        const double ratio = painter.device()->devicePixelRatioF();
        painter.drawPixmap(QPoint(x, middle - side / 2), tinted(option.icon, side, ratio, colors.glyph));
        x += side + gap;
    }
    painter.setPen(colors.text);
    const QRect textRect(x, option.rect.top(), qMin(textWidth, option.rect.right() - x - H(0.25)),
                         option.rect.height());
    painter.drawText(
        textRect, Qt::AlignVCenter | Qt::TextHideMnemonic,
        option.fontMetrics.elidedText(option.text, Qt::ElideRight, textRect.width(), Qt::TextShowMnemonic));
    if (hasMenu)
        paintGlyph(painter, QRectF(textRect.right() + H(0.3), middle - H(0.75) / 2, H(0.75), H(0.75)), "down",
                   colors.glyph);
}

void checkIndicator(QPainter &painter, const QStyleOption &option)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor fill = color(!enabled ? Token::Window : on ? Token::Fill : Token::Base);
    box(painter, option.rect, fill, color(!enabled ? Token::Border : on ? Token::Fill : Token::Control), 3);
    const QColor mark = color(enabled ? Token::OnFill : Token::Faint);
    if (on)
        paintGlyph(painter, QRectF(option.rect).adjusted(1, 1, -1, -1),
                   option.state & QStyle::State_NoChange ? "minus" : "check", mark);
    if (option.state & QStyle::State_HasFocus)
        focusRing(painter, option.rect.adjusted(-2, -2, 2, 2), 4);
}

void radioIndicator(QPainter &painter, const QStyleOption &option)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const double radius = option.rect.width() / 2.0;
    box(painter, option.rect,
        color(!enabled ? Token::Window
              : on     ? Token::Fill
                       : Token::Base),
        color(!enabled ? Token::Border
              : on     ? Token::Fill
                       : Token::Control),
        radius);
    if (on) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(enabled ? Token::OnFill : Token::Faint));
        painter.drawEllipse(QRectF(option.rect).center(), radius * 0.38, radius * 0.38);
        painter.restore();
    }
    if (option.state & QStyle::State_HasFocus)
        focusRing(painter, option.rect.adjusted(-2, -2, 2, 2), radius + 1);
}

void branch(QPainter &painter, const QStyleOption &option)
{
    if (!(option.state & QStyle::State_Children))
        return;
    QRectF glyph(0, 0, H(0.75), H(0.75));
    glyph.moveCenter(QRectF(option.rect).center());
    paintGlyph(painter, glyph, option.state & QStyle::State_Open ? "down" : "right", color(Token::Dim));
}

void itemBackground(QPainter &painter, const QStyleOption &option, const QWidget *view)
{
    if (!(option.state & QStyle::State_Selected) || (view && view->property("ownSelection").toBool()))
        return;
    const bool focused = view && view->hasFocus();
    painter.fillRect(option.rect, color(focused ? Token::Selection : Token::IdleSelection));
}

void tab(QPainter &painter, const QStyleOptionTab &option)
{
    if (option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled)
        box(painter, option.rect.adjusted(2, 4, -2, -4), color(Token::Hover), color(Token::Hover));
    const int inset = H(0.5);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(
            QRect(option.rect.left() + inset, option.rect.bottom() - 1, option.rect.width() - 2 * inset, 2),
            color(Token::Accent));
    if (option.state & QStyle::State_HasFocus)
        focusRing(painter, option.rect.adjusted(2, 2, -2, -3), kRadius - 1);
}

void tabLabel(QPainter &painter, const QStyleOptionTab &option)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool enabled = option.state & QStyle::State_Enabled;
    QRect rect = option.rect.adjusted(H(0.75), 0, -H(0.75), 0);
    if (!option.icon.isNull()) {
        option.icon.paint(&painter, QRect(rect.left(), rect.center().y() - H(1) / 2, H(1), H(1)));
        rect.setLeft(rect.left() + H(1.35));
    }
    if (!option.rightButtonSize.isEmpty())
        rect.setRight(rect.right() - option.rightButtonSize.width());
    painter.setPen(color(!enabled ? Token::Faint : selected ? Token::Text : Token::Dim));
    painter.drawText(rect, Qt::AlignVCenter | Qt::TextHideMnemonic,
                     option.fontMetrics.elidedText(option.text, Qt::ElideRight, rect.width(), Qt::TextShowMnemonic));
}

void headerSection(QPainter &painter, const QStyleOptionHeader &option)
{
    painter.fillRect(option.rect, color(Token::Base));
    if (option.orientation == Qt::Horizontal)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(Token::Border));
    else
        painter.fillRect(QRect(option.rect.right(), option.rect.top(), 1, option.rect.height()), color(Token::Border));
}

void headerLabel(QPainter &painter, const QStyleOptionHeader &option)
{
    QRect rect = option.rect.adjusted(H(0.5), 0, -H(0.5), 0);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    painter.setFont(smallFont());
    painter.setPen(color(Token::Dim));
    if (sorted)
        rect.setRight(rect.right() - H(0.9));
    const QString text = QFontMetrics(smallFont()).elidedText(option.text, Qt::ElideRight, rect.width());
    painter.drawText(rect, int(option.textAlignment | Qt::AlignVCenter), text);
    if (sorted)
        paintGlyph(painter, QRectF(rect.right() + H(0.15), rect.center().y() - H(0.75) / 2.0, H(0.75), H(0.75)),
                   option.sortIndicator == QStyleOptionHeader::SortUp ? "up" : "down", color(Token::Dim));
}

} // namespace Widgets::Painters
