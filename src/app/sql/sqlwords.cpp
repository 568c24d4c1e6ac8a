// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqlwords.h"

#include "app/sql/tlswords.h"
#include "app/wholetext.h"
#include "clickhouse/types/quoting.h"
#include "core/format.h"

#include <QCoreApplication>

namespace App {

using namespace Qt::StringLiterals;
using ClickHouse::Query;
using ClickHouse::QueryError;
using Action = ClickHouse::GuardVerdict::Action;
using Kind = ClickHouse::QueryError::Kind;

namespace {

/// Translations of this file stand together.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(App::SqlPane)

public:
    static UserMessage server(const QueryError &error);
    static UserMessage network(const StatementResult &result, const QString &service);
    static QString rows(qint64 count);
    static QString keptRows(qint64 rows);
    static UserMessage consumption(const ClickHouse::KafkaTable &table);
    static UserMessage viewAttached(const ClickHouse::KafkaTable &table);
    static UserMessage manyTopics(const ClickHouse::KafkaTable &table);
    static UserMessage dash(const ClickHouse::UnquotedDash &dash);
};

UserMessage Words::server(const QueryError &error)
{
    //: Title of an error in the SQL pane; %1 is ClickHouse's number of the error
    QString title =
        error.code == 0 ? tr("ClickHouse reported an error") : tr("Code %1").arg(QString::number(error.code));
    if (error.position) {
        //: Added to the title of an error; place in the statement
        title += tr(", line %1, column %2")
                     .arg(QString::number(error.position->line), QString::number(error.position->column));
    }
    QString next;
    if (error.code == 516) {
        //: Next step after a refused user name or password (ClickHouse's error 516)
        next = tr("Its password may have been changed: read the connection again.");
    } else if (error.code == 497) {
        //: Next step after ClickHouse's error 497 (access denied)
        next = tr("The user of this service may not do this. Ask its administrator for the grant that is named.");
    } else if (error.code == 241) {
        //: Next step after ClickHouse's error 241 (memory limit)
        next = tr("Read fewer rows or columns at a time, or choose a larger plan.");
    }
    return {title, Core::displayText(error.text, wholeText), next, error.text};
}

UserMessage Words::network(const StatementResult &result, const QString &service)
{
    const QString host = Core::displayText(result.error.text, 200);
    switch (result.error.kind) {
    case Kind::ConnectFailed:
        //: Error in the SQL pane; %1 is a service's name
        return {tr("%1 does not answer").arg(service),
                tr("Its ClickHouse port refused the connection. Nothing was sent."),
                tr("Look whether the service is running. After a restart it may have another address: read the "
                   "connection again."),
                {}};
    case Kind::HostNotFound:
        return {tr("%1 was not found").arg(host),
                tr("No address is known under this name. Nothing was sent."),
                tr("Check your network connection, then run the statement again."),
                {}};
    case Kind::TlsFailed: return describe(result.error.tls, service, host);
    case Kind::NoLibrary:
        return {tr("SQL cannot be sent"),
                tr("The library libcurl.so.4 could not be loaded. Nothing was sent."),
                tr("Install the package libcurl4, then run the statement again."),
                {}};
    case Kind::Redirected:
        return {tr("The server points elsewhere"),
                tr("It redirects to %1. Headgate does not follow, because your password would go along.").arg(host),
                tr("Check the service's address."),
                {}};
    case Kind::NotClickHouse:
        return {tr("The answer does not come from ClickHouse"),
                tr("Something between this machine and the service answered with status %1.")
                    .arg(QString::number(result.error.httpStatus)),
                tr("Check the network you are in, and whether the service is running."),
                {}};
    default:
        return {tr("The connection was lost"),
                tr("The answer is incomplete. If the statement writes, some rows may be stored."),
                tr("Look what is there before you run it again."),
                {}};
    }
}

/// Not by "%n": these counts pass what an int holds.
QString Words::rows(qint64 count)
{
    //: Part of a sentence or status: one row
    return count == 1 ? tr("1 row")
                      //: Part of a sentence or status: a count of rows
                      : tr("%1 rows").arg(Core::formatCount(count));
}

QString Words::keptRows(qint64 rows)
{
    //: Behind an error; %1 is "5 rows", those that arrived before it
    return rows > 0 ? tr("Stopped after %1; what came is shown below.").arg(Words::rows(rows)) : QString();
}

UserMessage Words::consumption(const ClickHouse::KafkaTable &table)
{
    const QString group = Core::displayText(table.group, 250);
    const QString text = group.isEmpty()
                             //: Warning of the guide, when the consumer group is not known
                             ? tr("This table reads from Kafka. Messages are only read once per consumer group: rows "
                                  "you read here may never reach "
                                  "anyone else in its group.")
                             //: Warning of the guide; %1 is the consumer group's name
                             : tr("This table reads from Kafka. Messages are only read once per consumer group: rows "
                                  "you read here may never reach "
                                  "anyone else in group %1.")
                                   .arg(group);
    //: Title of the warning before messages of a Kafka topic are consumed
    return {tr("This statement would consume messages"), text, {}, {}};
}

UserMessage Words::viewAttached(const ClickHouse::KafkaTable &table)
{
    QString text = tr("A materialized view reads this table, so ClickHouse refuses direct SELECT.");
    if (!table.destination.table.isEmpty()) {
        //: Added to the refusal; %1 is a table's full name
        text += u' ' + tr("Query the destination %1 instead.")
                           .arg(ClickHouse::quoteTableName(table.destination.database, table.destination.table));
    }
    //: Title of the refusal of a SELECT; %1 is a table's name
    return {tr("%1 cannot be read directly").arg(Core::displayText(table.name.table, 60)), text, {}, {}};
}

UserMessage Words::manyTopics(const ClickHouse::KafkaTable &table)
{
    //: Under the title "Writing to more than one topic is not supported."; a table's name and its count of topics
    const QString text = tr("%1 reads %2 topics. To write, use a connector table with one topic; nothing was sent.")
                             .arg(Core::displayText(table.name.table, 60), QString::number(table.topics.size()));
    //: Warning of the guide, word for word
    return {tr("Writing to more than one topic is not supported."), text, {}, {}};
}

UserMessage Words::dash(const ClickHouse::UnquotedDash &dash)
{
    //: Hint of the guide; the text names the spelling that works
    return {
        tr("Names with dashes need backticks."), tr("Write %1.").arg(Core::displayText(dash.replacement, 200)), {}, {}};
}

} // namespace

