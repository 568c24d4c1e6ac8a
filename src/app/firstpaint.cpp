// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstpaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace App {

FirstPaint::FirstPaint(QWidget &window)
{
    constexpr int kHiddenWindow = 2000; // one that starts minimised or covered is not painted, and works all the same
    window.installEventFilter(this);
    QTimer::singleShot(kHiddenWindow, this, &FirstPaint::tell);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, &FirstPaint::tell); // after the children, and after it is on the screen
    }
    return false;
}

void FirstPaint::tell()
{
    if (m_told)
        return;
    m_told = true;
    if (qEnvironmentVariableIsSet("HEADGATE_PRINT_FIRST_PAINT")) {
        std::puts("painted");
        std::fflush(stdout);
    }
    emit painted();
}

} // namespace App
