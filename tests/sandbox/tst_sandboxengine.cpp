// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/enginefixture.h"

#include "sandbox/clickhouse/sqltext.h"

#include <QTest>

#include <csignal>
#include <future>

/// The engine as the API's query call sees it.
class TestSandboxEngine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_sandbox = std::make_unique<EngineFixture>(); }
    void cleanupTestCase() { m_sandbox.reset(); }

    void findsTheFirstWord_data();
    void findsTheFirstWord();
    void quotesNames();
    void answersWithRows();
    void answersStatementsWithoutRows();
    void reportsErrors_data();
    void reportsErrors();
    void refusesWhatTheIntegrationOwns();
    void listsTables();
    void learnsNewPasswords();
    void answersAQueryThatDiesWithTheEngine();
    void saysWhyItIsNotAvailable();

private:
    std::unique_ptr<EngineFixture> m_sandbox;
};

void TestSandboxEngine::findsTheFirstWord_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("plain") << QByteArray("SELECT 1") << QByteArray("SELECT");
    QTest::newRow("small letters") << QByteArray("\n\t insert into t") << QByteArray("INSERT");
    QTest::newRow("comments") << QByteArray("-- one\n/* two */ # three\n WITH x") << QByteArray("WITH");
    QTest::newRow("bracket") << QByteArray("(SELECT 1)") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("open comment") << QByteArray("/* SELECT") << QByteArray();
    QTest::newRow("comment only") << QByteArray("-- SELECT") << QByteArray();
}

void TestSandboxEngine::findsTheFirstWord()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const QByteArray, word);
    QCOMPARE(QByteArray::fromStdString(Sandbox::firstWord(sql.toStdString())), word);
}

void TestSandboxEngine::quotesNames()
{
    QCOMPARE(Sandbox::quotedName("a`b\\c"), std::string("`a\\`b\\\\c`"));
    QCOMPARE(Sandbox::quotedText("it's \\"), std::string("'it\\'s \\\\'"));
    QCOMPARE(Sandbox::fileName("service_kafka-1:ä"), std::string("service_kafka%2D1%3A%C3%A4"));
    const std::string odd = "a'`\"\\\n\t%{x:String}ä";
    QCOMPARE(m_sandbox->rows("SELECT " + Sandbox::quotedText(odd) + " AS " + Sandbox::quotedName(odd)),
             QByteArrayList{QByteArray::fromStdString(odd)});
}

void TestSandboxEngine::answersWithRows()
{
    const auto answer = m_sandbox->engine().query(
        "default", "SELECT toUInt64(18446744073709551615) AS big, 7 AS small, NULL AS none, 'ä' AS text");
    QVERIFY(answer);
    QCOMPARE(answer->data.dump(), std::string(R"([["18446744073709551615",7,null,"ä"]])"));
    QCOMPARE(answer->meta.at(0).dump(), std::string(R"({"name":"big","type":"UInt64"})"));
    QVERIFY(answer->summary.at("result_rows") == 1);
    QVERIFY(answer->summary.at("elapsed_ns").is_number_integer());
}

void TestSandboxEngine::answersStatementsWithoutRows()
{
    const auto answer =
        m_sandbox->engine().query("default", "CREATE TABLE plain (id UInt64) ENGINE = MergeTree ORDER BY id");
    QVERIFY(answer);
    QVERIFY(answer->meta.empty() && answer->data.empty());
    const auto inserted = m_sandbox->engine().query("default", "INSERT INTO plain VALUES (1), (2)");
    QVERIFY(inserted);
    QVERIFY(inserted->summary.at("written_rows") == 2);
}

void TestSandboxEngine::reportsErrors_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("code");
    QTest::newRow("syntax") << QByteArray("SELEC 1") << 62;
    QTest::newRow("unknown table") << QByteArray("SELECT * FROM nothing") << 60;
    QTest::newRow("half-way") << QByteArray("SELECT throwIf(number = 1000000) FROM numbers(2000000)") << 395;
    QTest::newRow("too large") << QByteArray("SELECT number FROM numbers(100000000)") << 396;
    QTest::newRow("format") << QByteArray("SELECT 1 FORMAT CSV") << 36;
    QTest::newRow("two statements") << QByteArray("SELECT 1; SELECT 2") << 62;
}

