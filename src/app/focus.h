// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidgetList>

namespace App {

/// Where F6 lands: at the first stop of each area (or that with the property "startsArea"), at each editor that keeps the
/// Tab key, and at what follows it.
[[nodiscard]] QWidgetList areaStarts(const QWidgetList &stops, const QWidgetList &areas);
/// Calls a slot such as "copy" of the widget that has the focus. Editors and fields name these slots alike; who has none
/// ignores the command.
void callOnFocusWidget(const char *slot);

} // namespace App
