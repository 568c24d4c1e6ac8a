// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqlwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ClickHouse::Query;

/// The line below a result.
class TestSqlWords final : public QObject
{
    Q_OBJECT

private slots:
    void resultLine_data();
    void resultLine();
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

QTEST_GUILESS_MAIN(TestSqlWords)
#include "tst_sqlwords.moc"
