// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/activitylog.h"
#include "app/navigatormodel.h"
#include "app/resumelist.h"

#include <QMainWindow>

#include <optional>

class QSplitter;

namespace Widgets {
class MessageBar;
}

namespace App {
class AccountDesk;
class Accounts;
class Actions;
class EditorPage;
class Navigator;
class NavigatorRail;
class PageStack;
class SandboxProcess;
class ServicePage;
class Settings;
class SqlArea;
class StatusLine;

/// The window: menus, navigator, pages, SQL pane, status bar. It owns no data of the services and performs no steps; it
/// connects what pages tell with what happens next.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Accounts &accounts, SandboxProcess &sandbox, Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Where accounts are opened and closed.
    [[nodiscard]] AccountDesk &desk() { return *m_desk; }
    /// What nobody has to wait for before the window is there: kept accounts.
    void afterFirstPaint();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    enum class Editing { AsItIs, FirstTable }; ///< FirstTable: begin with a table filled in from a topic

    void buildCentre();
    void buildCorner();
    void connectActions();
    void connectEditActions();
    void connectViewActions();
    /// The editor page has the one undo stack of its draft; elsewhere the focused editor or field undoes.
    void undoOrRedo(const char *slot);
    void connectModel();
    void connectAccounts();
    void onAccountAdded(Session *session);
    void onAccountRemoved(Session *session);
    void onServicesRead(Session *session, const QString &project);
    void onServiceCreated(ServicePage *page);
    void goTo(const Place &place);
    void resume(const ResumeEntry &entry);
    void continueResume();
    void createNavigator();
    void setUpIntegration();
    /// The integration endpoints of the place's project.
    void openEndpoints(const Place &place);
    void editTables(const Place &place, const QString &integrationId, Editing editing);
    /// In place of the editor of an integration that somebody disconnected; what was edited goes along.
    void replaceEditor(EditorPage *editor, const Place &place, const QString &integrationId);
    void rememberEditor(EditorPage &editor, const Place &place);
    [[nodiscard]] EditorPage *currentEditor() const;
    /// Empty for the sandbox, whose address is another one at each start.
    [[nodiscard]] QString resumeUrl(const Session &session) const;
    void buildSqlArea();
    void connectSqlTo(ServicePage *page);
    void setSqlMaximized(bool maximized);
    void openCommands();
    /// The parts of the window that F6 goes through.
    [[nodiscard]] QWidgetList areas() const;
    void focusArea(int step);
    /// After a command that leads to a page: on it goes there, wherever the command was given.
    void focusPage();
    void setZoom(int percent);
    void setScheme(int scheme);
    void setNavigatorShown(bool shown);
    /// The editor needs the room of the navigator in a narrow window.
    void foldNavigator();
    /// Help on the page in front.
    void showHelp();
    void showAbout();
    void restoreLayout();
    void updateState();

    Accounts &m_accounts;
    SandboxProcess &m_sandbox;
    Settings &m_settings;
    ResumeList m_resume;
    ActivityLog m_log;
    NavigatorModel m_model;
    std::optional<ResumeEntry> m_pending; ///< where to go once its account is there
    Actions *m_actions;
    StatusLine *m_status;
    QSplitter *m_splitter; ///< navigator | the rest
    QSplitter *m_rows;     ///< page above SQL
    SqlArea *m_sql = nullptr;
    NavigatorRail *m_rail;
    Navigator *m_navigator = nullptr; ///< built with the first account
    bool m_mayFold = true;            ///< until somebody asks for the navigator
    Widgets::MessageBar *m_messages;
    PageStack *m_pages;
    AccountDesk *m_desk;
};

} // namespace App
