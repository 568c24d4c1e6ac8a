// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Widgets {

class ResultGrid;

/// Teaches Qt's accessibility about ResultGrid; further calls do nothing.
void installGridAccessibility();

// What assistive tools are told.
void notifyGridReset(ResultGrid &grid);
void notifyGridRows(ResultGrid &grid, qint64 before, qint64 now);
void notifyGridCurrent(ResultGrid &grid);

} // namespace Widgets