void TestSandboxEngine::reportsErrors()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const int, code);
    const auto answer = m_sandbox->engine().query("default", sql.toStdString());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, code);
    QVERIFY(!answer.error().message.empty());
    QVERIFY(answer.error().message.back() != '\n');
}

void TestSandboxEngine::refusesWhatTheIntegrationOwns()
{
    QCOMPARE(m_sandbox->apply('[' + guideTable("events", R"({"name": "topic1"})", "g1") + ']'), QString());
    for (const std::string sql : {"DROP DATABASE `service_kafka-demo`", "DROP TABLE `service_kafka-demo`.events",
                                  "CREATE DATABASE service_mine", "CREATE NAMED COLLECTION mine AS a = 1",
                                  "CREATE TABLE mine (id UInt8) ENGINE = Kafka('127.0.0.1:1', 't', 'g', 'CSV')"}) {
        const auto answer = m_sandbox->engine().query("default", sql);
        QVERIFY2(!answer, sql.c_str());
        QCOMPARE(answer.error().code, 497);
    }
}

void TestSandboxEngine::listsTables()
{
    QCOMPARE(m_sandbox->rows("CREATE TABLE listed (id UInt64) ENGINE = MergeTree ORDER BY id"), QByteArrayList());
    QCOMPARE(m_sandbox->rows("INSERT INTO listed VALUES (1), (2), (3)"), QByteArrayList());
    const auto databases = m_sandbox->engine().databases();
    QVERIFY(databases);
    for (const Sandbox::DatabaseInfo &database : *databases) {
        for (const Sandbox::TableInfo &table : database.tables) {
            if (table.name != "listed")
                continue;
            QCOMPARE(database.name, std::string("default"));
            QCOMPARE(table.engine, std::string("MergeTree"));
            QCOMPARE(table.totalRows.value_or(-1), 3);
            QVERIFY(table.totalBytes.value_or(0) > 0);
            QCOMPARE(table.uuid.size(), std::size_t(36));
            return;
        }
    }
    QFAIL("The table is not listed.");
}

void TestSandboxEngine::learnsNewPasswords()
{
    m_sandbox->engine().setUsers({{"avnadmin", "another password"}});
    QTRY_COMPARE(m_sandbox->count("SELECT 1"), 1);
}

void TestSandboxEngine::answersAQueryThatDiesWithTheEngine()
{
    (void)m_sandbox->engine().httpPort();
    auto answer =
        std::async(std::launch::async, [this] { return m_sandbox->engine().query("default", "SELECT sleep(3)"); });
    QTRY_COMPARE(m_sandbox->count("SELECT count() FROM system.processes WHERE query LIKE '%sleep%' AND query NOT LIKE "
                                  "'%processes%'"),
                 1);
    QCOMPARE(::kill(m_sandbox->enginePid(), SIGKILL), 0);
    const auto result = answer.get();
    QVERIFY(!result);
    QVERIFY(result.error().message.starts_with("The ClickHouse engine did not answer"));
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->count("SELECT 1"), 1, 20000);
}

void TestSandboxEngine::saysWhyItIsNotAvailable()
{
    Sandbox::Engine::Options options;
    options.serviceName = "clickhouse-demo";
    options.program = "/nonexistent/headgate-engine";
    Sandbox::Engine engine(options);
    const auto port = engine.httpPort();
    QVERIFY(!port);
    QCOMPARE(port.error().code, 0);
    QVERIFY(port.error().message.find("/nonexistent/headgate-engine: No such file") != std::string::npos);
    QVERIFY(!engine.isReady());
}

QTEST_GUILESS_MAIN(TestSandboxEngine)
#include "tst_sandboxengine.moc"
