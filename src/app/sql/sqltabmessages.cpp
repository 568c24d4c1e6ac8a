// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What SqlTab says in its bar: the guard's questions and errors, with the ways on.

#include "app/sql/consumercheck.h"
#include "app/sql/messagerows.h"
#include "app/sql/peek.h"
#include "app/sql/resultsview.h"
#include "app/sql/sqlcontext.h"
#include "app/sql/sqltab.h"
#include "app/sql/sqlwords.h"
#include "clickhouse/statementinfo.h"
#include "clickhouse/types/quoting.h"
#include "core/format.h"
#include "widgets/codeeditor.h"
#include "widgets/messagebar.h"

#include <QPushButton>

#include <algorithm>

namespace App {

using namespace Qt::StringLiterals;
using Action = ClickHouse::GuardVerdict::Action;
using Widgets::MessageBar;

namespace {

/// The server counts bytes of UTF-8, the editor characters.
qsizetype charactersIn(const QString &line, int bytes)
{
    return QString::fromUtf8(line.toUtf8().left(bytes)).size();
}

QString together(const UserMessage &message)
{
    return message.nextStep.isEmpty() ? message.text : message.text + u' ' + message.nextStep;
}

} // namespace

void SqlTab::showStop(const GuardStop &stop)
{
    const UserMessage message = describe(stop);
    const MessageBar::Kind kind = stop.mayProceed() ? MessageBar::Kind::Warning : MessageBar::Kind::Error;
    m_bar->setMessage(kind, message.title, together(message));
    m_bar->setButtonsBelow(true);
    m_results->log(message.title);
    addStopButtons(stop);
    emit statusChanged(message.title);
}

void SqlTab::addStopButtons(const GuardStop &stop)
{
    const auto close = [this] {
        m_bar->hide();
        m_runner->dismiss();
    };
    if (stop.dash) {
        //: Button: writes the backticks into the statement
        connect(m_bar->addButton(tr("Fix"), "primary"), &QPushButton::clicked, this, [this, stop, close] {
            const qsizetype start = stop.statement.start + stop.dash->start;
            m_editor->replaceRange(int(start), int(start + stop.dash->length), stop.dash->replacement);
            close();
            m_editor->setFocus();
        });
        //: Button: sends the statement as it is
        connect(m_bar->addButton(tr("Run anyway")), &QPushButton::clicked, m_runner, &StatementRunner::proceed);
        return;
    }
    const ClickHouse::KafkaTable &table = stop.verdict.table;
    if (stop.verdict.action == Action::WarnConsumption)
        addConsumptionButtons(table);
    if (stop.verdict.action == Action::RefuseViewAttached && !table.destination.table.isEmpty()) {
        const QString name = ClickHouse::quoteTableName(table.destination.database, table.destination.table);
        //: Button: opens a SELECT on the table that the materialized view writes to
        connect(m_bar->addButton(tr("Query the destination"), "primary"), &QPushButton::clicked, this,
                [this, name, close] {
                    close();
                    emit openRequested(u"SELECT *\nFROM "_s + name + u"\nLIMIT 100;\n"_s);
                });
    }
}

void SqlTab::addConsumptionButtons(const ClickHouse::KafkaTable &table)
{
    //: Button: shows messages without taking them from the consumer group
    QPushButton *const peekButton = m_bar->addButton(tr("Peek instead"), "primary");
    //: Button: runs the statement that consumes messages, this time only
    QPushButton *const runButton = m_bar->addButton(tr("Run once"));
    const bool canPeek = m_context.client && !table.kafkaService.isEmpty() && !table.topics.isEmpty();
    peekButton->setEnabled(canPeek);
    if (!canPeek) {
        //: Why "Peek instead" is off
        peekButton->setToolTip(
            tr("The topic of this table is not in this project, so its messages cannot be read from here."));
    }
    connect(peekButton, &QPushButton::clicked, this, [this, table] {
        m_bar->hide();
        m_runner->dismiss();
        peek(table);
    });
    connect(runButton, &QPushButton::clicked, m_runner, &StatementRunner::proceed);
}

void SqlTab::peek(const ClickHouse::KafkaTable &table)
{
    delete m_peek;
    m_peek = new Peek(*m_context.client, m_context.project, table, this);
    const QString topic = m_peek->topic();
    //: Status while messages are read; %1 is a topic's name
    m_results->setStatus(tr("Reading %1…").arg(Core::displayText(topic, 250)), u"clock");
    connect(m_peek, &Peek::finished, this, [this, topic](const QList<Aiven::Message> &messages) {
        //: Status under peeked messages; a count and a topic's name
        const QString status =
            tr("%1 messages read from %2 · nothing is consumed: this does not use the consumer group")
                .arg(Core::formatCount(messages.size()), Core::displayText(topic, 250));
        //: Tab with messages that were only looked at; %1 is a topic's name
        m_results->showRows(std::make_shared<MessageRows>(messages, m_peek->format()),
                            tr("Peek %1").arg(Core::displayText(topic, 24)), status);
        m_results->log(status);
        emit statusChanged(status);
    });
    connect(m_peek, &Peek::failed, this, [this](const Aiven::ApiError &error) {
        const UserMessage message = describe(error);
        m_bar->setMessage(MessageBar::Kind::Error, message.title, together(message));
        m_results->setStatus(message.title, u"error");
        emit statusChanged(message.title);
    });
    m_peek->start();
}

void SqlTab::showError(const StatementResult &result)
{
    const UserMessage message = describe(result, m_context.serviceName);
    const bool isCut = result.state == ClickHouse::Query::State::CutAtLimit;
    m_bar->setMessage(isCut ? MessageBar::Kind::Warning : MessageBar::Kind::Error, message.title, together(message));
    m_bar->setButtonsBelow(false);
    m_results->log(Core::displayText(message.title + u": "_s + message.text)); // a line, not the whole
    markError(result);
    using Kind = ClickHouse::QueryError::Kind;
    constexpr int wrongPassword = 516;
    const bool isUnknown = result.error.kind == Kind::ConnectFailed || result.error.kind == Kind::HostNotFound;
    if (isUnknown || result.error.code == wrongPassword) {
        //: Button: reads a service's address and password again
        connect(m_bar->addButton(tr("Read the connection again")), &QPushButton::clicked, this, [this] {
            m_bar->hide();
            emit connectionRequested();
        });
    }
    const QString setting = u"stream_like_engine_allow_direct_select"_s;
    if (result.error.text.contains(setting)) {
        //: Button: runs the statement again with a setting that lets it read a connector table
        connect(m_bar->addButton(tr("Allow direct SELECT and run"), "primary"), &QPushButton::clicked, this,
                [this, setting, statement = result.statement] {
                    m_hasNewRun = true;
                    m_runner->runWith(statement, target(), {{setting, u"1"_s}});
                });
    }
}

/// Empty and failed must not look alike: ClickHouse tells of trouble with Kafka only where nobody looks.
void SqlTab::askConsumers(const StatementResult &result)
{
    if (result.state != ClickHouse::Query::State::Complete || result.store->rowCount() > 0)
        return;
    for (ClickHouse::TableName name : ClickHouse::StatementInfo::of(result.statement.text).reads) {
        if (name.database.isEmpty())
            name.database = m_context.database;
        const auto known = std::find_if(m_context.kafkaTables.cbegin(), m_context.kafkaTables.cend(),
                                        [&name](const ClickHouse::KafkaTable &one) { return one.name == name; });
        if (known == m_context.kafkaTables.cend())
            continue;
        auto *check = new ConsumerCheck(m_context.server, this);
        connect(m_runner, &StatementRunner::started, check, &QObject::deleteLater); // no longer of interest
        connect(check, &ConsumerCheck::found, this, [this](const QString &words) {
            const UserMessage message = describeConsumer(words);
            m_bar->setMessage(MessageBar::Kind::Warning, message.title, message.text + u'\n' + words);
            m_bar->setButtonsBelow(false);
            m_results->log(Core::displayText(message.title + u' ' + words));
        });
        return check->start(name);
    }
}

void SqlTab::markError(const StatementResult &result)
{
    const QString all = text();
    const SqlStatement &statement = result.statement;
    if (!result.error.position || all.mid(statement.start, statement.text.size()) != statement.text)
        return; // edited meanwhile
    qsizetype lineStart = 0;
    for (int line = 1; line < result.error.position->line && lineStart >= 0; ++line)
        lineStart = statement.text.indexOf(u'\n', lineStart) + 1;
    const qsizetype inLine = charactersIn(statement.text.mid(lineStart), result.error.position->column - 1);
    const qsizetype begin = statement.start + lineStart + inLine;
    qsizetype end = begin;
    while (end < all.size() && !all[end].isSpace())
        ++end;
    m_editor->setErrorLine(int(QStringView(all).first(std::min(begin, all.size())).count(u'\n')));
    m_editor->setErrorRange(int(begin), int(std::max(end, begin + 1)));
}

} // namespace App
