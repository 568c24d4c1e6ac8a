// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/walk.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int startSeconds = 20;
constexpr int changeSeconds = 30;

const QString service = u"clickhouse-demo"_s;

} // namespace

void Walk::init()
{
    if (m_failed)
        QSKIP("an earlier step failed");
}

void Walk::cleanup()
{
    if (!QTest::currentTestFailed())
        return;
    m_failed = true;
    (void)m_hand.takesPicture(u"failed-"_s + QString::fromLatin1(QTest::currentTestFunction()));
}

void Walk::opensTheSandbox()
{
    m_console.emplace();
    m_console->show();
    ACT(m_hand.click(u"Open the sandbox"_s));
    ACT(m_hand.sees(service, startSeconds));
    const App::SandboxProcess &sandbox = m_console->sandbox();
    m_witness.emplace(sandbox.apiUrl(), sandbox.token().reveal().toUtf8(), sandbox.project());
}

bool Walk::opensTheService()
{
    // Beside the editor the navigator is folded.
    if (!m_hand.can(u"Services"_s, 1) && !m_hand.click(u"Back to the service"_s))
        return false;
    return m_hand.select(u"Services"_s, service) && m_hand.can(u"Open SQL"_s);
}

bool Walk::opensTheEndpoints()
{
    return m_hand.press(Qt::Key_K, Qt::ControlModifier) && m_hand.select(u"Commands"_s, u"Integration endpoints"_s);
}

bool Walk::opensTheDialog(const QString &kind)
{
    return opensTheService() && m_hand.turnTo(u"Overview"_s) && m_hand.click(u"Set up integration"_s) &&
           m_hand.select(u"Integration types"_s, kind);
}

bool Walk::enables(const QString &whatIsSeenThen)
{
    return m_hand.click(u"Enable"_s) && m_hand.sees(whatIsSeenThen, changeSeconds);
}

bool Walk::definesATable(const QString &name, const QString &group, const QString &topic)
{
    if (!m_hand.click(u"Define tables"_s) || !m_hand.type(u"Table name"_s, name) ||
        !m_hand.type(u"Consumer group"_s, group))
        return false;
    if (!topic.isEmpty() && !(m_hand.type(u"Add a topic"_s, topic) && m_hand.press(Qt::Key_Return)))
        return false;
    return m_hand.typeCell(u"Columns"_s, 0, 0, u"id"_s) && m_hand.typeCell(u"Columns"_s, 0, 1, u"UInt64"_s) &&
           m_hand.typeCell(u"Columns"_s, 1, 0, u"name"_s) && m_hand.typeCell(u"Columns"_s, 1, 1, u"String"_s) &&
           m_hand.click(u"Review and apply"_s) && m_hand.click(u"Apply 1 change"_s) &&
           m_hand.seesNoMore(u"Apply 1 change"_s, changeSeconds) &&
           m_hand.sees(u"The changes were applied."_s, changeSeconds);
}

bool Walk::opensTheSql()
{
    return m_hand.can(u"SQL editor"_s, 1) || (m_hand.press(Qt::Key_F8) && m_hand.can(u"SQL editor"_s));
}

bool Walk::runs(const QString &sql)
{
    return opensTheSql() && m_hand.paste(u"SQL editor"_s, sql) && m_hand.can(u"Run"_s) &&
           m_hand.press(Qt::Key_Return, Qt::ControlModifier);
}

bool Walk::readsRows(const QString &sql, qsizetype count)
{
    return runs(sql) && m_hand.click(u"Run once"_s) &&
           m_hand.waits(
               u"%1 rows are shown"_s.arg(count), [&] { return m_hand.rowsOf(u"Query results"_s).size() == count; },
               changeSeconds);
}

QString Walk::ask(const QString &sql)
{
    return m_witness->clickHouse(service, sql);
}
