// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace App {

/// Installs the program's translations: the texts are English already, this gives "%n tables" their singular. To be
/// called once there is an application; the program and the tests that show its windows both do.
void installTranslations();

} // namespace App
