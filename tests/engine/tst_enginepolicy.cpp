// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What headgate-engine rewrites and refuses: replication, files, Kafka tables, hostile requests; and what a
// kill leaves.

#include "engine/engineprocess.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class EnginePolicyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString problem = m_engine.start(m_folder.path());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void makesReplicatedTablesPlain_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("engine");
        QTest::addColumn<QByteArray>("notice");
        const QByteArray guide = "ReplicatedMergeTree was created as MergeTree (the sandbox has one node)";
        QTest::newRow("guide") << QByteArray("CREATE TABLE r (a Int32) ENGINE = ReplicatedMergeTree() ORDER BY a")
                               << QByteArray("MergeTree ORDER BY a SETTINGS index_granularity = 8192") << guide;
        QTest::newRow("no brackets") << QByteArray("CREATE TABLE r (a Int32) ENGINE = ReplicatedMergeTree ORDER BY a")
                                     << QByteArray("MergeTree ORDER BY a SETTINGS index_granularity = 8192") << guide;
        QTest::newRow("path") << QByteArray("CREATE TABLE r (a Int32) ENGINE = "
                                            "ReplicatedMergeTree('/p/{shard}', '{replica}') ORDER BY a")
                              << QByteArray("MergeTree ORDER BY a SETTINGS index_granularity = 8192") << guide;
        QTest::newRow("arguments")
            << QByteArray("CREATE TABLE r (a Int32, v UInt8) ENGINE = ReplicatedReplacingMergeTree('/p', "
                          "'r', v) ORDER BY a")
            << QByteArray("ReplacingMergeTree(v) ORDER BY a SETTINGS index_granularity = 8192")
            << QByteArray("ReplicatedReplacingMergeTree was created as ReplacingMergeTree (the sandbox has "
                          "one node)");
        QTest::newRow("shared") << QByteArray("CREATE TABLE r (a Int32) ENGINE = SharedMergeTree ORDER BY a")
                                << QByteArray("MergeTree ORDER BY a SETTINGS index_granularity = 8192")
                                << QByteArray("SharedMergeTree was created as MergeTree (the sandbox has one node)");
        QTest::newRow("only a comment")
            << QByteArray("CREATE TABLE r (a Int32) ENGINE = MergeTree ORDER BY a COMMENT 'ENGINE = "
                          "ReplicatedMergeTree()'")
            << QByteArray("MergeTree ORDER BY a SETTINGS index_granularity = 8192") << QByteArray();
    }
    void makesReplicatedTablesPlain()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, engine);
        QFETCH(QByteArray, notice);
        m_engine.value("DROP TABLE IF EXISTS r SYNC");
        const HttpAnswer answer = m_engine.query(sql);
        QCOMPARE(answer.body, QByteArray());
        QCOMPARE(answer.headers.value("x-sandbox-notice"), notice);
        QCOMPARE(m_engine.value("SELECT engine_full FROM system.tables WHERE name = 'r'"), engine);
        QCOMPARE(m_engine.query("INSERT INTO r (a) VALUES (1)").status, 200);
    }

    void refusesWithASentence_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("outfile") << QByteArray("SELECT 1 INTO OUTFILE 'x'") << 62 << QByteArray("INTO OUTFILE");
        QTest::newRow("infile") << QByteArray("INSERT INTO t FROM INFILE 'x' FORMAT CSV") << 62 << QByteArray("infile");
        QTest::newRow("replicated database")
            << QByteArray("CREATE DATABASE d ENGINE = Replicated('/a', 'b', 'c')") << 344 << QByteArray("one node");
        QTest::newRow("cluster") << QByteArray("CREATE TABLE t ON CLUSTER c (a Int8) ENGINE = Memory") << 344
                                 << QByteArray("ON CLUSTER");
        QTest::newRow("kafka") << QByteArray("CREATE TABLE t (a Int8) ENGINE = Kafka('h:1', 't', 'g', 'CSV')") << 497
                               << QByteArray("Kafka tables are created by the service integration");
        QTest::newRow("kafka settings") << QByteArray(
                                               "CREATE TABLE t (a Int8) ENGINE Kafka SETTINGS kafka_format = 'CSV'")
                                        << 497 << QByteArray("service integration");
        QTest::newRow("copy of kafka") << QByteArray("CREATE TABLE t AS `service_k`.events") << 497
                                       << QByteArray("service integration");
        QTest::newRow("drop kafka") << QByteArray("DROP TABLE IF EXISTS `service_k`.`events` SYNC") << 497
                                    << QByteArray("service integration");
        QTest::newRow("rename kafka") << QByteArray("RENAME TABLE service_k.events TO service_k.e") << 497
                                      << QByteArray("service integration");
        QTest::newRow("truncate kafka") << QByteArray("TRUNCATE TABLE service_k.events") << 48
                                        << QByteArray("Truncate is not supported");
        QTest::newRow("collection") << QByteArray("CREATE NAMED COLLECTION c AS a = '1'") << 497
                                    << QByteArray("Named collections");
        QTest::newRow("reserved create") << QByteArray("CREATE DATABASE IF NOT EXISTS service_x") << 497
                                         << QByteArray("service_");
        QTest::newRow("reserved quoted") << QByteArray("CREATE DATABASE \"endpoint_x\"") << 497
                                         << QByteArray("endpoint_");
        QTest::newRow("reserved drop") << QByteArray("DROP DATABASE `service_k`") << 497 << QByteArray("service_");
        QTest::newRow("reserved rename") << QByteArray("RENAME DATABASE default TO service_y") << 497
                                         << QByteArray("service_");
        QTest::newRow("replace kafka") << QByteArray(
                                              "CREATE OR REPLACE TABLE service_k.events (a Int8) ENGINE = Memory")
                                       << 497 << QByteArray("service integration");
        QTest::newRow("empty all") << QByteArray("TRUNCATE ALL TABLES FROM service_k") << 497 << QByteArray("service_");
        QTest::newRow("shutdown") << QByteArray("SYSTEM SHUTDOWN") << 497 << QByteArray("its owner");
        QTest::newRow("kill") << QByteArray("/**/system /**/ kill") << 497 << QByteArray("its owner");
        QTest::newRow("suspend") << QByteArray("SYSTEM SUSPEND FOR 1 SECOND") << 497 << QByteArray("its owner");
        QTest::newRow("own file") << QByteArray("SELECT * FROM file('/etc/passwd', 'LineAsString')") << 497
                                  << QByteArray("READ ON FILE");
        QTest::newRow("file engine") << QByteArray("CREATE TABLE f (a String) ENGINE = File(CSV)") << 497
                                     << QByteArray("TABLE ENGINE ON File");
        const QByteArray collection = "NAMED COLLECTION ON `service_x`";
        QTest::newRow("collection in a function")
            << QByteArray("SELECT 1 FROM postgresql(service_x, `table` = 't')") << 497 << collection;
        QTest::newRow("collection in a subquery")
            << QByteArray("SELECT (SELECT count() FROM mySQL(`service_x`))") << 497 << collection;
        QTest::newRow("collection in an engine")
            << QByteArray("CREATE TABLE t ENGINE = PostgreSQL(service_x, `table` = 't')") << 497 << collection;
        QTest::newRow("collection in a dictionary")
            << QByteArray("CREATE DICTIONARY d (a UInt8) PRIMARY KEY a SOURCE(MYSQL(NAME 'service_x' TABLE 't')) "
                          "LAYOUT(FLAT()) LIFETIME(1)")
            << 497 << collection;
    }
    void refusesWithASentence()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        makeKafkaTable();
        const HttpAnswer answer = m_engine.query(sql);
        QCOMPARE(answer.headers.value("x-clickhouse-exception-code").toInt(), code);
        QVERIFY2(answer.body.contains(says), answer.body.constData());
    }

    void letsTheInternalUserManageKafka()
    {
        makeKafkaTable();
        QCOMPARE(m_engine.value("SELECT engine FROM system.tables WHERE name = 'several'"), QByteArray("Kafka"));
        QCOMPARE(m_engine.value("SELECT 'CREATE DATABASE service_x'"), QByteArray("CREATE DATABASE service_x"));
        const HttpAnswer view = m_engine.query("CREATE MATERIALIZED VIEW v ENGINE = ReplicatedMergeTree "
                                               "ORDER BY a AS SELECT a FROM service_k.events");
        QCOMPARE(view.body, QByteArray());
        QCOMPARE(m_engine.query("DROP VIEW v SYNC").body, QByteArray());
        const QByteArray likeIt = "CREATE TABLE like_it AS service_k.events ENGINE = ReplicatedMergeTree ORDER BY a";
        QCOMPARE(m_engine.query(likeIt).body, QByteArray());
        const HttpAnswer several = m_engine.query("INSERT INTO service_k.several VALUES (1)");
        QCOMPARE(several.headers.value("x-clickhouse-exception-code"), QByteArray("48"));
        QVERIFY2(several.body.contains("multiple topics"), several.body.constData());
        for (const QByteArray sql :
             {"DROP TABLE service_k.events SYNC", "DROP TABLE service_k.several SYNC", "DROP DATABASE service_k SYNC"})
            QCOMPARE(m_engine.queryAsInternal(sql).body, QByteArray());
    }

    void keepsSqlInItsFolder_data()
    {
        QTest::addColumn<QByteArray>("sql");
        const QByteArray outside = "/" + QByteArray("tmp") + "/headgate-outside";
        QTest::newRow("passwords") << QByteArray("SELECT * FROM file('/etc/shadow', 'LineAsString')");
        QTest::newRow("environment") << QByteArray("SELECT * FROM file('/proc/self/environ', 'LineAsString')");
        QTest::newRow("home") << "SELECT * FROM file('" + QFile::encodeName(QFile::decodeName(qgetenv("HOME"))) +
                                     "/secret', 'LineAsString')";
        QTest::newRow("writing") << "INSERT INTO FUNCTION file('" + outside + "', 'CSV', 'a Int8') SELECT 1";
    }
    void keepsSqlInItsFolder()
    {
        QFETCH(QByteArray, sql);
        QFile secret(QFile::decodeName(qgetenv("HOME")) + u"/secret"_s);
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("found\n");
        secret.close();
        const HttpAnswer answer = m_engine.query(sql);
        QVERIFY2(answer.status >= 400, answer.body.constData());
        QVERIFY(!answer.body.contains("found"));
    }

    void turnsHostileHeadsAway_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray host = "Host: 127.0.0.1:PORT\r\n",
                         user = "Authorization: Basic " + QByteArray("avnadmin:pw").toBase64() + "\r\n";
        const QByteArray post = "POST / HTTP/1.1\r\n", body = "Content-Length: 8\r\n\r\nSELECT 1";
        QTest::newRow("good") << post + host + user + body << 200;
        QTest::newRow("localhost") << post + "Host: localhost:PORT\r\n" + user + body << 200;
        QTest::newRow("other host") << post + "Host: evil.example\r\n" + user + body << 421;
        QTest::newRow("no port") << post + "Host: 127.0.0.1\r\n" + user + body << 421;
        QTest::newRow("no host") << post + user + body << 421;
        QTest::newRow("two hosts") << post + host + host + user + body << 421;
        QTest::newRow("origin") << post + host + user + "Origin: http://127.0.0.1:PORT\r\n" + body << 403;
        QTest::newRow("fetch") << post + host + user + "sec-fetch-Mode: no-cors\r\n" + body << 403;
        QTest::newRow("options") << "OPTIONS / HTTP/1.1\r\n" + host + user + "\r\n" << 403;
        QTest::newRow("two lengths") << post + host + user + "Content-Length: 8\r\n" + body << 400;
        QTest::newRow("length and chunks") << post + host + user + "Transfer-Encoding: chunked\r\n" + body << 400;
        QTest::newRow("negative length") << post + host + user + "Content-Length: -1\r\n\r\n" << 400;
        QTest::newRow("unknown compression") << post + host + user + "Content-Encoding: xz\r\n" + body << 501;
        QTest::newRow("no length") << post + host + user + "\r\n" << 411;
        QTest::newRow("put") << "PUT / HTTP/1.1\r\n" + host + user + body << 405;
        QTest::newRow("get with a body") << "GET / HTTP/1.1\r\n" + host + user + body << 400;
        QTest::newRow("long target") << "GET /?query=" + QByteArray(1'100'000, 'x') + " HTTP/1.1\r\n" + host + user +
                                            "\r\n"
                                     << 414;
        QTest::newRow("long path") << "GET /" + QByteArray(20'000, 'x') + " HTTP/1.1\r\n" + host + user + "\r\n" << 414;
        QTest::newRow("endless line") << QByteArray(200'000, 'x') << 0;
        QTest::newRow("not http") << QByteArray("\x16\x03\x01\r\n\r\n") << 400;
    }
    void turnsHostileHeadsAway()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        bytes.replace("PORT", QByteArray::number(m_engine.port()));
        QCOMPARE(m_engine.exchange(bytes).status, status);
        QCOMPARE(m_engine.value("SELECT 1"), QByteArray("1"));
    }

    void readsNoRequestInARefusedBody()
    {
        const QByteArray inner = m_engine.head("GET", "/ping", {}, {});
        const QByteArray length = "Content-Length: " + QByteArray::number(inner.size()) + "\r\n";
        QTcpSocket socket;
        m_engine.connectSocket(socket);
        socket.write(m_engine.head("POST", "/", length, "avnadmin:wrong") + inner);
        QCOMPARE(EngineProcess::readAnswer(socket).status, 403);
        QVERIFY(socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected());
        QCOMPARE(socket.readAll(), QByteArray());
    }

    void keepsWhatItAcknowledged()
    {
        m_engine.value("CREATE TABLE kept (a UInt64) ENGINE = ReplicatedMergeTree ORDER BY a");
        int acknowledged = 0;
        for (; acknowledged < 20; ++acknowledged)
            QCOMPARE(m_engine.query("INSERT INTO kept VALUES (" + QByteArray::number(acknowledged) + ")").status, 200);
        m_engine.kill();
        EngineProcess again;
        const QString problem = again.start(m_folder.path());
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QCOMPARE(again.value("SELECT count(), sum(a) FROM kept"), QByteArray("20\t190"));
        QCOMPARE(again.query("DROP TABLE kept SYNC").status, 200);
        QVERIFY(again.stop() >= 0);
    }

private:
    void makeKafkaTable()
    {
        // Creating one does not contact the broker.
        for (const QByteArray sql : {"CREATE DATABASE IF NOT EXISTS service_k",
                                     "CREATE TABLE IF NOT EXISTS service_k.events (a Int8) ENGINE = "
                                     "Kafka('127.0.0.1:1', 't', 'g', 'CSV')",
                                     "CREATE TABLE IF NOT EXISTS service_k.several (a Int8) ENGINE = "
                                     "Kafka('127.0.0.1:1', 't,u', 'g', 'CSV')"})
            QCOMPARE(m_engine.queryAsInternal(sql).body, QByteArray());
    }

    QTemporaryDir m_folder;
    EngineProcess m_engine;
};

QTEST_GUILESS_MAIN(EnginePolicyTest)
#include "tst_enginepolicy.moc"
