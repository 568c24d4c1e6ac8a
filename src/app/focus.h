// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace App {

/// Calls a slot such as "copy" of the widget that has the focus. Editors and fields name these slots alike; who has none
/// ignores the command.
void callOnFocusWidget(const char *slot);

} // namespace App
