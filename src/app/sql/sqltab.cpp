// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqltab.h"

#include "app/sql/resultsview.h"
#include "app/sql/sqlcontext.h"
#include "app/sql/sqlwords.h"
#include "app/wholetext.h"
#include "clickhouse/sqltokens.h"
#include "clickhouse/statementsplitter.h"
#include "core/format.h"
#include "widgets/codeeditor.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"

#include <QSet>
#include <QSplitter>
#include <QVBoxLayout>

namespace App {

using namespace Qt::StringLiterals;
using ClickHouse::Query;
using Widgets::H;
using Widgets::MessageBar;

namespace {

constexpr qsizetype longestMarked =
    1'000'000; ///< above this the statement under the cursor is not looked for at each move

bool changesSchema(const QString &verb)
{
    static const QSet<QString> verbs{u"CREATE"_s, u"DROP"_s,     u"ALTER"_s,  u"RENAME"_s,  u"ATTACH"_s,
                                     u"DETACH"_s, u"EXCHANGE"_s, u"UNDROP"_s, u"TRUNCATE"_s};
    return verbs.contains(verb);
}

} // namespace

SqlTab::SqlTab(const SqlContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    //: Accessible name of the text field for SQL
    , m_editor(new Widgets::SqlEditor(tr("SQL editor"), this))
    , m_notices(new MessageBar(this))
    , m_bar(new MessageBar(this))
    , m_results(new ResultsView(this))
    , m_runner(new StatementRunner(this))
{
    auto *const lower = new QWidget(this);
    auto *const lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(0, 0, 0, 0);
    lowerLayout->setSpacing(0);
    for (MessageBar *const bar : {m_notices, m_bar}) {
        auto *const margin = new QHBoxLayout;
        margin->setContentsMargins(H(0.75), H(0.25), H(0.75), 0);
        margin->addWidget(bar);
        lowerLayout->addLayout(margin);
        bar->hide();
    }
    lowerLayout->addWidget(m_results, 1);

    auto *const splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_editor);
    splitter->addWidget(lower);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 5);
    m_editor->setMinimumHeight(H(3));
    m_results->setMinimumHeight(H(4.4)); // tabs and the line below: a question above them needs the room more
    splitter->setSizes({H(11), H(28)});
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    connect(m_editor, &Widgets::CodeEditor::textChanged, this, &SqlTab::textChanged);
    connect(m_editor, &Widgets::CodeEditor::textChanged, m_editor, &Widgets::CodeEditor::clearErrorLine);
    connect(m_editor, &Widgets::CodeEditor::cursorMoved, this, &SqlTab::markStatement);
    connect(m_results, &ResultsView::exportEnded, this, &SqlTab::statusChanged);
    connectRunner();
}

SqlTab::~SqlTab() = default;

void SqlTab::connectRunner()
{
    connect(m_runner, &StatementRunner::stateChanged, this, &SqlTab::stateChanged);
    connect(m_runner, &StatementRunner::stopped, this, &SqlTab::showStop);
    connect(m_runner, &StatementRunner::started, this, &SqlTab::onStarted);
    connect(m_runner, &StatementRunner::firstRowsArrived, m_results, &ResultsView::pickUp);
    connect(m_runner, &StatementRunner::ended, this, &SqlTab::onEnded);
    connect(m_runner, &StatementRunner::serverWorkChanged, this, [this](Query::ServerWork work) {
        m_results->log(cancelLine(work));
        emit statusChanged(cancelLine(work));
    });
    connect(m_bar, &MessageBar::closed, m_runner, &StatementRunner::dismiss);
}

QString SqlTab::text() const
{
    return m_editor->text();
}

void SqlTab::setText(const QString &text)
{
    m_editor->setText(text);
    markStatement();
    emit textChanged();
}

QString SqlTab::title() const
{
    const QString first = text().section(u'\n', 0, 0, QString::SectionSkipEmpty).trimmed();
    return first.startsWith(u"--"_s) ? Core::displayText(first.mid(2).trimmed(), 24) : QString();
}

void SqlTab::focusEditor()
{
    m_editor->setFocus();
}

