// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style.h"

#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/stylepainters.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFrame>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

namespace Widgets {

namespace {

using namespace Qt::StringLiterals;

constexpr double kControlHeight = 1.8;

/// The option as the kind that the element is documented to come with.
template <typename Option>
const Option &as(const QStyleOption *option)
{
    const auto *cast = qstyleoption_cast<const Option *>(option);
    Q_ASSERT(cast);
    return *cast;
}

QSize buttonSize(const QStyleOptionButton &button)
{
    const int text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const int icon = button.icon.isNull() ? 0 : H(1) + (button.text.isEmpty() ? 0 : H(0.4));
    const int menu = button.features & QStyleOptionButton::HasMenu ? H(0.3) + H(0.75) : 0;
    return {text + icon + menu + 2 * H(0.75), H(kControlHeight)};
}

QSize menuItemSize(const QStyleOptionMenuItem &item, const QSize &content)
{
    if (item.menuItemType == QStyleOptionMenuItem::Separator)
        return {content.width(), H(0.6)};
    const QFontMetrics metrics(item.font);
    const int caption = metrics.horizontalAdvance(item.text.section(u'\t', 0, 0));
    const int shortcut = metrics.horizontalAdvance(item.text.section(u'\t', 1, 1));
    return {caption + (shortcut ? shortcut + H(2) : 0) + H(4), H(1.75)};
}

/// The part of a scroll bar that one drags; there are no arrow buttons.
QRect sliderRect(const QStyleOptionSlider &bar)
{
    const int length = bar.orientation == Qt::Horizontal ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int size = length;
    if (range > 0)
        size = qMax(H(1.5), int(qint64(bar.pageStep) * length / (range + bar.pageStep)));
    size = qMin(size, length);
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - size, bar.upsideDown);
    return bar.orientation == Qt::Horizontal ? QRect(bar.rect.left() + start, bar.rect.top(), size, bar.rect.height())
                                             : QRect(bar.rect.left(), bar.rect.top() + start, bar.rect.width(), size);
}

} // namespace

HeadgateStyle::HeadgateStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void HeadgateStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QTabBar *>(widget) || qobject_cast<QScrollBar *>(widget) ||
        qobject_cast<QAbstractSpinBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    auto *frame = qobject_cast<QFrame *>(widget);
    if (frame && widget->property("edgeless").toBool())
        frame->setFrameShape(QFrame::NoFrame);
}

void HeadgateStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (as<QStyleOptionFrame>(option).lineWidth > 0)
            Painters::field(*painter, option->rect, *option, widget);
        return;
    case PE_FrameLineEdit:
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget: return;
    case PE_FrameFocusRect: // buttons and fields show it by their edge
        if (qobject_cast<const QAbstractItemView *>(widget))
            Painters::focusRing(*painter, option->rect, 2);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return Painters::checkIndicator(*painter, *option);
    case PE_IndicatorRadioButton: return Painters::radioIndicator(*painter, *option);
    case PE_IndicatorBranch: return Painters::branch(*painter, *option);
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow: return Painters::itemBackground(*painter, *option, widget);
    case PE_Frame:
    case PE_FrameMenu:
        painter->setPen(color(Token::Border));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, color(element == PE_PanelMenu ? Token::Base : Token::Window));
        painter->setPen(color(Token::ButtonEdge));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void HeadgateStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel: return Painters::buttonBevel(*painter, as<QStyleOptionButton>(option), widget);
    case CE_PushButtonLabel: return Painters::buttonLabel(*painter, as<QStyleOptionButton>(option), widget);
    case CE_TabBarTabShape: return Painters::tab(*painter, as<QStyleOptionTab>(option));
    case CE_TabBarTabLabel: return Painters::tabLabel(*painter, as<QStyleOptionTab>(option));
    case CE_Header:
        // The base style would ask itself, not this style, for the label's rectangle, and cut the text.
        drawControl(CE_HeaderSection, option, painter, widget);
        return drawControl(CE_HeaderLabel, option, painter, widget);
    case CE_HeaderSection: return Painters::headerSection(*painter, as<QStyleOptionHeader>(option));
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Token::Base));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          color(Token::Border));
        return;
    case CE_HeaderLabel: return Painters::headerLabel(*painter, as<QStyleOptionHeader>(option));
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, color(Token::Window));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          color(Token::Border));
        return;
    case CE_MenuBarItem: return Painters::menuBarItem(*painter, as<QStyleOptionMenuItem>(option));
    case CE_MenuItem: return Painters::menuItem(*painter, as<QStyleOptionMenuItem>(option));
    case CE_Splitter: return painter->fillRect(option->rect, color(Token::Border));
    case CE_ProgressBar: return Painters::progress(*painter, as<QStyleOptionProgressBar>(option));
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void HeadgateStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox: return Painters::comboBox(*painter, as<QStyleOptionComboBox>(option), widget);
    case CC_SpinBox: return Painters::spinBox(*painter, as<QStyleOptionSpinBox>(option), *this, widget);
    case CC_ToolButton: return Painters::toolButton(*painter, as<QStyleOptionToolButton>(option));
    case CC_ScrollBar:
        return Painters::scrollBar(*painter, as<QStyleOptionSlider>(option),
                                   sliderRect(as<QStyleOptionSlider>(option)));
    default: QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QSize HeadgateStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                      const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton: return buttonSize(as<QStyleOptionButton>(option));
    case CT_LineEdit: return {size.width() + H(1), H(kControlHeight)};
    case CT_ComboBox: return {size.width() + H(2.2), H(kControlHeight)};
    case CT_SpinBox: return {size.width() + H(2), H(kControlHeight)};
    case CT_TabBarTab: return {size.width() + 2 * H(0.25), H(2.2)};
    case CT_ToolButton: {
        const auto &button = as<QStyleOptionToolButton>(option);
        if (button.toolButtonStyle == Qt::ToolButtonIconOnly || button.text.isEmpty())
            return {H(kControlHeight), H(kControlHeight)};
        const bool icon = !button.icon.isNull() && button.toolButtonStyle != Qt::ToolButtonTextOnly;
        const int menu = button.features & QStyleOptionToolButton::HasMenu ? H(0.9) : 0;
        const int text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
        return {text + (icon ? H(1.4) : 0) + menu + H(1), H(kControlHeight)};
    }
    case CT_MenuBarItem: return {size.width() + 2 * H(0.55), H(2.3)};
    case CT_MenuItem: return menuItemSize(as<QStyleOptionMenuItem>(option), size);
    case CT_HeaderSection: return {QProxyStyle::sizeFromContents(type, option, size, widget).width(), H(1.7)};
    case CT_ItemViewItem: return QProxyStyle::sizeFromContents(type, option, size, widget).expandedTo({0, H(1.75)});
    case CT_ProgressBar: return {qMax(size.width(), H(6)), 6};
    case CT_CheckBox:
    case CT_RadioButton: return QProxyStyle::sizeFromContents(type, option, size, widget).expandedTo({0, H(1.4)});
    default: return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect HeadgateStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                                    const QWidget *widget) const
{
    const QRect &all = option->rect;
    if (control == CC_ScrollBar) {
        const QRect slider = sliderRect(as<QStyleOptionSlider>(option));
        const bool horizontal = as<QStyleOptionSlider>(option).orientation == Qt::Horizontal;
        switch (subControl) {
        case SC_ScrollBarSlider: return slider;
        case SC_ScrollBarGroove: return all;
        case SC_ScrollBarSubPage:
            return horizontal ? QRect(all.topLeft(), slider.bottomLeft()) : QRect(all.topLeft(), slider.topRight());
        case SC_ScrollBarAddPage:
            return horizontal ? QRect(slider.topRight(), all.bottomRight())
                              : QRect(slider.bottomLeft(), all.bottomRight());
        default: return {};
        }
    }
    if (control == CC_SpinBox) {
        const int arrows = H(1.4);
        const QRect side(all.right() - arrows, all.top() + 2, arrows - 2, all.height() - 4);
        switch (subControl) {
        case SC_SpinBoxUp: return {side.left(), side.top(), side.width(), side.height() / 2};
        case SC_SpinBoxDown: return {side.left(), side.top() + side.height() / 2, side.width(), side.height() / 2};
        case SC_SpinBoxEditField: return all.adjusted(H(0.35), 2, -arrows, -2);
        default: return all;
        }
    }
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return all.adjusted(H(0.5), 2, -H(1.6), -2);
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect HeadgateStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents && as<QStyleOptionFrame>(option).lineWidth > 0)
        return option->rect.adjusted(H(0.4), 1, -H(0.4), -1);
    if (element == SE_HeaderLabel)
        return option->rect;
    if (element == SE_TabBarTabText)
        return option->rect;
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

} // namespace Widgets
