// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>

namespace Widgets {

/// A button that Return presses, like Space. Qt leaves Return to the default button of the dialog, so that on a focused
/// Cancel it would do what Cancel is there to avoid, and in a main window nothing at all.
template <typename Button>
class Pressable : public Button
{
public:
    using Button::Button;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (!isReturn)
            Button::keyPressEvent(event);
        else if (!event->isAutoRepeat())
            this->click();
    }
};

} // namespace Widgets