StatementRunner::Target SqlTab::target() const
{
    return {m_context.server, m_context.database, m_context.kafkaTables};
}

QList<SqlStatement> SqlTab::statementsToRun() const
{
    const QString all = text();
    const QString selected = m_editor->selectedText();
    if (selected.trimmed().isEmpty()) {
        const auto range = ClickHouse::statementAt(all, m_editor->cursorOffset());
        return range ? QList<SqlStatement>{{range->in(all), range->start}} : QList<SqlStatement>();
    }
    // The cursor is at one of the two ends of the selection.
    const qsizetype before = m_editor->cursorOffset() - selected.size();
    const qsizetype start =
        before >= 0 && all.mid(before, selected.size()) == selected ? before : m_editor->cursorOffset();
    QList<SqlStatement> statements;
    for (const ClickHouse::StatementRange &range : ClickHouse::splitStatements(selected))
        statements.append({range.in(selected), start + range.start});
    return statements;
}

void SqlTab::run()
{
    if (m_runner->state() != StatementRunner::State::Idle || !m_context.obstacle.isEmpty())
        return;
    const QList<SqlStatement> statements = statementsToRun();
    if (statements.isEmpty()) {
        //: Status after Run in an empty editor
        emit statusChanged(tr("There is no statement to run."));
        return;
    }
    m_bar->hide();
    m_notices->hide();
    m_editor->clearErrorLine();
    m_hasNewRun = true;
    m_runner->run(statements, target());
}

void SqlTab::cancel()
{
    m_runner->cancel();
}

void SqlTab::markStatement()
{
    const QString all = text();
    const auto range =
        all.size() < longestMarked ? ClickHouse::statementAt(all, m_editor->cursorOffset()) : std::nullopt;
    if (!range)
        return m_editor->setActiveLines(-1, -1);
    const auto lineOf = [&all](qsizetype offset) { return int(QStringView(all).first(offset).count(u'\n')); };
    m_editor->setActiveLines(lineOf(range->start), lineOf(range->end));
}

void SqlTab::onStarted(const SqlStatement &statement)
{
    if (std::exchange(m_hasNewRun, false))
        m_results->beginRun();
    m_bar->hide();
    m_results->log(shortStatement(statement.text));
    m_results->showRunning(*m_runner->query());
    //: Status bar while a statement runs
    emit statusChanged(tr("Running…"));
}

void SqlTab::onEnded(const StatementResult &result)
{
    m_results->showEnd(result);
    m_results->log(resultLine(result));
    if (result.state == Query::State::Failed || result.state == Query::State::CutAtLimit)
        showError(result);
    if (result.state == Query::State::Cancelled)
        m_results->log(cancelLine(Query::ServerWork::Asking));
    noteEffects(result);
    askConsumers(result);
    emit statusChanged(resultLine(result));
}

/// What a statement changes for those after it.
void SqlTab::noteEffects(const StatementResult &result)
{
    QStringList notices = result.notices;
    const QString &sql = result.statement.text;
    const QList<ClickHouse::SqlToken> tokens = ClickHouse::significantTokens(sql);
    const QString verb = tokens.isEmpty() ? QString() : tokens.first().in(sql).toString().toUpper();
    const auto database = ClickHouse::StatementInfo::of(sql).usesDatabase;
    if (result.state == Query::State::Complete && database)
        emit databaseChosen(*database);
    if (result.state == Query::State::Complete && verb == u"SET"_s) {
        //: Notice after a SET statement
        notices.append(
            tr("SET ends with its statement here: each statement has a session of its own. Write SETTINGS at the end "
               "of the statement that needs it."));
    }
    if (!notices.isEmpty())
        showNotices(notices);
    if (result.state == Query::State::Complete && changesSchema(verb))
        emit schemaChanged();
}

void SqlTab::showNotices(const QStringList &notices)
{
    m_notices->setMessage(MessageBar::Kind::Info, {}, Core::displayText(notices.join(u' '), wholeText));
    for (const QString &notice : notices)
        m_results->log(notice);
}

} // namespace App
