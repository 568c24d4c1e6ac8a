// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sql/statementresult.h"
#include "clickhouse/server.h"

#include <QObject>

namespace App {

/// Runs the statements of a tab one after the other. Before each one the guard decides whether it is sent.
class StatementRunner final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Checking, ///< asks the server about connector tables
        Waiting,  ///< the guard wants a decision: proceed() or dismiss()
        Running
    };
    Q_ENUM(State)

    struct Target
    {
        ClickHouse::Server server;
        QString database;
        QList<ClickHouse::KafkaTable> kafkaTables;
    };

    explicit StatementRunner(QObject *parent = nullptr);

    void run(const QList<SqlStatement> &statements, const Target &target);
    /// Sends the statement that the guard stopped.
    void proceed();
    /// Gives up the statement that the guard stopped, and those after it.
    void dismiss();
    /// Runs one statement again with further settings, unguarded: its user has decided already.
    void runWith(const SqlStatement &statement, const Target &target,
                 const QList<std::pair<QString, QString>> &settings);
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const ClickHouse::Query *query() const { return m_query; }
    /// Number of the statement that runs now and of all of this run.
    [[nodiscard]] qsizetype position() const { return m_position; }
    [[nodiscard]] qsizetype count() const { return m_statements.size(); }

signals:
    void stateChanged(App::StatementRunner::State state);
    void stopped(const App::GuardStop &stop);
    void started(const App::SqlStatement &statement);
    void firstRowsArrived();
    void ended(const App::StatementResult &result);
    /// After cancel(): does the server still work on it?
    void serverWorkChanged(ClickHouse::Query::ServerWork work);

private:
    void begin();
    void check();
    void judge(const QList<ClickHouse::KafkaTable> &tables);
    void stop(const GuardStop &stop);
    void send(const QList<std::pair<QString, QString>> &settings = {});
    void onEnded();
    void enter(State state);

    Target m_target;
    QList<SqlStatement> m_statements;
    qsizetype m_position = 0;
    State m_state = State::Idle;
    ClickHouse::Query *m_query = nullptr;
    QObject *m_check = nullptr;
    bool m_isUnguarded = false; ///< the statement was stopped before the guard had looked at its tables
};

} // namespace App
