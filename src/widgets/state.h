// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

class QPainter;
class QRectF;

namespace Widgets {

/// How something fares. Always shown as shape, word and colour together; the word is the caller's.
enum class State {
    Ok,      ///< full circle
    Working, ///< half circle
    Warning, ///< triangle
    Failed,  ///< diamond
    Off      ///< ring: off, not known or stale
};

[[nodiscard]] Token inkOf(State state);
/// The colour of the word beside the mark: plain for Ok, Working and Off, the state's colour where one must act.
[[nodiscard]] Token wordOf(State state);
/// Paints the mark, centred in the rectangle.
void paintStateMark(QPainter &painter, const QRectF &rect, State state);

} // namespace Widgets
