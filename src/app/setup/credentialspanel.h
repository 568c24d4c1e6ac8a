// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recipes.h"
#include "workflow/connectiontest.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTabBar;

namespace Widgets {
class FieldBox;
class MessageBar;
class SqlEditor;
class StateLabel;
class Text;
} // namespace Widgets

namespace App {

/// What one does with managed credentials: the named collection, SQL that uses it, and a test of the connection.
class CredentialsPanel final : public QWidget
{
    Q_OBJECT

public:
    CredentialsPanel(Aiven::Client &client, const QString &project, const QString &service, QWidget *parent = nullptr);

    /// The collection and what stands behind it; the database is a first proposal.
    void setCollection(const QString &collection, const QString &sourceType, const QString &database);
    /// For a source whose database became known later; what was typed stays.
    void proposeDatabase(const QString &database);

signals:
    void queryRequested(const QString &sql);

private:
    void build();
    [[nodiscard]] Recipes::RemoteTable remote() const;
    [[nodiscard]] QString sql() const;
    void showSql();
    void test();
    void onTest();
    [[nodiscard]] bool isPostgres() const;

    Aiven::Client &m_client;
    const QString m_project;
    const QString m_service;
    Workflow::ConnectionTest m_test;
    QString m_collection;
    QString m_sourceType;
    Widgets::Text *m_name;
    QLineEdit *m_database;
    QLineEdit *m_schema;
    QLineEdit *m_table;
    Widgets::FieldBox *m_databaseBox = nullptr;
    Widgets::FieldBox *m_schemaBox = nullptr;
    QTabBar *m_form;
    Widgets::SqlEditor *m_view;
    QPushButton *m_testButton;
    Widgets::StateLabel *m_verdict;
    Widgets::MessageBar *m_bar;
};

/// What a person reads about a failed test: what failed, and what to do.
struct TestVerdict
{
    QString title;
    QString text;
};
[[nodiscard]] TestVerdict verdictOf(Workflow::ConnectionFault fault);
/// The database that a first query names: Aiven's own defaults.
[[nodiscard]] QString defaultDatabase(const Aiven::IntegrationSide &source);

} // namespace App
