// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace Widgets {

/// The content on the base colour, as wide as there is room, with a scroll bar when it is too high. Without an edge, and
/// no stop of its own for Tab. Takes the content.
[[nodiscard]] QScrollArea *scrolled(QWidget *content);

/// The content with the margins of a dialog's body around it.
[[nodiscard]] QWidget *padded(QWidget *content);

} // namespace Widgets
