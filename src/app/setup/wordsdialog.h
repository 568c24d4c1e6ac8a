// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/dialog.h"

namespace App {

/// The whole of a server's text that is too long for the place it is told in, to be read and copied.
class WordsDialog final : public Widgets::Dialog
{
    Q_OBJECT

public:
    WordsDialog(const QString &title, const QString &text, QWidget *parent);
};

} // namespace App
