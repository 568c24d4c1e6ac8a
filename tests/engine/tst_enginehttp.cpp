// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What ClickHouse's clients expect of the HTTP interface beside statements and rows: long URLs, progress, summaries,
// sessions, and statements that end although their own client does nothing.

#include "engine/engineprocess.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

const QByteArray endless = "SELECT number, repeat('x', 100) FROM numbers(1000000000000)";

QByteArray lengthOf(const QByteArray &body)
{
    return "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
}

} // namespace

class EngineHttpTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString problem = m_engine.start(m_folder.path());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void takesLongUrls()
    {
        const QByteArray value(1'000'000, 'x');
        QCOMPARE(m_engine.query("SELECT length({p:String})", "param_p=" + value).body, QByteArray("1000000\n"));
        // The connection stays in step.
        QTcpSocket socket;
        m_engine.connectSocket(socket);
        for (const int size : {10'000, 10, 100'000}) {
            socket.write(m_engine.head("POST", "/?param_p=" + QByteArray(size, 'y'), "Content-Length: 25\r\n") +
                         "SELECT length({p:String})");
            QCOMPARE(EngineProcess::readAnswer(socket).body, QByteArray::number(size) + '\n');
        }
    }

    void answersHead_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("ping") << QByteArray("/ping");
        QTest::newRow("small") << QByteArray("/?query=SELECT%201");
        QTest::newRow("stream") << QByteArray("/?query=SELECT%20*%20FROM%20numbers(3000000)");
    }
    void answersHead()
    {
        QFETCH(QByteArray, target);
        QTcpSocket socket;
        m_engine.connectSocket(socket);
        socket.write(m_engine.head("HEAD", target) + m_engine.head("GET", "/ping"));
        QByteArray text;
        while (!text.endsWith("\r\n\r\nOk.\n")) {
            QVERIFY2(socket.waitForReadyRead(10'000), text.constData());
            text += socket.readAll();
        }
        QCOMPARE(text.count("HTTP/1.1 200 OK"), 2);
        QCOMPARE(text.count("\r\n\r\n"), 2);
    }

    void tellsTheSummary_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("contains");
        QTest::newRow("complete") << QByteArray("SELECT number FROM numbers(10)") << QByteArray("\"read_rows\":\"10\"");
        QTest::newRow("result") << QByteArray("SELECT number FROM numbers(10)") << QByteArray("\"result_rows\":\"10\"");
        QTest::newRow("streamed, as far as known")
            << QByteArray("SELECT number FROM numbers(5000000)") << QByteArray("\"total_rows_to_read\":\"5000000\"");
    }
    void tellsTheSummary()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, contains);
        const QByteArray summary = m_engine.query(sql).headers.value("x-clickhouse-summary");
        QVERIFY2(summary.contains(contains), summary.constData());
        QVERIFY(!summary.contains("\"elapsed_ns\":\"0\""));
    }

    void tellsProgressWhenAsked_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("code");
        const QByteArray slow = "SELECT sleepEachRow(0.2) FROM numbers(5) SETTINGS max_block_size = 1";
        QTest::newRow("reading") << slow << QByteArray();
        QTest::newRow("writing") << "INSERT INTO FUNCTION null('x UInt8') " + slow << QByteArray();
        QTest::newRow("failing late") << QByteArray("SELECT sleepEachRow(0.2), throwIf(number = 4) FROM numbers(5) "
                                                    "SETTINGS max_block_size = 1")
                                      << QByteArray("395");
    }
    void tellsProgressWhenAsked()
    {
        QFETCH(QByteArray, sql);
        const QByteArray asked = "wait_end_of_query=1&http_headers_progress_interval_ms=100";
        QVERIFY(!m_engine.query(sql, asked).headers.contains("x-clickhouse-progress"));
        const HttpAnswer answer = m_engine.query(sql, asked + "&send_progress_in_http_headers=1");
        // The status has gone by the time of an error; its code is still to come.
        QCOMPARE(answer.status, 200);
        QTEST(answer.headers.value("x-clickhouse-exception-code"), "code");
        const QByteArray progress = answer.headers.value("x-clickhouse-progress");
        QVERIFY2(progress.contains("\"read_rows\":\""), progress.constData());
    }

    void keepsWhatASessionSets()
    {
        const QByteArray session = "session_id=settings";
        const QByteArray ask = "SELECT getSetting('max_block_size'), currentDatabase()";
        m_engine.query("SET max_block_size = 777", session);
        m_engine.query("USE system", session);
        QCOMPARE(m_engine.query(ask, session).body, QByteArray("777\tsystem\n"));
        // What the URL says holds for its request.
        QCOMPARE(m_engine.query(ask, session + "&max_block_size=888&database=default").body,
                 QByteArray("888\tdefault\n"));
        QCOMPARE(m_engine.query(ask, session).body, QByteArray("777\tsystem\n"));
        m_engine.query("SET format_csv_null_representation = 'it\\'s (x)'", session);
        m_engine.query("SELECT 1", session + "&format_csv_null_representation=y");
        QCOMPARE(m_engine.query("SELECT getSetting('format_csv_null_representation')", session).body,
                 QByteArray("it\\'s (x)\n"));
    }

    void locksASessionInUse()
    {
        QTcpSocket socket;
        m_engine.connectSocket(socket);
        const QByteArray slow = "SELECT max(sipHash64(number)) FROM numbers(1000000000000)";
        socket.write(m_engine.head("POST", "/?session_id=busy&query_id=busy", lengthOf(slow)) + slow);
        QTRY_COMPARE(m_engine.value(running("busy")), QByteArray("1"));
        QCOMPARE(m_engine.query("SELECT 1", "session_id=busy").headers.value("x-clickhouse-exception-code"),
                 QByteArray("373"));
        socket.abort();
        QTRY_COMPARE(m_engine.query("SELECT 1", "session_id=busy").body, QByteArray("1\n"));
    }

    void endsSessions()
    {
        QCOMPARE(m_engine.query("SELECT 1", "session_id=short&session_timeout=1").status, 200);
        QCOMPARE(m_engine.query("SELECT 1", "session_id=short&session_check=1&session_timeout=1").status, 200);
        // Each look would keep it alive.
        QTest::qWait(1200);
        QCOMPARE(m_engine.query("SELECT 1", "session_id=short&session_check=1").status, 404);
        QCOMPARE(m_engine.query("SELECT 1", "session_id=closed&close_session=1").status, 200);
        QCOMPARE(m_engine.query("SELECT 1", "session_id=closed&session_check=1").status, 404);
        for (const QByteArray timeout : {"0", "x", "3601"})
            QCOMPARE(m_engine.query("SELECT 1", "session_id=s&session_timeout=" + timeout)
                         .headers.value("x-clickhouse-exception-code"),
                     QByteArray("374"));
    }

    void onlyTellsWhatKillWouldEnd()
    {
        QTcpSocket socket;
        m_engine.connectSocket(socket);
        socket.write(m_engine.head("POST", "/?query_id=tested", lengthOf(endless)) + endless);
        QTRY_COMPARE(m_engine.value(running("tested")), QByteArray("1"));
        QVERIFY(m_engine.query("KILL QUERY WHERE query_id = 'tested' TEST").body.contains("tested"));
        QCOMPARE(m_engine.value("SELECT is_cancelled FROM system.processes WHERE Settings['log_comment'] = 'tested'"),
                 QByteArray("0"));
    }

    void killsForAnotherWhatNobodyReads_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("rows of text") << endless;
        QTest::newRow("wide rows") << QByteArray(
            "SELECT repeat('x', 1000000) FROM numbers(1000000000000) SETTINGS max_block_size = 10");
    }
    void killsForAnotherWhatNobodyReads()
    {
        QFETCH(QByteArray, sql);
        QTcpSocket socket;
        socket.setReadBufferSize(64 << 10);
        m_engine.connectSocket(socket);
        socket.write(m_engine.head("POST", "/?query_id=unread", lengthOf(sql)) + sql);
        QVERIFY(socket.waitForReadyRead());
        waitForStandstill("unread");
        QVERIFY(m_engine.query("KILL QUERY WHERE query_id = 'unread' SYNC").body.contains("unread"));
        QTRY_COMPARE_WITH_TIMEOUT(m_engine.value(running("unread")), QByteArray("0"), 3000);
        QCOMPARE(m_engine.query("SELECT 1", "query_id=unread").status, 200);
        // Whoever reads on sees the rows that were there, and why there are no more.
        socket.setReadBufferSize(0);
        const HttpAnswer answer = EngineProcess::readAnswer(socket);
        QVERIFY(answer.complete);
        QVERIFY2(answer.body.last(500).contains("Code: 394. DB::Exception"), answer.body.last(500).constData());
        QVERIFY(answer.body.endsWith(answer.headers.value("x-clickhouse-exception-tag") + "\r\n__exception__\r\n"));
    }

    void killsForAnotherWhatNobodySends()
    {
        m_engine.value("CREATE TABLE unsent (a UInt64) ENGINE = MergeTree ORDER BY a");
        QTcpSocket socket;
        m_engine.connectSocket(socket);
        socket.write(m_engine.head("POST", "/?query_id=unsent&query=INSERT%20INTO%20unsent%20FORMAT%20TSV",
                                   "Content-Length: 10000\r\n") +
                     "1\n2\n");
        QTRY_COMPARE(m_engine.value(running("unsent")), QByteArray("1"));
        QVERIFY(m_engine.query("KILL QUERY WHERE query_id = 'unsent'").body.contains("unsent"));
        QTRY_COMPARE_WITH_TIMEOUT(m_engine.value(running("unsent")), QByteArray("0"), 3000);
        socket.write(QByteArray(9996, '\n'));
        QCOMPARE(EngineProcess::readAnswer(socket).headers.value("x-clickhouse-exception-code"), QByteArray("394"));
        QCOMPARE(m_engine.value("SELECT count() FROM unsent"), QByteArray("0"));
    }

    void refusesTooManyConnections()
    {
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 300; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            m_engine.connectSocket(*sockets.back());
        }
        QCOMPARE(EngineProcess::readAnswer(*sockets.back()).status, 503);
        sockets.clear();
        QTRY_COMPARE(m_engine.query("SELECT 1").body, QByteArray("1\n"));
    }

private:
    static QByteArray running(const QByteArray &id)
    {
        return "SELECT count() FROM system.processes WHERE Settings['log_comment'] = '" + id + "'";
    }

    /// Until the engine waits for its client: what it has read grows no more.
    void waitForStandstill(const QByteArray &id)
    {
        const QByteArray progress =
            "SELECT read_rows FROM system.processes WHERE Settings['log_comment'] = '" + id + "'";
        QByteArray rows, last;
        QTRY_VERIFY_WITH_TIMEOUT(
            (last = rows, rows = m_engine.value(progress), QTest::qWait(250), !rows.isEmpty() && rows == last), 10000);
    }

    QTemporaryDir m_folder;
    EngineProcess m_engine;
};

QTEST_GUILESS_MAIN(EngineHttpTest)
#include "tst_enginehttp.moc"
