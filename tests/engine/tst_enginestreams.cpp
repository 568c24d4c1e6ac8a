// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows on their way through headgate-engine, in both directions: complete, held back by a slow client, cut,
// failed half-way.

#include "engine/engineprocess.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray endless = "SELECT number, repeat('x', 100) FROM numbers(1000000000000)";

qint64 residentKilobytes(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.sliced(text.indexOf("VmRSS:") + 6).trimmed().split(' ').first().toLongLong();
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

class EngineStreamsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString problem = m_engine.start(m_folder.path());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void streamsEveryRowOnce()
    {
        QCryptographicHash expected(QCryptographicHash::Sha256);
        expected.addData(QByteArray("number\ts\nUInt64\tString\n"));
        for (int i = 0; i < 1'000'000; ++i)
            expected.addData(QByteArray::number(i) + "\tr" + QByteArray::number(i) + '\n');
        const HttpAnswer answer =
            m_engine.query("SELECT number, concat('r', toString(number)) AS s FROM numbers(1000000) "
                           "ORDER BY number FORMAT TabSeparatedWithNamesAndTypes");
        QVERIFY(answer.complete);
        QCOMPARE(QCryptographicHash::hash(answer.body, QCryptographicHash::Sha256), expected.result());
    }

    void closesDocumentsThatAreStreamed()
    {
        const HttpAnswer answer = m_engine.query("SELECT number FROM numbers(300000) FORMAT JSON");
        QVERIFY(answer.body.startsWith("{\n\t\"meta\""));
        QCOMPARE(answer.body.count("\"meta\""), 1);
        QVERIFY(answer.body.contains("\"rows\": 300000"));
    }

    void tellsAnErrorHalfWay()
    {
        const HttpAnswer answer = m_engine.query("SELECT throwIf(number = 3000000) FROM numbers(4000000)");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.complete);
        const QByteArray tag = answer.headers.value("x-clickhouse-exception-tag");
        QCOMPARE(tag.size(), 16);
        const qsizetype begin = answer.body.indexOf("\r\n__exception__\r\n" + tag + "\r\n");
        QVERIFY(begin > 0);
        const QByteArray tail = answer.body.sliced(begin + 19 + tag.size());
        QVERIFY2(tail.startsWith("Code: 395. DB::Exception: "), tail.constData());
        const qsizetype lineEnd = tail.indexOf('\n') + 1;
        QCOMPARE(tail.sliced(lineEnd), QByteArray::number(lineEnd) + ' ' + tag + "\r\n__exception__\r\n");
    }

    void givesAnEarlyErrorItsOwnStatus()
    {
        const HttpAnswer answer = m_engine.query("SELECT throwIf(number = 3) FROM numbers(10) FORMAT JSON");
        QCOMPARE(answer.status, 500);
        QCOMPARE(answer.headers.value("x-clickhouse-exception-code"), QByteArray("395"));
    }

    void waitsForTheEndWhenAsked()
    {
        const HttpAnswer answer =
            m_engine.query("SELECT throwIf(number = 3000000) FROM numbers(4000000)", "wait_end_of_query=1");
        QCOMPARE(answer.status, 500);
    }

    void stopsWithinASecondWhenKilled()
    {
        QTcpSocket socket;
        m_engine.connectSocket(socket);
        const QByteArray sql = "SELECT count() FROM numbers(1000000000000) WHERE NOT ignore(sipHash64(number))";
        socket.write(m_engine.head("POST", "/?query_id=it%27s%20mine",
                                   "Content-Length: " + QByteArray::number(sql.size()) + "\r\n") +
                     sql);
        QVERIFY(socket.waitForBytesWritten());
        const QByteArray running = "SELECT count() FROM system.processes WHERE Settings['log_comment'] = 'it\\'s mine'";
        QTRY_COMPARE(m_engine.value(running), QByteArray("1"));
        QCOMPARE(m_engine.query("SELECT 1", "query_id=it%27s%20mine").headers.value("x-clickhouse-exception-code"),
                 QByteArray("216"));
        QElapsedTimer clock;
        clock.start();
        const HttpAnswer kill = m_engine.query("KILL QUERY WHERE query_id = 'it\\'s mine' SYNC FORMAT CSV");
        QVERIFY2(kill.body.startsWith("\"waiting\",\"it's mine\","), kill.body.constData());
        const HttpAnswer answer = EngineProcess::readAnswer(socket);
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(answer.headers.value("x-clickhouse-exception-code"), QByteArray("394"));
        QVERIFY(m_engine.query("KILL QUERY WHERE query_id = 'it\\'s mine'").body.isEmpty());
    }

    void stopsWhenTheClientGoesAway_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("while rows come") << endless;
        QTest::newRow("before the first row")
            << QByteArray("SELECT max(sipHash64(number)) FROM numbers(1000000000000)");
    }
    void stopsWhenTheClientGoesAway()
    {
        QFETCH(QByteArray, sql);
        const QByteArray running = "SELECT count() FROM system.processes WHERE Settings['log_comment'] = 'left'";
        {
            QTcpSocket socket;
            m_engine.connectSocket(socket);
            socket.write(
                m_engine.head("POST", "/?query_id=left", "Content-Length: " + QByteArray::number(sql.size()) + "\r\n") +
                sql);
            QTRY_COMPARE(m_engine.value(running), QByteArray("1"));
            socket.abort();
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_engine.value(running), QByteArray("0"), 2000);
    }

    void holdsTheEngineBackForASlowClient()
    {
        m_engine.value("SELECT count() FROM numbers(1000)");
        const qint64 before = residentKilobytes(m_engine.processId());
        QTcpSocket socket;
        socket.setReadBufferSize(64 << 10);
        m_engine.connectSocket(socket);
        socket.write(
            m_engine.head("POST", "/?query_id=slow", "Content-Length: " + QByteArray::number(endless.size()) + "\r\n") +
            endless);
        QVERIFY(socket.waitForReadyRead());
        // What is read grows to a standstill: the engine waits for this client.
        const QByteArray progress = "SELECT read_rows FROM system.processes WHERE Settings['log_comment'] = 'slow'";
        QByteArray rows, last;
        QTRY_VERIFY_WITH_TIMEOUT(
            (last = rows, rows = m_engine.value(progress), QTest::qWait(250), !rows.isEmpty() && rows == last), 10000);
        const qint64 growth = residentKilobytes(m_engine.processId()) - before;
        QVERIFY2(growth < 100'000, qPrintable(QString::number(growth)));
        socket.abort();
    }

    void insertsWhatComesInChunks()
    {
        m_engine.value("CREATE TABLE chunks (a UInt64, s String) ENGINE = MergeTree ORDER BY a");
        QTcpSocket socket;
        m_engine.connectSocket(socket);
        socket.write(m_engine.head("POST", "/?query=INSERT%20INTO%20chunks%20FORMAT%20JSONEachRow",
                                   "Transfer-Encoding: chunked\r\n"));
        for (int i = 0; i < 100'000; ++i) {
            // Chunks end in the middle of rows.
            socket.write(chunk("{\"a\":" + QByteArray::number(i)));
            socket.write(chunk(",\"s\":\"line\\n\"}\n"));
            if (i % 1000 == 0)
                QVERIFY(socket.waitForBytesWritten());
        }
        socket.write("0\r\n\r\n");
        const HttpAnswer answer = EngineProcess::readAnswer(socket);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.headers.value("x-clickhouse-summary").contains("\"written_rows\":\"100000\""));
        QCOMPARE(m_engine.value("SELECT count(), sum(a), min(length(s)) FROM chunks"),
                 QByteArray("100000\t4999950000\t5"));
    }

    void insertsRowsInEveryPlace_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("values") << QByteArray()
                                << QByteArray("INSERT INTO places VALUES (1, 'a;b'), (2, concat('x', 'y'));")
                                << QByteArray("1 a;b,2 xy");
        QTest::newRow("columns") << QByteArray() << QByteArray("INSERT INTO places (s, a) VALUES ('q', 3)")
                                 << QByteArray("3 q");
        QTest::newRow("in the url") << QByteArray("query=INSERT%20INTO%20places%20VALUES%20(4,'u')") << QByteArray()
                                    << QByteArray("4 u");
        QTest::newRow("both") << QByteArray("query=INSERT%20INTO%20places%20VALUES") << QByteArray("(5,'b')")
                              << QByteArray("5 b");
        QTest::newRow("format in body") << QByteArray() << QByteArray("INSERT INTO places FORMAT TSV\n6\tt\n7\tu\n")
                                        << QByteArray("6 t,7 u");
        QTest::newRow("settings") << QByteArray()
                                  << QByteArray("INSERT INTO places SETTINGS max_threads=1 FORMAT CSV\n8,\"v\"\n")
                                  << QByteArray("8 v");
        QTest::newRow("select") << QByteArray() << QByteArray("INSERT INTO places SELECT 9, 'FORMAT x'")
                                << QByteArray("9 FORMAT x");
        QTest::newRow("no rows") << QByteArray("query=INSERT%20INTO%20places%20FORMAT%20TSV") << QByteArray()
                                 << QByteArray();
        QTest::newRow("parameter") << QByteArray("param_p=10") << QByteArray("INSERT INTO places SELECT {p:UInt8}, 'p'")
                                   << QByteArray("10 p");
    }
    void insertsRowsInEveryPlace()
    {
        QFETCH(QByteArray, parameters);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, expected);
        m_engine.value("CREATE OR REPLACE TABLE places (a UInt64, s String) ENGINE = MergeTree ORDER BY a");
        const HttpAnswer answer = m_engine.query(body, parameters);
        QCOMPARE(answer.body, QByteArray());
        QCOMPARE(answer.status, 200);
        QCOMPARE(m_engine.value("SELECT arrayStringConcat(groupArray(concat(toString(a), ' ', s)), ',') FROM "
                                "(SELECT * FROM places ORDER BY a)"),
                 expected);
    }

    void staysInStepAfterABadInsert()
    {
        m_engine.value("CREATE TABLE IF NOT EXISTS bad (a UInt64) ENGINE = MergeTree ORDER BY a");
        QTcpSocket socket;
        m_engine.connectSocket(socket);
        const QByteArray rows = "1\nnot a number\n" + QByteArray("2\n").repeated(2'000'000);
        socket.write(m_engine.head("POST", "/?query=INSERT%20INTO%20bad%20FORMAT%20TSV",
                                   "Content-Length: " + QByteArray::number(rows.size()) + "\r\n") +
                     rows);
        const HttpAnswer answer = EngineProcess::readAnswer(socket);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.headers.value("x-clickhouse-exception-code"), QByteArray("27"));
        socket.write(m_engine.head("POST", "/", "Content-Length: 26\r\n") + "SELECT count() FROM bad   ");
        QCOMPARE(EngineProcess::readAnswer(socket).body, QByteArray("0\n"));
    }

    void keepsNothingOfABrokenInsert_data()
    {
        QTest::addColumn<QByteArray>("length");
        QTest::addColumn<QByteArray>("body");
        const QByteArray rows = QByteArray("1\n").repeated(100'000);
        QTest::newRow("length") << QByteArray("Content-Length: 10000000\r\n") << rows;
        QTest::newRow("chunks") << QByteArray("Transfer-Encoding: chunked\r\n") << chunk(rows);
    }
    void keepsNothingOfABrokenInsert()
    {
        QFETCH(QByteArray, length);
        QFETCH(QByteArray, body);
        m_engine.value("CREATE OR REPLACE TABLE broken (a UInt64) ENGINE = MergeTree ORDER BY a");
        {
            QTcpSocket socket;
            m_engine.connectSocket(socket);
            socket.write(
                m_engine.head("POST", "/?query_id=broken&query=INSERT%20INTO%20broken%20FORMAT%20TSV", length) + body);
            QTRY_COMPARE(
                m_engine.value("SELECT count() FROM system.processes WHERE Settings['log_comment'] = 'broken'"),
                QByteArray("1"));
            QVERIFY(socket.bytesToWrite() == 0 || socket.waitForBytesWritten());
        }
        QTRY_COMPARE(m_engine.value("SELECT count() FROM system.processes WHERE Settings['log_comment'] = 'broken'"),
                     QByteArray("0"));
        QCOMPARE(m_engine.value("SELECT count() FROM broken"), QByteArray("0"));
    }

    void takesParametersAsAForm()
    {
        const QByteArray form = "--x\r\nContent-Disposition: form-data; name=\"query\"\r\n\r\nSELECT {p:UInt8}\r\n"
                                "--x\r\nContent-Disposition: form-data; name=\"param_p\"\r\n\r\n7\r\n--x--\r\n";
        const QByteArray fields =
            "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + QByteArray::number(form.size()) +
            "\r\n";
        QCOMPARE(m_engine.exchange(m_engine.head("POST", "/", fields) + form).body, QByteArray("7\n"));
    }

    void servesStreamsBesideEachOther()
    {
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        const QByteArray sql = "SELECT number FROM numbers(200000)";
        for (int i = 0; i < 8; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            m_engine.connectSocket(*sockets.back());
            sockets.back()->write(
                m_engine.head("POST", "/", "Content-Length: " + QByteArray::number(sql.size()) + "\r\n") + sql);
            sockets.back()->flush();
        }
        QCOMPARE(m_engine.value("SELECT 1"), QByteArray("1"));
        for (const auto &socket : sockets)
            QCOMPARE(EngineProcess::readAnswer(*socket).body.count('\n'), 200'000);
    }

    void endsWhileAStatementRuns()
    {
        QTcpSocket socket;
        m_engine.connectSocket(socket);
        socket.write(m_engine.head("POST", "/", "Content-Length: " + QByteArray::number(endless.size()) + "\r\n") +
                     endless);
        QVERIFY(socket.waitForReadyRead());
        const qint64 milliseconds = m_engine.stop();
        QVERIFY2(milliseconds >= 0 && milliseconds < 2000, qPrintable(QString::number(milliseconds)));
    }

private:
    QTemporaryDir m_folder;
    EngineProcess m_engine;
};

QTEST_GUILESS_MAIN(EngineStreamsTest)
#include "tst_enginestreams.moc"
