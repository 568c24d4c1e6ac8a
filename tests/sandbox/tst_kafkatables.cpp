// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/enginefixture.h"

#include "sandbox/broker/sampletopics.h"

#include <QTest>

#include <csignal>
#include <future>

namespace {

const std::string topic1 = R"({"name": "topic1"})";
const std::string bothTopics = R"({"name": "topic1"}, {"name": "topic2"})";
const std::string events = guideTable("events", topic1, "g1");
const std::string connector = "`service_kafka-demo`.";
/// A group's first member waits three seconds in the mock cluster.
constexpr int patience = 20000;

std::string list(const std::string &tables)
{
    return '[' + tables + ']';
}

} // namespace

class TestKafkaTables : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_sandbox = std::make_unique<EngineFixture>(); }
    void cleanup() { m_sandbox.reset(); }

    void makesAnEmptyDatabase();
    void consumesForGood();
    void fillsADestinationThroughAView();
    void writesBackToTheTopic();
    void refusesToWriteToTwoTopics();
    void leavesUnchangedTablesAlone();
    void keepsAViewOverAChange();
    void dropsWhatAViewReads();
    void changesNothingWhenRefused_data();
    void changesNothingWhenRefused();
    void quotesAnyName();
    void readsTheSampleTopics_data();
    void readsTheSampleTopics();
    void survivesAKill();
    void answersAQueryThatDiesWithTheEngine();
    void goesOnAfterARestart();
    void dropsTheIntegration();

private:
    std::unique_ptr<EngineFixture> m_sandbox;
};

void TestKafkaTables::makesAnEmptyDatabase()
{
    QCOMPARE(m_sandbox->apply("[]"), QString());
    const auto databases = m_sandbox->engine().databases();
    QVERIFY2(databases, databases ? "" : databases.error().message.c_str());
    const auto found = std::find_if(databases->begin(), databases->end(),
                                    [](const auto &database) { return database.name == EngineFixture::database; });
    QVERIFY(found != databases->end());
    QVERIFY(found->tables.empty());
}

void TestKafkaTables::consumesForGood()
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

void TestKafkaTables::fillsADestinationThroughAView()
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

void TestKafkaTables::writesBackToTheTopic()
{
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QCOMPARE(m_sandbox->rows("INSERT INTO " + connector + "events (id, name) VALUES (1, 'Michelangelo')"),
             QByteArrayList());
    QCOMPARE(m_sandbox->valuesIn("topic1"), QByteArrayList{"{\"id\":1,\"name\":\"Michelangelo\"}\n"});
}

void TestKafkaTables::refusesToWriteToTwoTopics()
{
    QCOMPARE(m_sandbox->apply(list(guideTable("events", bothTopics, "g1"))), QString());
    (void)m_sandbox->rows("INSERT INTO " + connector + "events (id, name) VALUES (1, 'Michelangelo')");
    QCOMPARE(m_sandbox->lastError().code, 48);
}

void TestKafkaTables::leavesUnchangedTablesAlone()
{
    const std::string changed = guideTable("changed", topic1, "g2");
    QCOMPARE(m_sandbox->apply(list(events + ',' + changed)), QString());
    const std::string consumer =
        "SELECT consumer_id FROM system.kafka_consumers WHERE table = 'events' AND consumer_id != ''";
    m_sandbox->produce("topic1", {R"({"id": 1, "name": "Michelangelo"})"});
    QByteArrayList seen; // gathered, because QTRY asks once more after success and each SELECT consumes
    QTRY_VERIFY_WITH_TIMEOUT(!(seen += m_sandbox->rows("SELECT * FROM " + connector + "events")).isEmpty(), patience);
    const QByteArrayList before = m_sandbox->rows(consumer);
    QCOMPARE(before.size(), 1);
    const std::string uuids =
        "SELECT name, uuid FROM system.tables WHERE database = 'service_kafka-demo' ORDER BY name";
    const QByteArrayList uuidsBefore = m_sandbox->rows(uuids);

    const std::string newColumns =
        R"({"name": "changed", "columns": [{"name": "id", "type": "Int8"}], "topics": [)" + topic1 +
        R"(], "data_format": "CSV", "group_name": "g2", "num_consumers": 2, "auto_offset_reset": "latest"})";
    QCOMPARE(m_sandbox->apply(list(newColumns + ',' + guideTable("added", topic1, "g3") + ',' + events)), QString());
    QCOMPARE(m_sandbox->rows(consumer), before);
    const QByteArrayList uuidsAfter = m_sandbox->rows(uuids);
    QCOMPARE(uuidsAfter.size(), 3);
    QCOMPARE(uuidsAfter.at(2), uuidsBefore.at(1));
    QVERIFY(uuidsAfter.at(1) != uuidsBefore.at(0));
    QCOMPARE(m_sandbox->rows("SELECT type FROM system.columns WHERE table = 'changed'"), QByteArrayList{"Int8"});

    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QCOMPARE(m_sandbox->rows(uuids), QByteArrayList{uuidsBefore.at(1)});
    QCOMPARE(m_sandbox->rows(consumer), before);
}