UserMessage describe(const StatementResult &result, const QString &serviceName)
{
    UserMessage message;
    if (result.state == Query::State::CutAtLimit && result.error.kind == Kind::StorageFull)
        message = {Words::tr("This machine has no room for more rows"),
                   Words::tr("The disk that holds large results is full."),
                   Words::tr("Free some space, or read fewer rows."),
                   {}};
    else if (result.state == Query::State::CutAtLimit)
        message = {Words::tr("The result was cut at its limit"),
                   Words::tr("%1 were received; more is not kept.").arg(Core::formatBytes(result.store->byteCount())),
                   Words::tr("Add a LIMIT or a WHERE to read the rows you need."),
                   {}};
    else if (result.error.kind == Kind::Server)
        message = Words::server(result.error);
    else
        message = Words::network(result, serviceName);
    const QString kept = Words::keptRows(result.store->rowCount());
    if (!kept.isEmpty())
        message.text += u' ' + kept;
    return message;
}

UserMessage describe(const GuardStop &stop)
{
    if (stop.dash)
        return Words::dash(*stop.dash);
    switch (stop.verdict.action) {
    case Action::Allow: break;
    case Action::WarnConsumption: return Words::consumption(stop.verdict.table);
    case Action::RefuseViewAttached: return Words::viewAttached(stop.verdict.table);
    case Action::RefuseManyTopics: return Words::manyTopics(stop.verdict.table);
    }
    return {};
}

QString resultLine(const StatementResult &result)
{
    const qint64 rows = result.store->rowCount();
    QStringList parts;
    if (result.store->columns().isEmpty()) {
        if (result.state == Query::State::Complete) {
            //: State of a statement without result rows
            parts.append(Words::tr("Done"));
        }
    } else {
        parts.append(Words::rows(rows));
        //: Status of a result; %1 is a size
        parts.append(Words::tr("%1 received").arg(Core::formatBytes(result.store->byteCount())));
    }
    parts.append(Core::formatDuration(result.elapsed));
    if (result.summary.writtenRows > 0) {
        //: Status of a statement; %1 is "5 rows", those that the server stored
        parts.append(Words::tr("wrote %1").arg(Words::rows(result.summary.writtenRows)));
    }
    // Of an unfinished statement only the last progress report is known, older than the rows that came.
    if (result.state == Query::State::Complete && result.summary.readRows > 0) {
        //: Status of a result: what the server had to read for it; "5 rows" and a size
        parts.append(Words::tr("read %1, %2")
                         .arg(Words::rows(result.summary.readRows),
                              Core::formatBytes(std::max<qint64>(0, result.summary.readBytes))));
    }
    if (result.state == Query::State::Failed)
        parts.prepend(Words::tr("Failed"));
    else if (result.state == Query::State::Cancelled)
        parts.prepend(Words::tr("Cancelled"));
    else if (result.state == Query::State::CutAtLimit)
        parts.prepend(Words::tr("Cut at the limit"));
    return parts.join(u" · "_s);
}

QString progressLine(qint64 rows, qint64 bytes, qint64 milliseconds)
{
    //: Status while a statement runs; "5 rows", a size, a duration
    return Words::tr("Running · %1 · %2 received · %3")
        .arg(Words::rows(rows), Core::formatBytes(bytes), Core::formatDuration(milliseconds));
}

QString cancelLine(Query::ServerWork work)
{
    switch (work) {
    case Query::ServerWork::NotAsked:
    case Query::ServerWork::Asking: return Words::tr("Stopping the statement on the server");
    case Query::ServerWork::Stopped: return Words::tr("The server stopped the statement");
    case Query::ServerWork::StillRunning: return Words::tr("The statement is still running on the server");
    case Query::ServerWork::Unknown: return Words::tr("The server did not say whether the statement stopped");
    }
    return {};
}

QString shortStatement(const QString &sql)
{
    constexpr qsizetype longest = 80;
    return Core::displayText(sql.simplified(), longest);
}

} // namespace App
