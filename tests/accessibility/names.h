// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace Accessibility {

/// What a screen reader calls the widget: its accessible name without mnemonic marks, or the caption that a label gives it
/// (on Linux the name of a combo box is always its current entry).
[[nodiscard]] QString nameOf(const QWidget *widget);

/// What is wrong in a shown window for someone who hears it instead of seeing it, one sentence each: a widget that takes
/// the focus and has no name, two that cannot be told apart, a window without a title, a label that would read markup
/// in text from outside, a table that keeps the Tab key, a button that Return does not press.
[[nodiscard]] QStringList problemsIn(const QWidget &window);

} // namespace Accessibility
