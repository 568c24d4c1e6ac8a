// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Widgets {

/// k times the height of the application's font, in pixels: the unit of every distance and size on screen, so that any
/// font and any zoom keep the proportions. Spacing uses 0.25 inside a group, 0.5 between controls, 0.75 padding of bars
/// and cells, 1 padding of cards and gap between them, 1.5 page margin.
[[nodiscard]] int H(double k);

} // namespace Widgets
