// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QPushButton;
class QToolButton;

namespace Widgets {
class ElidedLabel;
class KeyCap;
} // namespace Widgets

namespace App {

/// Run, Cancel, where to, and by which road.
class SqlToolBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SqlToolBar(QWidget *parent = nullptr);

    struct State
    {
        bool isRunning = false;
        bool isWaiting = false; ///< the guard's bar has the primary button, so Run steps back
        QString obstacle;       ///< why nothing can be run; empty when it can
    };
    void setState(const State &state);
    void setServices(const QStringList &names, const QString &current);
    void setDatabases(const QStringList &names, const QString &current);
    void setRoad(const QString &road);
    [[nodiscard]] QString database() const;

signals:
    void runRequested();
    void cancelRequested();
    void serviceChosen(const QString &name);
    void databaseChosen(const QString &name);

private:
    QPushButton *m_run;
    QToolButton *m_cancel;
    QComboBox *m_services;
    QComboBox *m_databases;
    Widgets::ElidedLabel *m_road;
    QString m_roadText;
};

} // namespace App
