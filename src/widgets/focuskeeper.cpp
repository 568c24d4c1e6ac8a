// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/focuskeeper.h"

#include "widgets/taborder.h"

#include <QApplication>

namespace Widgets {

FocusKeeper::FocusKeeper(QWidget &window) : QObject(&window), m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this, &FocusKeeper::onFocusChanged);
}

void FocusKeeper::onFocusChanged(QWidget *, QWidget *now)
{
    if (now && now->window() == &m_window) {
        m_way.clear();
        for (QWidget *widget = now; widget; widget = widget->isWindow() ? nullptr : widget->parentWidget())
            m_way.append(widget);
    } else if (!now) {
        // Later: whoever takes it away mostly gives it to another widget next.
        QMetaObject::invokeMethod(this, &FocusKeeper::mend, Qt::QueuedConnection);
    }
}

void FocusKeeper::mend()
{
    if (QApplication::focusWidget() || !m_window.isActiveWindow())
        return;
    for (const QPointer<QWidget> &part : std::as_const(m_way)) {
        const QWidgetList stops = part && part->isVisible() ? tabStops(*part) : QWidgetList();
        if (!stops.isEmpty())
            return stops.first()->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace Widgets
