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

void FocusKeeper::onFocusChanged(QWidget *old, QWidget *now)
{
    qApp->removeEventFilter(this);
    if ((old ? old : now) && (old ? old : now)->window() == &m_window)
        noteStandIn(old, now);
    if (now && now->window() == &m_window) {
        m_way.clear();
        for (QWidget *widget = now; widget; widget = widget->isWindow() ? nullptr : widget->parentWidget())
            m_way.append(widget);
    }
    if (!now || now->focusPolicy() == Qt::NoFocus)
        mendLater();
}

void FocusKeeper::noteStandIn(QWidget *old, QWidget *now)
{
    // Handed on by another one that was switched off, or found by mend() after a whole form was.
    const bool goesOn = m_off && (old ? old == m_standIn && !old->isEnabled() : !m_standIn);
    if (!goesOn) {
        if (m_off)
            m_off->removeEventFilter(this);
        m_off = old && !old->isEnabled() ? old : nullptr;
        if (m_off)
            m_off->installEventFilter(this);
    }
    m_standIn = now;
}

/// Whoever takes the focus away mostly gives it to another widget next.
void FocusKeeper::mendLater()
{
    QMetaObject::invokeMethod(this, &FocusKeeper::mend, Qt::QueuedConnection);
}

void FocusKeeper::mend()
{
    const QWidget *const focus = QApplication::focusWidget();
    if (!m_window.isActiveWindow() || (focus && focus->focusPolicy() != Qt::NoFocus))
        return;
    for (const QPointer<QWidget> &part : std::as_const(m_way)) {
        const QWidgetList stops = part && part->isVisible() ? tabStops(*part) : QWidgetList();
        if (!stops.isEmpty())
            return stops.first()->setFocus(Qt::OtherFocusReason);
        if (part && part == focus) // a page came, which has yet to read what it will show
            return qApp->installEventFilter(this);
    }
}

bool FocusKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType())
        mendLater();
    if (event->type() == QEvent::EnabledChange && watched == m_off && m_off->isEnabled() && m_standIn &&
        m_standIn == m_window.focusWidget())
        m_off->setFocus(Qt::OtherFocusReason);
    return QObject::eventFilter(watched, event);
}

} // namespace Widgets
