// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sql/statementresult.h"
#include "app/sql/statementrunner.h"

#include <QWidget>

namespace Widgets {
class MessageBar;
class SqlEditor;
} // namespace Widgets

namespace App {

class Peek;
class ResultsView;
struct SqlContext;
struct UserMessage;

/// One tab of the SQL pane: the editor, what the console has to say about it, and the results.
class SqlTab final : public QWidget
{
    Q_OBJECT

public:
    /// The context is the pane's and lives longer.
    explicit SqlTab(const SqlContext &context, QWidget *parent = nullptr);
    ~SqlTab() override;

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    /// The first line, when it is a comment; else empty.
    [[nodiscard]] QString title() const;
    void focusEditor();

    /// Runs the selection, or the statement under the cursor.
    void run();
    void cancel();
    [[nodiscard]] StatementRunner::State state() const { return m_runner->state(); }

signals:
    void textChanged();
    void stateChanged();
    void statusChanged(const QString &text);
    /// USE was run: the next statements go there.
    void databaseChosen(const QString &name);
    void schemaChanged();
    /// Address or password may be out of date.
    void connectionRequested();
    /// Statements for a tab of their own.
    void openRequested(const QString &sql);

private:
    void connectRunner();
    [[nodiscard]] QList<SqlStatement> statementsToRun() const;
    void markStatement();
    void onStarted(const SqlStatement &statement);
    void onEnded(const StatementResult &result);
    void noteEffects(const StatementResult &result);
    void askConsumers(const StatementResult &result);
    void showStop(const GuardStop &stop);
    void addStopButtons(const GuardStop &stop);
    void addConsumptionButtons(const ClickHouse::KafkaTable &table);
    void showError(const StatementResult &result);
    void markError(const StatementResult &result);
    void showNotices(const QStringList &notices);
    void peek(const ClickHouse::KafkaTable &table);
    [[nodiscard]] StatementRunner::Target target() const;

    const SqlContext &m_context;
    Widgets::SqlEditor *m_editor;
    Widgets::MessageBar *m_notices;
    Widgets::MessageBar *m_bar; ///< the guard's question or the last error
    ResultsView *m_results;
    StatementRunner *m_runner;
    Peek *m_peek = nullptr;
    bool m_hasNewRun = false; ///< the results of the last run are shown until the first statement of this one starts
};

} // namespace App
