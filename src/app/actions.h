// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QKeySequence;
class QMenu;
class QMenuBar;

namespace App {

/// Every command of the console with its shortcut, in the menus and in the command palette. What a command does is
/// connected by the window; whether it is possible now is set by updateState() there.
class Actions final : public QObject
{
    Q_OBJECT
public:
    Actions(QMenuBar &bar, QObject *parent);

    [[nodiscard]] QList<QAction *> all() const { return m_all; }

    QAction *openSandbox = nullptr;
    QAction *connectToken = nullptr;
    QMenu *signOut = nullptr; ///< one entry for each account, filled when it is opened
    QAction *quit = nullptr;
    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *cut = nullptr;
    QAction *copy = nullptr;
    QAction *paste = nullptr;
    QAction *selectAll = nullptr;
    QAction *filterServices = nullptr;
    QAction *commands = nullptr;
    QAction *welcome = nullptr;
    QAction *navigator = nullptr;
    QAction *sqlPane = nullptr;
    QAction *nextArea = nullptr;
    QAction *previousArea = nullptr;
    QAction *zoomIn = nullptr;
    QAction *zoomOut = nullptr;
    QAction *zoomReset = nullptr;
    QList<QAction *> schemes; ///< System, Light, Dark
    QAction *refresh = nullptr;
    QAction *setUpIntegration = nullptr;
    QAction *openSql = nullptr;
    QAction *editTables = nullptr;
    QAction *copyIntegrationId = nullptr;
    QAction *endpoints = nullptr;
    QAction *disconnectIntegration = nullptr;
    QAction *help = nullptr;
    QAction *about = nullptr;

private:
    QAction *add(QMenu &menu, const QString &text, const QKeySequence &key);
    void buildFile(QMenuBar &bar);
    void buildEdit(QMenuBar &bar);
    void buildView(QMenuBar &bar);
    void buildService(QMenuBar &bar);
    void buildHelp(QMenuBar &bar);

    QList<QAction *> m_all;
};

} // namespace App
