// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqlwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ClickHouse::Query;
using Cause = ClickHouse::TlsProblem::Cause;

/// The line below a result, and what is said of servers that were refused.
class TestSqlWords final : public QObject
{
    Q_OBJECT

private slots:
    void resultLine_data();
    void resultLine();
    void refusedServers_data();
    void refusedServers();
};

void TestSqlWords::resultLine_data()
{
    QTest::addColumn<Query::State>("state");
    QTest::addColumn<QString>("expected");
    QTest::newRow("complete") << Query::State::Complete << u"2 rows · 14 B received · 0.020 s · read 7 rows, 56 B"_s;
    // What the server had read is then the figure of its last progress report, older than the rows that came.
    QTest::newRow("failed") << Query::State::Failed << u"Failed · 2 rows · 14 B received · 0.020 s"_s;
    QTest::newRow("cancelled") << Query::State::Cancelled << u"Cancelled · 2 rows · 14 B received · 0.020 s"_s;
}

void TestSqlWords::resultLine()
{
    QFETCH(const Query::State, state);
    QFETCH(const QString, expected);
    auto store = std::make_shared<ClickHouse::ResultStore>();
    store->append("id\nUInt64\n1\n2\n");
    App::StatementResult result;
    result.store = store;
    result.state = state;
    result.summary.readRows = 7;
    result.summary.readBytes = 56;
    result.elapsed = 20;
    QCOMPARE(App::resultLine(result).replace(QChar(0x2009), u' ').replace(QChar(0xa0), u' '), expected);
}

void TestSqlWords::refusedServers_data()
{
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<QString>("expected");
    QTest::newRow("N-22 self-signed") << Cause::SelfSigned
                                      << u"The server signed its certificate itself, so nobody vouches for it."_s;
    QTest::newRow("N-23 expired") << Cause::Expired
                                  << u"The server's certificate was valid until 2001-02-05 10:20 UTC; this computer's "
                                     "clock says %1"_s.arg(QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd "));
    QTest::newRow("N-23 not yet valid") << Cause::NotYetValid
                                        << u"The server's certificate is valid from 2001-02-03 04:05 UTC on; this"_s;
    QTest::newRow("N-24 wrong host") << Cause::WrongHost
                                     << u"The server's certificate is for a.example, b.example, not for ch.example."_s;
    QTest::newRow("N-25 other CA") << Cause::UnknownIssuer
                                   << u"is signed by “Other CA”, an authority that is not trusted here."_s;
    QTest::newRow("N-27 not TLS") << Cause::Protocol << u"No secure connection could be agreed"_s;
    QTest::newRow("other") << Cause::Other << u"The server's certificate could not be checked."_s;
}

void TestSqlWords::refusedServers()
{
    QFETCH(const Cause, cause);
    QFETCH(const QString, expected);
    App::StatementResult result;
    result.store = std::make_shared<ClickHouse::ResultStore>();
    result.state = Query::State::Failed;
    result.error.kind = ClickHouse::QueryError::Kind::TlsFailed;
    result.error.text = u"ch.example"_s;
    result.error.tls = {cause,
                        {u"a.example"_s, u"b.example"_s},
                        u"Other CA"_s,
                        QDateTime({2001, 2, 3}, {4, 5}, Qt::UTC),
                        QDateTime({2001, 2, 5}, {10, 20}, Qt::UTC),
                        false};
    const App::UserMessage message = App::describe(result, u"my-clickhouse"_s);
    QCOMPARE(message.title, u"The connection to my-clickhouse is not safe"_s);
    QVERIFY2(message.text.contains(expected), qPrintable(message.text));
    QVERIFY(message.text.endsWith(u"Nothing was sent."));
    QVERIFY(!message.nextStep.isEmpty());
}

QTEST_GUILESS_MAIN(TestSqlWords)
#include "tst_sqlwords.moc"
