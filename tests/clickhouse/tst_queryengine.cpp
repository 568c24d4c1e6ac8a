// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Query against a real ClickHouse: the built headgate-engine.

#include "clickhouse/query.h"
#include "clickhouse/statementinfo.h"
#include "clickhouse/types/quoting.h"
#include "engine/engineprocess.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ClickHouse::Query;
using State = ClickHouse::Query::State;
using Work = ClickHouse::Query::ServerWork;

class TestQueryEngine final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString problem = m_engine.start(m_folder.path());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void readsEveryByte()
    {
        const auto query =
            run(u"SELECT number, toString(number), if(number % 3 = 0, NULL, 'x\\ty') FROM numbers(300000)"_s);
        QCOMPARE(query->state(), State::Complete);
        QCOMPARE(query->store()->rowCount(), 300'000);
        QCOMPARE(query->store()->columns().last().type, u"Nullable(String)"_s);
        for (const qint64 row : {0, 65'408, 65'409, 200'000, 299'999}) { // a chunk has 65 409 rows
            QCOMPARE(query->store()->cell(row, 0).text, QString::number(row));
            QCOMPARE(query->store()->cell(row, 2).isNull, row % 3 == 0);
        }
    }

    void stopsTheServersWork()
    {
        Query query(server());
        query.start({u"SELECT number FROM numbers(100000000000) WHERE NOT ignore(sipHash64(number))"_s, {}, {}, {}});
        QTRY_VERIFY(query.store()->rowCount() > 0);
        query.cancel();
        QCOMPARE(query.state(), State::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(query.serverWork(), Work::Stopped, 10'000);
    }

    void keepsRowsBeforeALateError()
    {
        const auto query = run(
            u"SELECT throwIf(number = 200000, 'late'), number FROM numbers(1000000) SETTINGS max_block_size = 1000"_s);
        QCOMPARE(query->state(), State::Failed);
        QCOMPARE(query->error().code, 395);
        const qint64 rows = query->store()->rowCount();
        QVERIFY(rows > 0 && rows <= 200'000);
        QCOMPARE(query->store()->cell(rows - 1, 1).text, QString::number(rows - 1));
    }

    void tellsOfTheRewrittenEngine()
    {
        const auto query = run(u"CREATE TABLE d (id UInt64) ENGINE = ReplicatedMergeTree() ORDER BY id"_s);
        QCOMPARE(query->state(), State::Complete);
        QVERIFY(query->notices().value(0).contains(u"MergeTree"));
        QVERIFY(query->store()->columns().isEmpty());
    }

    void insertsValues()
    {
        QCOMPARE(run(u"CREATE TABLE v (id UInt64, text String) ENGINE = MergeTree ORDER BY id"_s)->state(),
                 State::Complete);
        QCOMPARE(run(u"INSERT INTO v VALUES (1, 'a;b'), (2, 'it''s')"_s)->state(), State::Complete);
        QCOMPARE(run(u"INSERT INTO v FORMAT JSONEachRow {\"id\": 3, \"text\": \"c\"}"_s)->state(), State::Complete);
        const auto query = run(u"SELECT groupArray(text) FROM (SELECT text FROM v ORDER BY id)"_s);
        QCOMPARE(query->store()->cell(0, 0).text, u"['a;b','it\\'s','c']"_s);
    }

    void takesOtherFormatsAsTheyAre()
    {
        const auto query = run(u"SELECT 1 AS a, 'x' AS b FORMAT JSONEachRow"_s);
        QCOMPARE(query->state(), State::Complete);
        QCOMPARE(query->store()->format(), ClickHouse::BodyFormat::Lines);
        QCOMPARE(query->store()->cell(0, 0).text, u"{\"a\":1,\"b\":\"x\"}"_s);
    }

    void namesAndValuesComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"plain", "service_my-kafka", "a`b", "it's", "back\\slash", "quo\"te", "ünï😀",
                                 "x`; DROP TABLE v; --", "a\tb"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void namesAndValuesComeBackAsTheyWere()
    {
        QFETCH(const QString, name);
        const QString table = ClickHouse::quoteIdentifier(name);
        QCOMPARE(run(u"CREATE TABLE "_s + table + u" (id UInt8) ENGINE = Memory"_s)->state(), State::Complete);
        const auto query = run(u"SELECT name, "_s + ClickHouse::quoteString(name) +
                               u" FROM system.tables WHERE name = "_s + ClickHouse::quoteString(name));
        QCOMPARE(query->store()->rowCount(), 1);
        QCOMPARE(query->store()->cell(0, 0).text, name);
        QCOMPARE(query->store()->cell(0, 1).text, name);
        const auto reads = ClickHouse::StatementInfo::of(u"SELECT * FROM "_s + table).reads;
        QCOMPARE(reads.value(0).table, name);
    }

    void saysWhereASyntaxErrorIs()
    {
        const auto query = run(u"SELECT 1,\n  FORM x y z"_s);
        QCOMPARE(query->error().code, 62);
        QVERIFY(query->error().position);
        QCOMPARE(query->error().position->line, 2);
    }

    void refusesAWrongPassword()
    {
        ClickHouse::Server wrong = server();
        wrong.password = Core::Secret(u"wrong"_s);
        Query query(wrong);
        query.start({u"SELECT 1"_s, {}, {}, {}});
        QTRY_COMPARE(query.state(), State::Failed);
        QCOMPARE(query.error().code, 516);
    }

    void meetsTheServersDeath()
    {
        Query query(server());
        query.start({u"SELECT number FROM numbers(100000000000)"_s, {}, {}, {}});
        QTRY_VERIFY(query.store()->rowCount() > 0);
        m_engine.kill();
        QTRY_COMPARE_WITH_TIMEOUT(query.state(), State::Failed, 10'000);
        QCOMPARE(query.error().kind, ClickHouse::QueryError::Kind::ConnectionLost);
        QVERIFY(query.store()->rowCount() > 0);
    }

private:
    [[nodiscard]] ClickHouse::Server server() const
    {
        return {QUrl(u"http://127.0.0.1:%1"_s.arg(m_engine.port())), u"avnadmin"_s, Core::Secret(u"pw"_s)};
    }
    std::unique_ptr<Query> run(const QString &sql)
    {
        auto query = std::make_unique<Query>(server());
        query->start({sql, {}, {}, {}});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!query->isRunning(), 30'000); }();
        return query;
    }

    QTemporaryDir m_folder;
    EngineProcess m_engine;
};

QTEST_GUILESS_MAIN(TestQueryEngine)
#include "tst_queryengine.moc"
