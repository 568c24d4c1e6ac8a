// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The floor of bench_startup: a window with nothing in it.
#include "app/firstpaint.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1280, 800);
    const App::FirstPaint firstPaint(window);
    window.show();
    return QApplication::exec();
}
