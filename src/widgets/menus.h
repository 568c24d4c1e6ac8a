// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <functional>

class QAbstractItemView;
class QMenu;
class QPushButton;
class QToolButton;

namespace Widgets {

/// Opens a menu at the current row of a view, by the menu key and by the right mouse button. It is asked for each time;
/// without one nothing opens.
void offerRowMenu(QAbstractItemView &view, const std::function<QMenu *()> &menu);

/// The same, with what the visible buttons beside the view do.
void offerRowMenu(QAbstractItemView &view, const std::function<QList<QPushButton *>()> &buttons);

/// The button opens the menu. Not by QToolButton::setMenu(): Qt's accessible tool button cannot be pressed then, and its
/// own action does nothing where the menu opens at once.
void offerMenu(QToolButton &button, QMenu &menu);

} // namespace Widgets
