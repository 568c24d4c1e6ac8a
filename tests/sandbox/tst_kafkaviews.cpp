// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/enginefixture.h"

#include <QTest>

namespace {

using Core::Json;

/// The guide's table with a materialized view.
Json tableWith(const Json &view)
{
    Json table = Json::parse(guideTable("events", topic1, "g1"));
    table["materialized_view"] = view;
    return table;
}

const Json plainView{{"view_name", "v"}, {"order_by", {"id"}}};

std::string text(const Json &table)
{
    return Json::array({table}).dump();
}

} // namespace

/// "materialized_view" of a table: a view and a target table that the integration makes.
class TestKafkaViews : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_sandbox = std::make_unique<EngineFixture>(); }
    void cleanup() { m_sandbox.reset(); }

    void storesWhatArrives();
    void keepsWhatWasStored();
    void followsAChange();
    void changesNothingWhenRefused_data();
    void changesNothingWhenRefused();
    void startsByDuration();

private:
    std::unique_ptr<EngineFixture> m_sandbox;
};

void TestKafkaViews::storesWhatArrives()
{
    QCOMPARE(m_sandbox->rows("CREATE DATABASE `my data`"), QByteArrayList());
    Json table = tableWith({{"view_name", "the view"},
                            {"database_name", "my data"},
                            {"order_by", {"name", "id"}},
                            {"engine", "ReplacingMergeTree"},
                            {"engine_params", {"id"}},
                            {"ttl_column", "time"},
                            {"ttl_days", 3}});
    table["columns"].push_back({{"name", "time"}, {"type", "DateTime"}});
    QCOMPARE(m_sandbox->apply(text(table)), QString());
    const std::string time = m_sandbox->rows("SELECT toString(now())").value(0).toStdString();
    m_sandbox->produce("topic1", {R"({"id": 1, "name": "Michelangelo", "time": ")" + time + R"("})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->rows("SELECT id, name FROM `my data`.`the view_target`"),
                              QByteArrayList{"1|Michelangelo"}, patience);
    QCOMPARE(m_sandbox->rows("SELECT id FROM `my data`.`the view`"), QByteArrayList{"1"});
    const QByteArray engine =
        m_sandbox->rows("SELECT engine_full FROM system.tables WHERE name = 'the view_target'")[0];
    QVERIFY2(engine.startsWith("ReplacingMergeTree(id) ORDER BY (name, id) TTL toDateTime(time) + toIntervalDay(3)"),
             engine.constData());
}

void TestKafkaViews::keepsWhatWasStored()
{
    QCOMPARE(m_sandbox->apply(text(tableWith(plainView))), QString());
    m_sandbox->produce("topic1", {R"({"id": 1, "name": "Michelangelo"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->count("SELECT count() FROM v_target"), 1, patience);
    QVERIFY(m_sandbox->integrations().drop(m_sandbox->integration()));
    QCOMPARE(m_sandbox->count("SELECT count() FROM system.tables WHERE name = 'v'"), 0);
    QCOMPARE(m_sandbox->rows("SELECT id FROM v_target"), QByteArrayList{"1"});
}

void TestKafkaViews::followsAChange()
{
    const std::string uuids = "SELECT uuid FROM system.tables WHERE database = 'service_kafka-demo'";
    QCOMPARE(m_sandbox->apply(text(tableWith(plainView))), QString());
    const QByteArrayList before = m_sandbox->rows(uuids);
    Json table = tableWith(plainView);
    table["columns"].push_back({{"name", "time"}, {"type", "DateTime"}});

    // Another view, the same Kafka table.
    QCOMPARE(m_sandbox->apply(text(tableWith({{"view_name", "w"}, {"order_by", {"id"}}}))), QString());
    QCOMPARE(m_sandbox->rows(uuids), before);
    QCOMPARE(m_sandbox->rows("SELECT name FROM system.tables WHERE engine = 'MaterializedView'"), QByteArrayList{"w"});
    // Another Kafka table, the same target: columns that it has not are passed over.
    table["materialized_view"]["view_name"] = "w";
    QCOMPARE(m_sandbox->apply(text(table)), QString());
    QVERIFY(m_sandbox->rows(uuids) != before);
    m_sandbox->produce("topic1", {R"({"id": 1, "name": "Michelangelo", "time": "2026-01-01 00:00:00"})"});
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->rows("SELECT * FROM w_target"), QByteArrayList{"1|Michelangelo"}, patience);
}

void TestKafkaViews::changesNothingWhenRefused_data()
{
    QTest::addColumn<QByteArray>("change"); // merged into the view
    QTest::addColumn<QByteArray>("path");
    const QByteArray view = "tables[0].materialized_view";
    QTest::newRow("no such column") << QByteArray(R"({"order_by": ["id", "nothing"]})") << view + ".order_by[1]";
    QTest::newRow("no such sign") << QByteArray(R"({"engine": "CollapsingMergeTree", "engine_params": ["sign"]})")
                                  << view + ".engine_params[0]";
    QTest::newRow("no sign") << QByteArray(R"({"view_name": "w", "engine": "CollapsingMergeTree"})") << view;
    QTest::newRow("no such TTL column") << QByteArray(R"({"ttl_column": "time", "ttl_days": 1})")
                                        << view + ".ttl_column";
    QTest::newRow("days only") << QByteArray(R"({"ttl_days": 1})") << view + ".ttl_days";
    QTest::newRow("object storage") << QByteArray(R"({"ttl_column": "id", "local_disk_ttl_days": 1})")
                                    << view + ".local_disk_ttl_days";
    QTest::newRow("no such database") << QByteArray(R"({"database_name": "nothing"})") << view + ".database_name";
    QTest::newRow("integration's database")
        << QByteArray(R"({"database_name": "service_kafka-demo"})") << view + ".database_name";
    QTest::newRow("somebody's table") << QByteArray(R"({"view_name": "taken"})") << view + ".view_name";
    QTest::newRow("another order") << QByteArray(R"({"order_by": ["name"]})") << view + ".order_by";
    QTest::newRow("another engine") << QByteArray(R"({"engine": "SummingMergeTree"})") << view + ".order_by";
}

void TestKafkaViews::changesNothingWhenRefused()
{
    QFETCH(const QByteArray, change);
    QFETCH(const QByteArray, path);
    QCOMPARE(m_sandbox->rows("CREATE TABLE taken (a UInt8) ENGINE = MergeTree ORDER BY a"), QByteArrayList());
    QCOMPARE(m_sandbox->apply(text(tableWith(plainView))), QString());
    const std::string state = "SELECT database, name, uuid FROM system.tables WHERE database NOT IN ('system', "
                              "'INFORMATION_SCHEMA', 'information_schema') ORDER BY ALL";
    const QByteArrayList before = m_sandbox->rows(state);
    Json view = plainView;
    view.update(Json::parse(change.toStdString()));
    const QString refusal = m_sandbox->apply(text(tableWith(view)));
    QVERIFY(!refusal.isEmpty());
    QCOMPARE(QByteArray::fromStdString(m_sandbox->lastError().path), path);
    QCOMPARE(m_sandbox->rows(state), before);
}

void TestKafkaViews::startsByDuration()
{
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
            .count();
    constexpr std::int64_t hour = 3'600'000;
    for (const std::int64_t age : {2 * hour, hour / 4, std::int64_t(0)}) {
        Sandbox::Message message;
        message.value = R"({"id": )" + std::to_string(age) + R"(, "name": "x"})";
        message.timestampMs = now - age;
        QVERIFY(!m_sandbox->broker().produce("topic1", {message}).at(0).error);
    }
    Json table = tableWith(plainView);
    table["auto_offset_reset_by_duration_ms"] = hour;
    QCOMPARE(m_sandbox->apply(text(table)), QString());
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->rows("SELECT id FROM v_target ORDER BY id"), QByteArrayList({"0", "900000"}),
                              patience);
}

QTEST_GUILESS_MAIN(TestKafkaViews)
#include "tst_kafkaviews.moc"
