// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPainter;
class QRect;
class QRectF;
class QStyle;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QWidget;

/// How HeadgateStyle paints each control. Colours come from the theme, sizes from H().
namespace Widgets::Painters {

void field(QPainter &painter, const QRect &rect, const QStyleOption &option, const QWidget *widget);
void focusRing(QPainter &painter, const QRect &rect, double radius);
void buttonBevel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void checkIndicator(QPainter &painter, const QStyleOption &option);
void radioIndicator(QPainter &painter, const QStyleOption &option);
void branch(QPainter &painter, const QStyleOption &option);
void itemBackground(QPainter &painter, const QStyleOption &option, const QWidget *view);
void tab(QPainter &painter, const QStyleOptionTab &option);
void tabLabel(QPainter &painter, const QStyleOptionTab &option);
void headerSection(QPainter &painter, const QStyleOptionHeader &option);
void headerLabel(QPainter &painter, const QStyleOptionHeader &option);
void menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option);
void menuItem(QPainter &painter, const QStyleOptionMenuItem &option);
void progress(QPainter &painter, const QStyleOptionProgressBar &option);
void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *widget);
void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QStyle &style, const QWidget *widget);
void toolButton(QPainter &painter, const QStyleOptionToolButton &option);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider);

} // namespace Widgets::Painters
