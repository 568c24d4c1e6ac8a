// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QModelIndex>
#include <QString>

class QAbstractItemView;
class QWidget;

/// What is on the screen of this process, read as a screen reader would.
namespace Screen {

/// The visible windows, the one in front last.
[[nodiscard]] QList<QWidget *> windows();
/// The window that takes the input: the modal dialog when there is one.
[[nodiscard]] QWidget *front();
/// Every visible widget of the front window.
[[nodiscard]] QList<QWidget *> widgets();
/// Gives the front window the keyboard, as a window manager does after a dialog closed; without a screen nobody does.
void activate();
/// All windows over each other, at the size of the first.
[[nodiscard]] QImage picture();

/// True when the text stands anywhere in a visible window.
[[nodiscard]] bool shows(const QString &text);
[[nodiscard]] QString textOf(QWidget *widget);
[[nodiscard]] QList<QStringList> cellsOf(QWidget *table);
[[nodiscard]] QModelIndex indexOf(const QAbstractItemView &view, const QString &text);

void bringIntoView(QWidget *widget);
/// Where a person would hit it: ticks and radio buttons react at their left only.
[[nodiscard]] QPoint clickPoint(const QWidget *widget);

/// The names in the front window, for a message about what was not found.
[[nodiscard]] QString inventory();

} // namespace Screen
