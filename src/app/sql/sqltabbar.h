// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace App {

/// The row of SQL tabs, each with a cross.
class SqlTabBar final : public QTabBar
{
    Q_OBJECT

public:
    explicit SqlTabBar(QWidget *parent = nullptr);

    /// Adds a tab at the end and returns its index.
    int add();
    /// An empty title gives "Untitled" and a number of the tab's own.
    void setTitle(int index, const QString &title);

signals:
    void closeRequested(int index);

private:
    [[nodiscard]] QWidget *makeCross();

    int m_highestNumber = 0;
};

} // namespace App
