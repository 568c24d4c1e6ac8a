// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace Widgets {

/// The look of every control: flat, 1 px edges, one accent; Fusion does what is not painted here. Colours come from the
/// palette and the theme's tokens, sizes from H().
///
/// Properties that it reads, to be set before the widget is shown:
/// - "kind" on push buttons: "primary" (one per view), "quiet" (accent text, no frame), "danger"; absent = plain
/// - "bad" on fields: true gives the red edge of a refused value (call update() after a change)
/// - "ownSelection" on item views: true when the view paints the selection of its rows itself
/// - "edgeless" on item views and frames: true leaves the frame away (inside cards)
class HeadgateStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    HeadgateStyle();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    /// Our own glyphs. The base style would look for a theme of icons and load the plugins for images before the first
    /// paint, because a menu bar asks for the icon of its extension button.
    QIcon standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
};

} // namespace Widgets