void TestKafkaTables::keepsAViewOverAChange()
{
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QCOMPARE(m_sandbox->rows("CREATE TABLE destination (id UInt64, name String) ENGINE = MergeTree ORDER BY id"),
             QByteArrayList());
    QCOMPARE(m_sandbox->rows("CREATE MATERIALIZED VIEW v TO destination AS SELECT * FROM " + connector + "events"),
             QByteArrayList());
    m_sandbox->produce("topic1", {R"({"id": 1, "name": "Michelangelo"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->count("SELECT count() FROM destination"), 1, patience);

    QCOMPARE(m_sandbox->apply(list(guideTable("events", topic1, "g1", R"(, "num_consumers": 2)"))), QString());
    m_sandbox->produce("topic1", {R"({"id": 2, "name": "Leonardo"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->rows("SELECT * FROM destination ORDER BY id"),
                              QByteArrayList({"1|Michelangelo", "2|Leonardo"}), patience);
}

void TestKafkaTables::dropsWhatAViewReads()
{
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QCOMPARE(m_sandbox->rows("CREATE MATERIALIZED VIEW v ENGINE = MergeTree ORDER BY id AS SELECT * FROM " + connector +
                             "events"),
             QByteArrayList());
    QCOMPARE(m_sandbox->apply("[]"), QString());
    QCOMPARE(m_sandbox->rows("SELECT name FROM system.tables WHERE database = 'service_kafka-demo'"), QByteArrayList());
    QCOMPARE(m_sandbox->rows("SELECT * FROM v"), QByteArrayList());
}

void TestKafkaTables::changesNothingWhenRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("path");
    const QString type = QStringLiteral("tables[1].columns[1].type");
    const auto column = [](const char *text) {
        return QStringLiteral(R"([{"name": "a", "type": "UInt8"}, {"name": "b", "type": "%1"}])")
            .arg(QLatin1String(text));
    };
    QTest::newRow("unknown type") << "columns" << column("Strong") << type;
    QTest::newRow("default") << "columns" << column("UInt8 DEFAULT 1") << type;
    QTest::newRow("two columns") << "columns" << column("UInt8, c UInt8") << type;
    QTest::newRow("end of list") << "columns" << column("UInt8) ENGINE = Memory --") << type;
    QTest::newRow("empty type") << "columns" << column("") << type;
    QTest::newRow("open comment") << "columns" << column("UInt8 /*") << type;
    QTest::newRow("same column") << "columns"
                                 << R"([{"name": "a", "type": "UInt8"}, {"name": "a", "type": "UInt8"}])"
                                 << "tables[1].columns[1].name";
    QTest::newRow("no columns") << "columns"
                                << "[]"
                                << "tables[1].columns";
    QTest::newRow("no topics") << "topics"
                               << "[]"
                               << "tables[1].topics";
    QTest::newRow("same table") << "name"
                                << R"("events")"
                                << "tables[1].name";
    QTest::newRow("registry") << "data_format"
                              << R"("AvroConfluent")"
                              << "tables[1].data_format";
    QTest::newRow("dead letters") << "handle_error_mode"
                                  << R"("dead_letter_queue")"
                                  << "tables[1].handle_error_mode";
    QTest::newRow("refused by ClickHouse") << "num_consumers"
                                           << "64"
                                           << "tables[1]";
}

void TestKafkaTables::changesNothingWhenRefused()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QFETCH(const QString, path);
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    const std::string state = "SELECT name, uuid FROM system.tables WHERE database = 'service_kafka-demo'";
    const QByteArrayList before = m_sandbox->rows(state);

    Core::Json tables =
        Core::Json::parse(list(guideTable("events", bothTopics, "g1") + ',' + guideTable("other", topic1, "g2")));
    tables[1][key.toStdString()] = Core::Json::parse(value.toStdString());
    const QString refusal = m_sandbox->apply(tables.dump());
    QCOMPARE(QString::fromStdString(m_sandbox->lastError().path), path);
    QVERIFY(!refusal.isEmpty());
    QCOMPARE(m_sandbox->rows(state), before);
}

void TestKafkaTables::quotesAnyName()
{
    const std::vector<std::string> names{"with-dash",
                                         "with `backtick`",
                                         "it's \"quoted\"",
                                         "back\\slash\\",
                                         "tab\there",
                                         "täble 表",
                                         "a.b",
                                         "--",
                                         "; DROP DATABASE default",
                                         "{x:String}",
                                         "%41"};
    Core::Json tables = Core::Json::array();
    for (const std::string &name : names)
        tables.push_back({{"name", name},
                          {"columns", {{{"name", name}, {"type", "Enum8('it\\'s' = 1)"}}}},
                          {"topics", {{{"name", "topic1"}}}},
                          {"data_format", "JSONEachRow"},
                          {"group_name", "g"}});
    QCOMPARE(m_sandbox->apply(tables.dump()), QString());
    const auto found =
        m_sandbox->engine().query("system", "SELECT c.table, c.name FROM system.columns AS c WHERE database = "
                                            "'service_kafka-demo' ORDER BY table");
    QVERIFY(found);
    QCOMPARE(found->data.size(), names.size());
    for (const Core::Json &row : found->data) {
        QVERIFY(std::find(names.begin(), names.end(), row[0].get<std::string>()) != names.end());
        QVERIFY(row[0] == row[1]);
    }
    QCOMPARE(m_sandbox->apply("[]"), QString());
    QCOMPARE(m_sandbox->count("SELECT count() FROM system.tables WHERE database = 'service_kafka-demo'"), 0);
}

void TestKafkaTables::readsTheSampleTopics_data()
{
    QTest::addColumn<int>("sample");
    for (std::size_t i = 0; i < Sandbox::sampleTopics().size(); ++i)
        QTest::newRow(Sandbox::sampleTopics()[i].name.c_str()) << static_cast<int>(i);
}

/// The columns that a topic's description names fit its messages.
void TestKafkaTables::readsTheSampleTopics()
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
    QCOMPARE(m_sandbox->apply(list(table.dump())), QString());
    QByteArrayList seen;
    QTRY_VERIFY_WITH_TIMEOUT(
        (seen += m_sandbox->rows("SELECT * FROM " + connector + "sample")).size() >= topic.seedCount, patience);
    QCOMPARE(seen.at(0).count('|'), static_cast<int>(columns.size()) - 1);
}

