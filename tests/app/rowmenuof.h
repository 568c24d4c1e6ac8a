// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>

namespace TestSupport {

/// What the menu key opens, or null. It asks in the middle of the view, whichever row is current.
[[nodiscard]] inline QMenu *rowMenuOf(QAbstractItemView *view)
{
    const QPoint middle = view->rect().center();
    QContextMenuEvent key(QContextMenuEvent::Keyboard, middle, view->mapToGlobal(middle));
    QApplication::sendEvent(view, &key);
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

[[nodiscard]] inline QStringList captionsOf(const QMenu &menu)
{
    QStringList captions;
    for (const QAction *action : menu.actions())
        captions << action->text();
    return captions;
}

} // namespace TestSupport
