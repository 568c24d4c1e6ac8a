// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/statementrunner.h"

#include "app/sql/kafkatablecheck.h"

#include <algorithm>

namespace App {

using namespace Qt::StringLiterals;
using ClickHouse::GuardVerdict;
using ClickHouse::Query;
using ClickHouse::StatementInfo;
using ClickHouse::TableName;

namespace {

/// The server's own tables are no connector tables: no need to ask.
bool touchesTables(const StatementInfo &info)
{
    const auto isOwn = [](const TableName &name) {
        return name.database == u"system"_s || name.database.compare(u"information_schema"_s, Qt::CaseInsensitive) == 0;
    };
    return info.insertsInto || info.readsUnknown || !info.mayRead.isEmpty() ||
           !std::all_of(info.reads.begin(), info.reads.end(), isOwn);
}

} // namespace

StatementRunner::StatementRunner(QObject *parent) : QObject(parent) {}

void StatementRunner::run(const QList<SqlStatement> &statements, const Target &target)
{
    Q_ASSERT(m_state == State::Idle);
    m_statements = statements;
    m_target = target;
    m_position = 0;
    begin();
}

void StatementRunner::runWith(const SqlStatement &statement, const Target &target,
                              const QList<std::pair<QString, QString>> &settings)
{
    Q_ASSERT(m_state == State::Idle);
    m_statements = {statement};
    m_target = target;
    m_position = 0;
    send(settings);
}

void StatementRunner::begin()
{
    if (m_position >= m_statements.size())
        return enter(State::Idle);
    const StatementInfo info = StatementInfo::of(m_statements[m_position].text);
    if (info.unquotedDash)
        stop({m_statements[m_position], {}, info.unquotedDash});
    else
        check();
}

void StatementRunner::check()
{
    if (!touchesTables(StatementInfo::of(m_statements[m_position].text)))
        return send();
    auto *const tables = new KafkaTableCheck(m_target.server, m_target.kafkaTables, this);
    m_check = tables;
    connect(tables, &KafkaTableCheck::finished, this, &StatementRunner::judge);
    enter(State::Checking);
    tables->start();
}

void StatementRunner::judge(const QList<ClickHouse::KafkaTable> &tables)
{
    m_check->deleteLater();
    m_check = nullptr;
    const SqlStatement &statement = m_statements[m_position];
    const GuardVerdict verdict = ClickHouse::judge(StatementInfo::of(statement.text), m_target.database, tables);
    if (verdict.action == GuardVerdict::Action::Allow)
        send();
    else
        stop({statement, verdict, std::nullopt});
}

void StatementRunner::stop(const GuardStop &stop)
{
    m_isUnguarded = stop.dash.has_value();
    enter(stop.mayProceed() ? State::Waiting : State::Idle);
    emit stopped(stop);
}

void StatementRunner::proceed()
{
    if (m_state != State::Waiting)
        return;
    if (m_isUnguarded)
        check();
    else
        send();
}

void StatementRunner::dismiss()
{
    if (m_state == State::Waiting)
        enter(State::Idle);
}

void StatementRunner::send(const QList<std::pair<QString, QString>> &settings)
{
    m_query = new Query(m_target.server, this);
    connect(m_query, &Query::stateChanged, this, &StatementRunner::onEnded);
    connect(m_query, &Query::firstRowsArrived, this, &StatementRunner::firstRowsArrived);
    m_query->start({m_statements[m_position].text, m_target.database, settings, {}});
    enter(State::Running);
    emit started(m_statements[m_position]);
}

void StatementRunner::onEnded()
{
    if (m_query->isRunning())
        return;
    Query *const query = m_query;
    const bool goesOn = query->state() == Query::State::Complete;
    const StatementResult result = StatementResult::of(*query, m_statements[m_position]);
    if (query->serverWork() == Query::ServerWork::NotAsked) {
        query->deleteLater();
    } else { // lives until the server has said whether it stopped
        connect(query, &Query::serverWorkChanged, this, [this, query](Query::ServerWork work) {
            emit serverWorkChanged(work);
            query->deleteLater();
        });
    }
    m_query = nullptr;
    if (const auto database = StatementInfo::of(result.statement.text).usesDatabase; database && goesOn)
        m_target.database = *database;
    emit ended(result);
    ++m_position;
    if (goesOn)
        begin();
    else
        enter(State::Idle);
}

void StatementRunner::cancel()
{
    if (m_state == State::Running) {
        m_query->cancel();
    } else if (m_state == State::Checking) {
        delete m_check;
        m_check = nullptr;
        enter(State::Idle);
    } else {
        dismiss();
    }
}

void StatementRunner::enter(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

} // namespace App
