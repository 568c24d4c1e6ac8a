// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fonts.h"

#include "widgets/metrics.h"

#include <QApplication>
#include <QFontDatabase>
#include <QLayout>
#include <QWidget>

namespace Widgets {

namespace {

using namespace Qt::StringLiterals;

/// Without a desktop Qt reports the generic family, which fontconfig resolves to anything.
QFont baseFont()
{
    static const QFont desktop = QApplication::font();
    const bool named = qEnvironmentVariableIsSet("XDG_CURRENT_DESKTOP") && desktop.family() != "Sans Serif"_L1;
    if (named)
        return desktop;
    if (QFontDatabase::hasFamily(u"Inter"_s))
        return QFont(u"Inter"_s, 10);
    return QFont(u"DejaVu Sans"_s, 9);
}

QMargins scaled(const QMargins &margins, double ratio)
{
    return {qRound(margins.left() * ratio), qRound(margins.top() * ratio), qRound(margins.right() * ratio),
            qRound(margins.bottom() * ratio)};
}

int scaledSize(int size, double ratio)
{
    constexpr int kLine = 2; // lines and focus rings are pixels at every zoom
    return size <= kLine || size >= QWIDGETSIZE_MAX ? size : qRound(size * ratio);
}

/// Sizes and margins were set in H(); after a change of zoom they are brought to the new one.
void rescale(QWidget &widget, double ratio)
{
    widget.setMinimumSize(scaledSize(widget.minimumWidth(), ratio), scaledSize(widget.minimumHeight(), ratio));
    widget.setMaximumSize(scaledSize(widget.maximumWidth(), ratio), scaledSize(widget.maximumHeight(), ratio));
    for (QLayout *layout : widget.findChildren<QLayout *>()) {
        if (layout->parentWidget() == &widget)
            layout->setContentsMargins(scaled(layout->contentsMargins(), ratio));
    }
}

} // namespace

void applyFonts(QApplication &, double zoom)
{
    QFont font = baseFont();
    font.setPointSizeF(font.pointSizeF() * zoom);
    const QWidgetList widgets = QApplication::allWidgets();
    if (widgets.isEmpty()) { // at start: measuring the old font would load it for nothing
        QApplication::setFont(font);
        return;
    }
    const double before = H(100);
    QApplication::setFont(font);
    QEvent changed(QEvent::ApplicationFontChange);
    for (QWidget *widget : widgets) {
        rescale(*widget, H(100) / before);
        if (!widget->isWindow()) // windows were told by setFont()
            QApplication::sendEvent(widget, &changed);
    }
}

QFont scaledFont(double factor, QFont::Weight weight)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(weight);
    return font;
}

QFont welcomeFont()
{
    return scaledFont(1.75, QFont::DemiBold);
}

QFont titleFont()
{
    return scaledFont(1.4, QFont::DemiBold);
}

QFont dialogTitleFont()
{
    return scaledFont(1.25, QFont::DemiBold);
}

QFont headingFont()
{
    return scaledFont(1.1, QFont::DemiBold);
}

QFont labelFont()
{
    return scaledFont(1.0, QFont::Medium);
}

QFont smallFont()
{
    return scaledFont(0.92);
}

QFont pillFont()
{
    return scaledFont(0.86, QFont::Medium);
}

QFont fixedFont()
{
    static const bool hasDejaVu = QFontDatabase::hasFamily(u"DejaVu Sans Mono"_s);
    QFont font = hasDejaVu ? QFont(u"DejaVu Sans Mono"_s) : QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(QApplication::font().pointSizeF() * 0.9);
    return font;
}

} // namespace Widgets
