// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace App {

/// How much of a foreign text a message has, to be read behind "Show details": more than any service says, less than
/// what would stop the window.
constexpr qsizetype wholeText = 32'000;

} // namespace App