void TestKafkaTables::survivesAKill()
{
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QCOMPARE(m_sandbox->rows("CREATE MATERIALIZED VIEW v ENGINE = MergeTree ORDER BY id AS SELECT * FROM " + connector +
                             "events"),
             QByteArrayList());
    m_sandbox->produce("topic1", {R"({"id": 1, "name": "Michelangelo"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->count("SELECT count() FROM v"), 1, patience);
    const int port = m_sandbox->engine().httpPort().value();

    const int pid = m_sandbox->enginePid();
    QVERIFY(pid > 0);
    QCOMPARE(::kill(pid, SIGKILL), 0);
    QTRY_VERIFY(!m_sandbox->engine().isReady());
    m_sandbox->produce("topic1", {R"({"id": 2, "name": "Leonardo"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->rows("SELECT * FROM v ORDER BY id"),
                              QByteArrayList({"1|Michelangelo", "2|Leonardo"}), patience);
    QCOMPARE(m_sandbox->engine().httpPort().value(), port);
    QVERIFY(m_sandbox->enginePid() != pid);
}

void TestKafkaTables::answersAQueryThatDiesWithTheEngine()
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
    QCOMPARE(m_sandbox->count("SELECT 1"), 1);
}

void TestKafkaTables::goesOnAfterARestart()
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

void TestKafkaTables::dropsTheIntegration()
{
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QVERIFY(m_sandbox->engine().dropIntegration(EngineFixture::database));
    QCOMPARE(m_sandbox->count("SELECT count() FROM system.databases WHERE name = 'service_kafka-demo'"), 0);
    QCOMPARE(m_sandbox->count("SELECT count() FROM system.named_collections"), 0);
    QVERIFY(m_sandbox->engine().dropIntegration(EngineFixture::database));
}

QTEST_GUILESS_MAIN(TestKafkaTables)
#include "tst_kafkatables.moc"
