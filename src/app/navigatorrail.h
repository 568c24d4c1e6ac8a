// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace App {

/// What stands in place of the navigator where a page needs its room: the way back to it, to the service, and to SQL.
class NavigatorRail final : public QWidget
{
    Q_OBJECT
public:
    explicit NavigatorRail(QWidget *parent = nullptr);

signals:
    void navigatorRequested();
    void serviceRequested();
    void sqlRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace App
