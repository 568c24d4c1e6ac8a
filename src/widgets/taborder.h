// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidgetList>

namespace Widgets {

/// The widgets that Tab can stop at now, the area itself or inside it, as one reads them: layouts from their first item to their last, grids
/// row by row. Qt's own order is the one in which widgets were made, which is another one as soon as a part of a page is
/// built later than the rest.
[[nodiscard]] QWidgetList tabStops(const QWidget &area);

/// What Tab and Shift+Tab do in a window: for its focusNextPrevChild(). False where there is nothing to go to.
bool moveFocus(QWidget &window, bool next);

} // namespace Widgets
