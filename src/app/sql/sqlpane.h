// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/server.h"
#include "clickhouse/types/kafkatable.h"

#include <QWidget>

#include <memory>

class QStackedWidget;
class QToolButton;

namespace Aiven {
class Client;
}

namespace App {

class DatabaseList;
class SqlJournal;
class SqlTab;
class SqlTabBar;
class SqlToolBar;
struct SqlContext;

/// The area below the pages where SQL is written and run: tabs, each with an editor and its results.
class SqlPane final : public QWidget
{
    Q_OBJECT

public:
    explicit SqlPane(QWidget *parent = nullptr);
    ~SqlPane() override;

    /// Restores the tabs of the last run and keeps them in this file from now on (written within a second, in a worker).
    void restoreTabs(const QString &journalPath);

    /// The services to choose from; serviceChosen() asks for one of them.
    void setServices(const QStringList &names);
    /// Where statements go from now on. A statement that runs goes on where it was started.
    void setServer(const ClickHouse::Server &server, const QString &serviceName);
    /// No service is chosen or none can be reached; the reason stands beside Run.
    void clearServer(const QString &reason);
    /// What is known of connector tables from the integrations. Views on them are looked up on the server by the pane.
    void setKafkaTables(const QList<ClickHouse::KafkaTable> &tables);
    /// Peek reads messages by this client, without a consumer group; nullptr when there is none. It must live as long.
    void setMessageReader(Aiven::Client *client, const QString &project);

    /// Opens the statements in a tab of their own and gives the editor the focus; nothing is run.
    void openQuery(const QString &sql);
    void setMaximized(bool maximized);
    void focusEditor();

signals:
    void serviceChosen(const QString &serviceName);
    void maximizeRequested(bool maximized);
    void collapseRequested();
    /// One line for the status bar: "25 rows in 0.4 s".
    void statusChanged(const QString &text);
    /// Address or password of the service may be out of date.
    void connectionRequested();
    /// A statement that may have changed databases or tables went through.
    void schemaChanged(const QString &serviceName);

private:
    SqlTab *addTab(const QString &text);
    void place(const QString &sql);
    void closeTab(int index);
    void reopenTab();
    void updateToolBar();
    [[nodiscard]] SqlTab *currentTab() const;
    [[nodiscard]] QWidget *makeHead();
    void connectTab(SqlTab *tab);
    void addShortcuts();
    void touchJournal();
    void keepTabs();
    void takeDatabases(const QStringList &names);
    void chooseDatabase(const QString &name);

    const std::unique_ptr<SqlContext> m_context; ///< what all tabs share
    SqlTabBar *m_tabs;
    QStackedWidget *m_pages;
    SqlToolBar *m_toolBar;
    QToolButton *m_maximize = nullptr;
    QStringList m_serviceNames;
    QStringList m_databaseNames;
    DatabaseList *m_databases;
    std::unique_ptr<SqlJournal> m_journal;
    QStringList m_closed;
};

} // namespace App
