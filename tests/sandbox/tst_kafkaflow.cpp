// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/enginefixture.h"

#include "sandbox/broker/sampletopics.h"

#include <QTest>

#include <csignal>

/// From topics into tables and back.
class TestKafkaFlow : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_sandbox = std::make_unique<EngineFixture>(); }
    void cleanup() { m_sandbox.reset(); }

    void K33_K34_consumesForGood();
    void K35_K38_fillsADestinationThroughAView();
    void K40_writesBackToTheTopic();
    void K41_refusesToWriteToTwoTopics();
    void keepsAViewOverAChange();
    void readsTheSampleTopics_data();
    void readsTheSampleTopics();
    void survivesAKill();
    void goesOnAfterARestart();

private:
    std::unique_ptr<EngineFixture> m_sandbox;
};

void TestKafkaFlow::K33_K34_consumesForGood()
{
    m_sandbox->produce("topic1", {R"({"id": 1, "name": "Michelangelo"})", R"({"id": 2, "name": "Leonardo"})"});
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    const std::string select = "SELECT * FROM " + connector + "events ORDER BY id";
    QByteArrayList seen;
    QTRY_VERIFY_WITH_TIMEOUT((seen += m_sandbox->rows(select)).size() >= 2, patience);
    QCOMPARE(seen, QByteArrayList({"1|Michelangelo", "2|Leonardo"}));
    QCOMPARE(m_sandbox->rows(select), QByteArrayList());

    const auto partitions = m_sandbox->broker().partitions("topic1");
    QCOMPARE(partitions->at(0).groups.size(), std::size_t(1));
    QCOMPARE(partitions->at(0).groups.at(0).group, std::string("g1"));
    QCOMPARE(partitions->at(0).groups.at(0).offset, 2);

    // A view that is attached later gets what comes later, and nothing of what was read.
    QCOMPARE(m_sandbox->rows("CREATE TABLE destination (id UInt64, name String) ENGINE = MergeTree ORDER BY id"),
             QByteArrayList());
    QCOMPARE(m_sandbox->rows("CREATE MATERIALIZED VIEW v TO destination AS SELECT * FROM " + connector + "events"),
             QByteArrayList());
    m_sandbox->produce("topic1", {R"({"id": 3, "name": "Donatello"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->rows("SELECT * FROM destination"), QByteArrayList{"3|Donatello"}, patience);
}

void TestKafkaFlow::K35_K38_fillsADestinationThroughAView()
{
    QCOMPARE(m_sandbox->apply(list(guideTable("events", bothTopics, "g1"))), QString());
    QCOMPARE(
        m_sandbox->rows("CREATE TABLE destination (id UInt64, name String) ENGINE = ReplicatedMergeTree() ORDER BY id"),
        QByteArrayList());
    QCOMPARE(m_sandbox->rows("CREATE MATERIALIZED VIEW materialised_view TO destination AS SELECT * FROM " + connector +
                             "events"),
             QByteArrayList());
    m_sandbox->produce("topic1", {R"({"id": 1, "name": "Michelangelo"})"});
    m_sandbox->produce("topic2", {R"({"id": 2, "name": "Leonardo"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->rows("SELECT * FROM destination ORDER BY id"),
                              QByteArrayList({"1|Michelangelo", "2|Leonardo"}), patience);
}

void TestKafkaFlow::K40_writesBackToTheTopic()
{
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QCOMPARE(m_sandbox->rows("INSERT INTO " + connector + "events (id, name) VALUES (1, 'Michelangelo')"),
             QByteArrayList());
    QCOMPARE(m_sandbox->valuesIn("topic1"), QByteArrayList{"{\"id\":1,\"name\":\"Michelangelo\"}\n"});
}

void TestKafkaFlow::K41_refusesToWriteToTwoTopics()
{
    QCOMPARE(m_sandbox->apply(list(guideTable("events", bothTopics, "g1"))), QString());
    (void)m_sandbox->rows("INSERT INTO " + connector + "events (id, name) VALUES (1, 'Michelangelo')");
    QCOMPARE(m_sandbox->lastError().code, 48);
}

void TestKafkaFlow::keepsAViewOverAChange()
{
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QCOMPARE(m_sandbox->rows("CREATE TABLE destination (id UInt64, name String) ENGINE = MergeTree ORDER BY id"),
             QByteArrayList());
    QCOMPARE(m_sandbox->rows("CREATE MATERIALIZED VIEW v TO destination AS SELECT * FROM " + connector + "events"),
             QByteArrayList());
    m_sandbox->produce("topic1", {R"({"id": 1, "name": "Michelangelo"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->count("SELECT count() FROM destination"), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->committed("g1"), 1,
                              patience); // else the new table would read the message again

    QCOMPARE(m_sandbox->apply(list(guideTable("events", topic1, "g1", R"(, "num_consumers": 2)"))), QString());
    m_sandbox->produce("topic1", {R"({"id": 2, "name": "Leonardo"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->rows("SELECT * FROM destination ORDER BY id"),
                              QByteArrayList({"1|Michelangelo", "2|Leonardo"}), patience);
}

void TestKafkaFlow::readsTheSampleTopics_data()
{
    QTest::addColumn<int>("sample");
    for (std::size_t i = 0; i < Sandbox::sampleTopics().size(); ++i)
        QTest::newRow(Sandbox::sampleTopics()[i].name.c_str()) << static_cast<int>(i);
}

void TestKafkaFlow::readsTheSampleTopics()
{
    QFETCH(const int, sample);
    const Sandbox::SampleTopic &topic = Sandbox::sampleTopics()[static_cast<std::size_t>(sample)];
    (void)m_sandbox->broker().createTopic(topic.name, topic.partitions);
    m_sandbox->broker().startSamples(Sandbox::KafkaBroker::Seed::Yes);
    Core::Json columns = Core::Json::array();
    for (const QByteArray &column : QByteArray::fromStdString(topic.columns).split(',')) {
        const QByteArray text = column.trimmed();
        const auto space = text.indexOf(' ');
        columns.push_back({{"name", text.left(space).toStdString()}, {"type", text.mid(space + 1).toStdString()}});
    }
    Core::Json table = Core::Json::parse(guideTable("sample", R"({"name": ")" + topic.name + R"("})", "g1"));
    table["columns"] = columns;
    table["data_format"] = topic.format;
    table["skip_broken_messages"] = 100; // one topic has some
    QCOMPARE(m_sandbox->apply(list(table.dump())), QString());
    QByteArrayList seen;
    QTRY_VERIFY_WITH_TIMEOUT(
        (seen += m_sandbox->rows("SELECT * FROM " + connector + "sample")).size() >= topic.seedCount - 1, patience);
    QCOMPARE(seen.at(0).count('|'), static_cast<int>(columns.size()) - 1);
}

void TestKafkaFlow::survivesAKill()
{
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QCOMPARE(m_sandbox->rows("CREATE MATERIALIZED VIEW v ENGINE = MergeTree ORDER BY id AS SELECT * FROM " + connector +
                             "events"),
             QByteArrayList());
    m_sandbox->produce("topic1", {R"({"id": 1, "name": "Michelangelo"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->count("SELECT count() FROM v"), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->committed("g1"), 1, patience);
    const int port = m_sandbox->engine().httpPort().value();

    const int pid = m_sandbox->enginePid();
    QVERIFY(pid > 0);
    QCOMPARE(::kill(pid, SIGKILL), 0);
    m_sandbox->produce("topic1", {R"({"id": 2, "name": "Leonardo"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->rows("SELECT * FROM v ORDER BY id"),
                              QByteArrayList({"1|Michelangelo", "2|Leonardo"}), patience);
    QCOMPARE(m_sandbox->engine().httpPort().value(), port);
    QVERIFY(m_sandbox->enginePid() != pid);
}

void TestKafkaFlow::goesOnAfterARestart()
{
    QCOMPARE(m_sandbox->apply(list(events + ',' + guideTable("dropped", topic1, "g2"))), QString());
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QCOMPARE(m_sandbox->rows("CREATE MATERIALIZED VIEW v ENGINE = MergeTree ORDER BY id AS SELECT * FROM " + connector +
                             "events"),
             QByteArrayList());
    m_sandbox->produce("topic1", {R"({"id": 1, "name": "Michelangelo"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->count("SELECT count() FROM v"), 1, patience);

    m_sandbox->stop();
    m_sandbox->start();
    m_sandbox->produce("topic1", {R"({"id": 2, "name": "Leonardo"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->rows("SELECT * FROM v ORDER BY id"),
                              QByteArrayList({"1|Michelangelo", "2|Leonardo"}), patience);
    // The configuration can still be changed, and the broker knows the group again.
    QCOMPARE(m_sandbox->apply(list(guideTable("events", bothTopics, "g1"))), QString());
    QCOMPARE(m_sandbox->broker().partitions("topic1")->at(0).groups.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestKafkaFlow)
#include "tst_kafkaflow.moc"
