// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace App {

Actions::Actions(QMenuBar &bar, QObject *parent) : QObject(parent)
{
    buildFile(bar);
    buildEdit(bar);
    buildView(bar);
    buildService(bar);
    buildHelp(bar);
}

QAction *Actions::add(QMenu &menu, const QString &text, const QKeySequence &key)
{
    QAction *action = menu.addAction(text);
    action->setShortcut(key);
    m_all.append(action);
    return action;
}

void Actions::buildFile(QMenuBar &bar)
{
    //: Menu
    QMenu &file = *bar.addMenu(tr("&File"));
    //: Menu entry
    openSandbox = add(file, tr("Open the &sandbox"), {});
    //: Menu entry
    connectToken = add(file, tr("Connect with a &token…"), {});
    file.addSeparator();
    //: Menu entry: the start page
    welcome = add(file, tr("&Welcome page"), Qt::ALT | Qt::Key_Home);
    //: Submenu: one entry for each account, which is closed and forgotten
    signOut = file.addMenu(tr("Sign &out of"));
    file.addSeparator();
    //: Menu entry
    quit = add(file, tr("&Quit"), QKeySequence::Quit);
}

void Actions::buildEdit(QMenuBar &bar)
{
    //: Menu
    QMenu &edit = *bar.addMenu(tr("&Edit"));
    //: Menu entry
    undo = add(edit, tr("&Undo"), QKeySequence::Undo);
    //: Menu entry
    redo = add(edit, tr("&Redo"), QKeySequence::Redo);
    edit.addSeparator();
    //: Menu entry
    cut = add(edit, tr("Cu&t"), QKeySequence::Cut);
    //: Menu entry
    copy = add(edit, tr("&Copy"), QKeySequence::Copy);
    //: Menu entry
    paste = add(edit, tr("&Paste"), QKeySequence::Paste);
    //: Menu entry
    selectAll = add(edit, tr("Select &all"), QKeySequence::SelectAll);
    edit.addSeparator();
    //: Menu entry: moves to the field above the list of services
    filterServices = add(edit, tr("&Filter services"), Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    //: Menu entry: the list of all commands
    commands = add(edit, tr("Co&mmands…"), Qt::CTRL | Qt::Key_K);
}

void Actions::buildView(QMenuBar &bar)
{
    //: Menu
    QMenu &view = *bar.addMenu(tr("&View"));
    //: Menu entry with a tick: the list of services at the left
    navigator = add(view, tr("&Navigator"), Qt::Key_F9);
    navigator->setCheckable(true);
    navigator->setChecked(true);
    //: Menu entry: moves the focus to the next part of the window
    nextArea = add(view, tr("Next &area"), Qt::Key_F6);
    //: Menu entry: moves the focus to the previous part of the window
    previousArea = add(view, tr("&Previous area"), Qt::SHIFT | Qt::Key_F6);
    view.addSeparator();
    //: Menu entry
    zoomIn = add(view, tr("Zoom &in"), Qt::CTRL | Qt::Key_Equal);
    zoomIn->setShortcuts({Qt::CTRL | Qt::Key_Equal, Qt::CTRL | Qt::Key_Plus});
    //: Menu entry
    zoomOut = add(view, tr("Zoom &out"), Qt::CTRL | Qt::Key_Minus);
    //: Menu entry
    zoomReset = add(view, tr("Original &size"), Qt::CTRL | Qt::Key_0);
    view.addSeparator();
    //: Submenu: light or dark
    QMenu &colors = *view.addMenu(tr("&Colours"));
    auto *group = new QActionGroup(this);
    //: Colours: as the desktop
    schemes << add(colors, tr("As the &system"), {});
    //: Colours
    schemes << add(colors, tr("&Light colours"), {});
    //: Colours
    schemes << add(colors, tr("&Dark colours"), {});
    for (QAction *scheme : std::as_const(schemes)) {
        scheme->setCheckable(true);
        group->addAction(scheme);
    }
}

void Actions::buildService(QMenuBar &bar)
{
    //: Menu
    QMenu &service = *bar.addMenu(tr("&Service"));
    //: Menu entry: reads the page again
    refresh = add(service, tr("&Read again"), QKeySequence::Refresh);
    //: Menu
    QMenu &integration = *bar.addMenu(tr("&Integration"));
    //: Menu entry, the guide's words
    setUpIntegration = add(integration, tr("&Set up integration…"), Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    //: Menu entry
    editTables = add(integration, tr("&Edit tables"), Qt::CTRL | Qt::Key_E);
    //: Menu entry
    copyIntegrationId = add(integration, tr("&Copy integration id"), {});
    //: Menu entry, Aiven's words: sources and targets outside Aiven
    endpoints = add(integration, tr("Integration end&points"), {});
    integration.addSeparator();
    //: Menu entry: removes the integration
    disconnectIntegration = add(integration, tr("&Disconnect…"), {});
    //: Menu
    QMenu &query = *bar.addMenu(tr("&Query"));
    //: Menu entry
    openSql = add(query, tr("Open &SQL"), Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    //: Menu entry with a tick: below the page
    sqlPane = add(query, tr("SQL &pane"), Qt::Key_F8);
    sqlPane->setCheckable(true);
}

void Actions::buildHelp(QMenuBar &bar)
{
    //: Menu
    QMenu &menu = *bar.addMenu(tr("&Help"));
    //: Menu entry: help on the page in front
    help = add(menu, tr("&Help on this page"), QKeySequence::HelpContents);
    //: Menu entry
    about = add(menu, tr("&About Headgate"), {});
    about->setMenuRole(QAction::AboutRole);
}

} // namespace App
