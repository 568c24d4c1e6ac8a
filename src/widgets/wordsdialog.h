// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/dialog.h"

namespace Widgets {

/// The whole of a server's text that is too long for the place it is told in, to be read and copied.
class WordsDialog final : public Dialog
{
    Q_OBJECT

public:
    WordsDialog(const QString &title, const QString &text, QWidget *parent);
};

/// A text for a place of a few lines: a long one keeps its begin, and its end, where the next step stands. Such a place
/// leads to the WordsDialog with the whole.
[[nodiscard]] QString shortened(const QString &text);

} // namespace Widgets
