// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/stylepainters.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

namespace Widgets::Painters {

namespace {

using namespace Qt::StringLiterals;

void soft(QPainter &painter, const QRect &rect, Token token)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(token));
    painter.drawRoundedRect(rect, 5, 5);
    painter.restore();
}

void menuItemText(QPainter &painter, const QStyleOptionMenuItem &option, const QRect &rect)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const QString caption = option.text.section(u'\t', 0, 0);
    const QString shortcut = option.text.section(u'\t', 1, 1);
    painter.setFont(option.font);
    painter.setPen(color(enabled ? Token::Text : Token::Faint));
    painter.drawText(rect, Qt::AlignVCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, caption);
    painter.setPen(color(enabled ? Token::Dim : Token::Faint));
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, shortcut);
}

} // namespace

void menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    painter.fillRect(option.rect, color(Token::Window));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(Token::Border));
    if (option.state & (QStyle::State_Selected | QStyle::State_Sunken) && option.state & QStyle::State_Enabled)
        soft(painter, option.rect.adjusted(1, H(0.3), -1, -H(0.3)), Token::IdleSelection);
    painter.setPen(color(option.state & QStyle::State_Enabled ? Token::Text : Token::Faint));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, option.text);
}

void menuItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1),
                         color(Token::Border));
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (option.state & QStyle::State_Selected)
        soft(painter, option.rect.adjusted(H(0.25), 0, -H(0.25), 0), Token::Hover);
    const QRect content = option.rect.adjusted(H(0.6), 0, -H(0.75), 0);
    const QRect glyph(content.left(), content.center().y() - H(1) / 2 + 1, H(1), H(1));
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            paintGlyph(painter, glyph, "check", color(enabled ? Token::Text : Token::Faint));
    } else if (!option.icon.isNull()) {
        option.icon.paint(&painter, glyph, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    menuItemText(painter, option, content.adjusted(H(1.5), 0, -H(0.25), 0));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintGlyph(painter, QRectF(content.right() - H(0.5), content.center().y() - H(0.35), H(0.75), H(0.75)), "right",
                   color(Token::Dim));
}

void progress(QPainter &painter, const QStyleOptionProgressBar &option)
{
    constexpr int kThick = 4;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QRectF groove(option.rect.left(), option.rect.center().y() - kThick / 2 + 1, option.rect.width(), kThick);
    painter.setBrush(color(Token::IdleSelection));
    painter.drawRoundedRect(groove, 2, 2);
    const int range = option.maximum - option.minimum;
    if (range > 0) {
        groove.setWidth(groove.width() * (option.progress - option.minimum) / range);
        painter.setBrush(color(Token::Fill));
        painter.drawRoundedRect(groove, 2, 2);
    }
    painter.restore();
}

void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget)
{
    if (option.frame)
        field(painter, option.rect, option, widget);
    const double side = H(0.85);
    const QRectF glyph(option.rect.right() - H(0.5) - side, option.rect.center().y() + 0.5 - side / 2, side, side);
    paintGlyph(painter, glyph, "down", color(option.state & QStyle::State_Enabled ? Token::Dim : Token::Faint));
}

void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QStyle &style, const QWidget *widget)
{
    if (option.frame)
        field(painter, option.rect, option, widget);
    const auto arrow = [&](QStyle::SubControl part, const char *glyph, QAbstractSpinBox::StepEnabledFlag step) {
        const QRectF area = style.subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        QRectF rect(0, 0, H(0.65), H(0.65));
        rect.moveCenter(area.center());
        paintGlyph(painter, rect, glyph, color(option.stepEnabled & step ? Token::Dim : Token::Faint));
    };
    arrow(QStyle::SC_SpinBoxUp, "up", QAbstractSpinBox::StepUpEnabled);
    arrow(QStyle::SC_SpinBoxDown, "down", QAbstractSpinBox::StepDownEnabled);
}

void toolButton(QPainter &painter, const QStyleOptionToolButton &option)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    if (option.state & QStyle::State_On || (enabled && option.state & QStyle::State_Sunken))
        soft(painter, option.rect, Token::IdleSelection);
    else if (enabled && option.state & QStyle::State_MouseOver)
        soft(painter, option.rect, Token::Hover);
    if (option.state & QStyle::State_HasFocus)
        focusRing(painter, option.rect, 4);
    const bool iconOnly = option.toolButtonStyle == Qt::ToolButtonIconOnly || option.text.isEmpty();
    const QIcon::Mode mode = enabled ? QIcon::Normal : QIcon::Disabled;
    if (iconOnly)
        return option.icon.paint(&painter,
                                 QRect(option.rect.center() - QPoint(H(0.5), H(0.5)) + QPoint(1, 1), QSize(H(1), H(1))),
                                 Qt::AlignCenter, mode);
    QRect rest = option.rect.adjusted(H(0.5), 0, -H(0.4), 0);
    if (!option.icon.isNull() && option.toolButtonStyle != Qt::ToolButtonTextOnly) {
        option.icon.paint(&painter, QRect(rest.left(), rest.center().y() + 1 - H(0.5), H(1), H(1)), Qt::AlignCenter,
                          mode);
        rest.setLeft(rest.left() + H(1.4));
    }
    if (option.features & QStyleOptionToolButton::HasMenu) {
        paintGlyph(painter, QRectF(rest.right() - H(0.75), rest.center().y() + 0.5 - H(0.375), H(0.75), H(0.75)),
                   "down", color(enabled ? Token::Dim : Token::Faint));
        rest.setRight(rest.right() - H(0.9));
    }
    painter.setPen(color(enabled ? Token::Text : Token::Faint));
    painter.drawText(rest, Qt::AlignVCenter | Qt::TextHideMnemonic,
                     option.fontMetrics.elidedText(option.text, Qt::ElideRight, rest.width(), Qt::TextShowMnemonic));
}

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider)
{
    const bool horizontal = option.orientation == Qt::Horizontal;
    const bool active = option.state & QStyle::State_MouseOver || option.state & QStyle::State_Sunken;
    if (option.maximum <= option.minimum)
        return;
    const QRectF thumb = horizontal ? QRectF(slider).adjusted(2, 3, -2, -3) : QRectF(slider).adjusted(3, 2, -3, -2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(active ? Token::Control : Token::ButtonEdge));
    painter.drawRoundedRect(thumb, 3, 3);
    painter.restore();
}

} // namespace Widgets::Painters
