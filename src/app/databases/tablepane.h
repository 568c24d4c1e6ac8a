// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/database.h"
#include "app/databases/databasesource.h"
#include "app/databases/tablereader.h"

#include <QStandardItemModel>
#include <QWidget>

class QBoxLayout;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace Widgets {
class ErrorState;
class LoadingState;
class SqlEditor;
class Text;
} // namespace Widgets

namespace App {

/// One table: engine, size, columns and definition, read when it is chosen.
class TablePane final : public QWidget
{
    Q_OBJECT
public:
    TablePane(Aiven::Client &client, const QString &project, const QString &service, QWidget *parent = nullptr);

    void show(const QString &database, const Aiven::DatabaseTable &table, const std::optional<DatabaseSource> &source);

signals:
    /// The user wants this statement in the SQL pane. It is not run by itself.
    void queryRequested(const QString &sql);
    /// Look at the messages behind a Kafka table without consuming them.
    void peekRequested(const QString &database, const QString &table);
    void happened(const QString &sentence);

private:
    enum Page { LoadingPage, ErrorPage, FactsPage };

    void addHead(QBoxLayout &column);
    QWidget *makeFacts();
    void read();
    void onFacts(const TableFacts &facts);
    void onFailed(const Aiven::ApiError &error);
    [[nodiscard]] QString factsLine(const TableFacts &facts) const;

    TableReader m_reader;
    QString m_database;
    Aiven::DatabaseTable m_table;
    QStandardItemModel m_columns;
    Widgets::Text *m_name;
    Widgets::Text *m_line;
    Widgets::Text *m_note;
    QPushButton *m_peek = nullptr;
    QPushButton *m_query = nullptr;
    QStackedWidget *m_stack;
    Widgets::LoadingState *m_loading;
    Widgets::ErrorState *m_error;
    QTabBar *m_tabs = nullptr;
    QTableView *m_view = nullptr;
    Widgets::SqlEditor *m_definition = nullptr;
};

/// "SELECT * FROM … LIMIT 100", with the names quoted.
[[nodiscard]] QString selectFrom(const QString &database, const QString &table);

} // namespace App
