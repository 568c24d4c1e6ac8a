// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The built headgate-engine from outside: starting and ending, users, statements, settings, errors, sessions.

#include "engine/engineprocess.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class EngineTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString problem = m_engine.start(m_folder.path());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void answersPingWithoutAUser()
    {
        for (const QByteArray target : {"/ping", "/", "/replicas_status"}) {
            const HttpAnswer answer = m_engine.get(target, {});
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.body, QByteArray("Ok.\n"));
        }
        QCOMPARE(m_engine.get("/nothing", {}).status, 404);
    }

    void admitsOnlyItsUsers_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("status");
        const QByteArray select = "/?query=SELECT%201";
        QTest::newRow("nobody") << select << QByteArray() << 401;
        QTest::newRow("basic") << select << "Authorization: Basic " + QByteArray("avnadmin:pw").toBase64() + "\r\n"
                               << 200;
        QTest::newRow("utf-8 and colon") << select
                                         << "Authorization: Basic " + QByteArray("other:pä:s").toBase64() + "\r\n"
                                         << 200;
        QTest::newRow("wrong password") << select
                                        << "Authorization: Basic " + QByteArray("avnadmin:pW").toBase64() + "\r\n"
                                        << 403;
        QTest::newRow("longer password") << select
                                         << "Authorization: Basic " + QByteArray("avnadmin:pwpw").toBase64() + "\r\n"
                                         << 403;
        QTest::newRow("no password") << select << QByteArray("X-ClickHouse-User: avnadmin\r\n") << 403;
        QTest::newRow("unknown") << select << "Authorization: Basic " + QByteArray("x:pw").toBase64() + "\r\n" << 403;
        QTest::newRow("headers") << select << QByteArray("X-ClickHouse-User: avnadmin\r\nX-ClickHouse-Key: pw\r\n")
                                 << 200;
        QTest::newRow("url") << select + "&user=avnadmin&password=pw" << QByteArray() << 200;
        QTest::newRow("two ways") << select + "&user=avnadmin&password=pw"
                                  << QByteArray("X-ClickHouse-User: avnadmin\r\n") << 403;
        QTest::newRow("bearer") << select << QByteArray("Authorization: Bearer pw\r\n") << 401;
    }
    void admitsOnlyItsUsers()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, fields);
        QFETCH(int, status);
        const HttpAnswer answer = m_engine.get(target, fields);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.contains("x-clickhouse-exception-code"), status != 200);
        if (status == 403)
            QCOMPARE(answer.headers.value("x-clickhouse-exception-code"), QByteArray("516"));
    }

    void takesNewUsersWhileItRuns()
    {
        QCOMPARE(m_engine.query("SELECT 1", {}, "late:one").status, 403);
        m_engine.writeLine(R"({"users": {"avnadmin": "pw", "other": "pä:s", "late": "one"}})");
        QTRY_COMPARE(m_engine.query("SELECT 1", {}, "late:one").status, 200);
        m_engine.writeLine(R"({"users": {"avnadmin": "pw", "other": "pä:s"}})");
        QTRY_COMPARE(m_engine.query("SELECT 1", {}, "late:one").status, 403);
    }

    void tellsWhatItAnswers()
    {
        const HttpAnswer answer = m_engine.query("SELECT 1 AS one, 'x' AS s FORMAT JSONEachRow", "query_id=my%20id");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray("{\"one\":1,\"s\":\"x\"}\n"));
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/x-ndjson; charset=UTF-8"));
        QCOMPARE(answer.headers.value("x-clickhouse-format"), QByteArray("JSONEachRow"));
        QCOMPARE(answer.headers.value("x-clickhouse-query-id"), QByteArray("my id"));
        QCOMPARE(answer.headers.value("x-clickhouse-timezone"), QByteArray("UTC"));
        QVERIFY(answer.headers.value("x-clickhouse-summary").contains("\"result_rows\":\"1\""));
        QVERIFY(answer.headers.contains("x-clickhouse-server-display-name"));
    }

    void knowsEveryTypeAsTheServerWritesIt()
    {
        const HttpAnswer answer = m_engine.query(
            "SELECT toInt8(-1) AS a, CAST(NULL AS Nullable(Int32)) AS b, [1, 2] AS c, map('k', 'v') AS d, "
            "toDateTime64('2024-02-29 12:00:00.123', 3, 'UTC') AS e, toDecimal64(1.5, 2) AS f, "
            "'tab\\tline\\n' AS g, tuple(1, 'x') AS h, toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0') AS i",
            "default_format=TabSeparatedWithNamesAndTypes");
        const auto lines = answer.body.split('\n');
        QCOMPARE(lines.value(0), QByteArray("a\tb\tc\td\te\tf\tg\th\ti"));
        QCOMPARE(lines.value(1),
                 QByteArray("Int8\tNullable(Int32)\tArray(UInt8)\tMap(String, String)\tDateTime64(3, \\'UTC\\')\t"
                            "Decimal(18, 2)\tString\tTuple(UInt8, String)\tUUID"));
        QCOMPARE(lines.value(2),
                 QByteArray("-1\t\\N\t[1,2]\t{'k':'v'}\t2024-02-29 12:00:00.123\t1.5\ttab\\tline\\n\t(1,'x')\t"
                            "61f0c404-5cb3-11e7-907b-a6006ad3dba0"));
    }

    void takesTheStatementAsServersDo_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("joined") << QByteArray("query=SELECT") << QByteArray("2+2") << QByteArray("4");
        QTest::newRow("comment and end") << QByteArray() << QByteArray("-- c\nSELECT 1; /* x */") << QByteArray("1");
        QTest::newRow("equals sign") << QByteArray("query=SELECT+1=1+AS+a") << QByteArray() << QByteArray("1");
        QTest::newRow("setting") << QByteArray("max_threads=3") << QByteArray("SELECT getSetting('max_threads')")
                                 << QByteArray("3");
        QTest::newRow("parameter") << QByteArray("param_x=a%5Ct%27b") << QByteArray("SELECT length({x:String})")
                                   << QByteArray("4");
        QTest::newRow("numeric parameter")
            << QByteArray("param_n=7") << QByteArray("SELECT {n:UInt8} + 1") << QByteArray("8");
        QTest::newRow("database") << QByteArray("database=system") << QByteArray("SELECT currentDatabase()")
                                  << QByteArray("system");
        QTest::newRow("no rows") << QByteArray() << QByteArray("SELECT 1 WHERE 0") << QByteArray();
        QTest::newRow("settings clause") << QByteArray() << QByteArray("SELECT 5 SETTINGS max_threads=1")
                                         << QByteArray("5");
        QTest::newRow("format then settings")
            << QByteArray() << QByteArray("SELECT 5 FORMAT CSV SETTINGS max_threads=1") << QByteArray("5");
        QTest::newRow("union") << QByteArray() << QByteArray("(SELECT 1) UNION ALL (SELECT 1)") << QByteArray("1\n1");
        QTest::newRow("totals") << QByteArray()
                                << QByteArray("SELECT sum(number) FROM numbers(3) GROUP BY number % 1 WITH TOTALS")
                                << QByteArray("3\n\n3");
        QTest::newRow("explain") << QByteArray() << QByteArray("EXPLAIN SYNTAX SELECT 1")
                                 << QByteArray("SELECT 1\nFROM system.one");
        QTest::newRow("word in a string") << QByteArray() << QByteArray("SELECT 'INTO OUTFILE x; FORMAT y'")
                                          << QByteArray("INTO OUTFILE x; FORMAT y");
    }
    void takesTheStatementAsServersDo()
    {
        QFETCH(QByteArray, parameters);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, expected);
        const HttpAnswer answer = m_engine.query(body, parameters);
        QCOMPARE(answer.body.trimmed(), expected);
        QCOMPARE(answer.status, 200);
    }

    void tellsErrorsAsServersDo_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("status");
        QTest::newRow("syntax") << QByteArray("SELEC 1") << QByteArray() << 62 << 400;
        QTest::newRow("empty") << QByteArray(" ") << QByteArray() << 62 << 400;
        QTest::newRow("comment only") << QByteArray("-- nothing") << QByteArray() << 62 << 400;
        QTest::newRow("several statements") << QByteArray("SELECT 1; SELECT 2") << QByteArray() << 62 << 400;
        QTest::newRow("unknown table") << QByteArray("SELECT * FROM nope") << QByteArray() << 60 << 404;
        QTest::newRow("unknown database") << QByteArray("SELECT 1") << QByteArray("database=nope") << 81 << 404;
        QTest::newRow("unknown column") << QByteArray("SELECT nope") << QByteArray() << 47 << 404;
        QTest::newRow("unknown setting") << QByteArray("SELECT 1") << QByteArray("nope=1") << 115 << 404;
        QTest::newRow("odd setting") << QByteArray("SELECT 1") << QByteArray("a%27b=1") << 115 << 404;
        QTest::newRow("unknown format") << QByteArray("SELECT 1 FORMAT Nope") << QByteArray() << 73 << 404;
        QTest::newRow("hostile format") << QByteArray("SELECT 1") << QByteArray("default_format=TSV%20SETTINGS%20a%3D1")
                                        << 73 << 404;
        QTest::newRow("parameter missing") << QByteArray("SELECT {x:UInt8}") << QByteArray() << 456 << 400;
        QTest::newRow("parameter wrong") << QByteArray("SELECT {x:UInt8}") << QByteArray("param_x=y") << 457 << 400;
        QTest::newRow("too many rows") << QByteArray("SELECT * FROM numbers(100)") << QByteArray("max_result_rows=10")
                                       << 396 << 500;
        QTest::newRow("too slow") << QByteArray("SELECT count() FROM system.numbers")
                                  << QByteArray("max_execution_time=1") << 159 << 500;
    }
    void tellsErrorsAsServersDo()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, parameters);
        QFETCH(int, code);
        QFETCH(int, status);
        const HttpAnswer answer = m_engine.query(sql, parameters);
        QCOMPARE(answer.headers.value("x-clickhouse-exception-code").toInt(), code);
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.body.startsWith("Code: " + QByteArray::number(code) + ". DB::Exception: "),
                 answer.body.constData());
        QVERIFY2(answer.body.contains(") (version ") && answer.body.endsWith(")\n"), answer.body.constData());
        QVERIFY(!answer.body.contains("Stack trace") && !answer.body.contains("formatQuery"));
    }

    void leavesTheLengthOfStatementsToTheEngine()
    {
        const QByteArray sql = "SELECT length('" + QByteArray(400'000, 'x') + "')";
        QCOMPARE(m_engine.query(sql).headers.value("x-clickhouse-exception-code"), QByteArray("62"));
        QCOMPARE(m_engine.query(sql, "max_query_size=1000000").body, QByteArray("400000\n"));
    }

    void ignoresWrongLinesOnItsInput()
    {
        for (const QByteArray line : {"", "nonsense", "[]", R"({"users": 5})", R"({"users": {"avnadmin": 1}})"})
            m_engine.writeLine(line);
        m_engine.writeLine(R"({"users": {"avnadmin": "pw", "other": "pä:s", "next": "x"}})");
        QTRY_COMPARE(m_engine.query("SELECT 1", {}, "next:x").status, 200);
    }

    void readsOnlyOnGet()
    {
        const QByteArray basic = "Authorization: Basic " + QByteArray("avnadmin:pw").toBase64() + "\r\n";
        QCOMPARE(m_engine.get("/?query=SELECT%201", basic).status, 200);
        const HttpAnswer answer = m_engine.get("/?query=CREATE%20TABLE%20x%20(a%20Int8)%20ENGINE=Memory", basic);
        QCOMPARE(answer.status, 500);
        QCOMPARE(answer.headers.value("x-clickhouse-exception-code"), QByteArray("164"));
    }

    void keepsSessions()
    {
        const QByteArray session = "session_id=s1";
        QCOMPARE(m_engine.query("CREATE TEMPORARY TABLE kept (a Int32)", session).status, 200);
        QCOMPARE(m_engine.query("INSERT INTO kept VALUES (1), (2)", session).status, 200);
        QCOMPARE(m_engine.query("SELECT nope", session).status, 404);
        QCOMPARE(m_engine.query("SELECT sum(a) FROM kept", session + "&max_threads=1").body, QByteArray("3\n"));
        QCOMPARE(m_engine.query("SELECT sum(a) FROM kept").status, 404);
        QCOMPARE(m_engine.query("SELECT sum(a) FROM kept", session, "other:pä:s").status, 404);
        const HttpAnswer unknown = m_engine.query("SELECT 1", "session_id=s2&session_check=1");
        QCOMPARE(unknown.headers.value("x-clickhouse-exception-code"), QByteArray("372"));
    }

    void dropsTablesAtOnce()
    {
        QCOMPARE(m_engine.query("CREATE TABLE gone (a Int32) ENGINE = MergeTree ORDER BY a").status, 200);
        QCOMPARE(m_engine.query("DROP TABLE gone SYNC").status, 200);
    }

    void staysSmall()
    {
        QFile status(u"/proc/%1/status"_s.arg(m_engine.processId()));
        QVERIFY(status.open(QIODevice::ReadOnly));
        const QByteArray text = status.readAll();
        const qint64 resident = text.sliced(text.indexOf("VmRSS:") + 6).trimmed().split(' ').first().toLongLong();
        QVERIFY2(resident < 350'000, qPrintable(QString::number(resident)));
    }

    void givesMemoryBackWhenItIsIdle()
    {
        m_engine.value("CREATE TABLE large (a UInt64, s String) ENGINE = MergeTree ORDER BY a");
        const qint64 before = anonymousKilobytes();
        QByteArray rows;
        for (int row = 0; row < 1'000'000; ++row)
            rows += QByteArray::number(row) + "\tsome text\n";
        QCOMPARE(m_engine.query("INSERT INTO large FORMAT TSV\n" + rows).status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(anonymousKilobytes() - before < 30'000, 10'000);
    }

    void refusesASecondEngineInTheSameFolder()
    {
        EngineProcess second;
        const QString problem = second.start(m_folder.path());
        QVERIFY2(problem.contains(u"Another engine may be using it"_s), qPrintable(problem));
    }

    void endsWhenItsInputCloses()
    {
        const qint64 milliseconds = m_engine.stop();
        QVERIFY2(milliseconds >= 0 && milliseconds < 2000, qPrintable(QString::number(milliseconds)));
    }

private:
    [[nodiscard]] qint64 anonymousKilobytes() const
    {
        QFile status(u"/proc/%1/status"_s.arg(m_engine.processId()));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        return text.sliced(text.indexOf("RssAnon:") + 8).trimmed().split(' ').first().toLongLong();
    }

    QTemporaryDir m_folder;
    EngineProcess m_engine;
};

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
