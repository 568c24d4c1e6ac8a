// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "app/databases/databasemodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QBoxLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace Widgets {
class ErrorState;
class LoadingState;
class MessageBar;
class SectionHeading;
} // namespace Widgets

namespace App {
class DatabasePane;
class TablePane;

/// Tab "Databases" of a ClickHouse service: databases and tables with their source at the left, what is known about the
/// chosen one at the right. A double click or Return puts a SELECT into the SQL pane; nothing is run by itself.
class DatabasesPage final : public QWidget
{
    Q_OBJECT
public:
    DatabasesPage(Aiven::Client &client, QString project, QString service, QWidget *parent = nullptr);

    void setReading();
    void setDatabases(const QList<Aiven::Database> &databases);
    void setIntegrations(const QList<Aiven::Integration> &integrations);
    /// What was read before stays, with a message above it.
    void setError(const Aiven::ApiError &error);
    /// Why no integration can be set up; empty when one can.
    void setBlocked(const QString &reason);
    [[nodiscard]] const QList<Aiven::Database> &databases() const { return m_databases; }

signals:
    void refreshRequested();
    void cancelRequested();
    void queryRequested(const QString &sql);
    void peekRequested(const QString &database, const QString &table);
    void editTablesRequested(const QString &integrationId);
    void disconnectRequested(const QString &integrationId);
    /// One more database of a PostgreSQL integration, or one less.
    void addPairRequested(const QString &integrationId);
    void removePairRequested(const QString &integrationId, const QString &database);
    void setUpRequested();
    void happened(const QString &sentence);

private:
    enum Page { LoadingPage, ErrorPage, ContentPage };
    enum Details { NothingChosen, DatabaseDetails, TableDetails };

    QWidget *makeContent();
    QWidget *makeDetails();
    void addHead(QBoxLayout &column);
    void fill();
    void expandAgain(const QStringList &closed);
    void onCurrent();
    void onActivated(const QModelIndex &index);
    void createDatabase();
    void askToDelete(const QString &database);
    void deleteDatabase(const QString &database);

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    QList<Aiven::Database> m_databases;
    QList<Aiven::Integration> m_integrations;
    bool m_isRead = false;
    DatabaseModel m_model;
    QSortFilterProxyModel m_proxy;
    QStackedWidget *m_stack;
    Widgets::LoadingState *m_loading;
    Widgets::ErrorState *m_error;
    Widgets::MessageBar *m_messages;
    Widgets::SectionHeading *m_heading = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_setUp = nullptr;
    QTreeView *m_tree = nullptr;
    QStackedWidget *m_details = nullptr;
    DatabasePane *m_databasePane = nullptr;
    TablePane *m_tablePane = nullptr;
};

} // namespace App
