// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/consumptionguard.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ClickHouse::GuardVerdict;
using ClickHouse::KafkaTable;
using ClickHouse::StatementInfo;
using Action = ClickHouse::GuardVerdict::Action;

namespace {

/// Four connector tables of one service; "default" is the default database.
QList<KafkaTable> kafkaTables()
{
    const QString database = u"service_my-kafka"_s;
    return {
        {{database, u"events"_s}, u"g"_s, {}, {u"topic1"_s}, u"my-kafka"_s, false, {}},
        {{database, u"many"_s}, u"g"_s, {}, {u"topic1"_s, u"topic2"_s}, u"my-kafka"_s, false, {}},
        {{database, u"viewed"_s}, u"g"_s, {}, {u"topic1"_s}, u"my-kafka"_s, true, {u"default"_s, u"destination"_s}},
        {{u"service_plain"_s, u"clicks"_s}, u"h"_s, {}, {u"topic3"_s}, u"plain"_s, false, {}},
    };
}

} // namespace

class TestConsumptionGuard final : public QObject
{
    Q_OBJECT

private slots:
    void K33_K34_K41_judges_data();
    void K33_K34_K41_judges();
    void usesTheDefaultDatabase();
    void namesTheTable();
    void K39_offersBackticks_data();
    void K39_offersBackticks();
};

void TestConsumptionGuard::K33_K34_K41_judges_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<Action>("action");
    const auto allow = [](const char *name, const QString &sql) { QTest::newRow(name) << sql << Action::Allow; };
    const auto warn = [](const char *name, const QString &sql) {
        QTest::newRow(name) << sql << Action::WarnConsumption;
    };

    allow("no table", u"SELECT 1"_s);
    allow("other table", u"SELECT * FROM default.destination"_s);
    allow("same name elsewhere", u"SELECT * FROM default.events"_s);
    allow("name in a string", u"SELECT 'FROM `service_my-kafka`.events'"_s);
    allow("name in a comment", u"SELECT 1 -- FROM `service_my-kafka`.events"_s);
    allow("column of that name", u"SELECT clicks FROM system.one"_s);
    allow("show", u"SHOW TABLES FROM `service_my-kafka`"_s);
    allow("describe", u"DESCRIBE TABLE `service_my-kafka`.events"_s);
    allow("show create", u"SHOW CREATE TABLE `service_my-kafka`.events"_s);
    allow("drop", u"DROP TABLE service_plain.clicks"_s);
    allow("materialized view", u"CREATE MATERIALIZED VIEW v TO d AS SELECT * FROM `service_my-kafka`.events"_s);
    allow("view", u"CREATE OR REPLACE VIEW v AS SELECT * FROM `service_my-kafka`.events"_s);
    allow("explain", u"EXPLAIN SELECT * FROM service_plain.clicks"_s);
    allow("named query", u"WITH clicks AS (SELECT 1) SELECT * FROM clicks"_s);
    allow("extract", u"SELECT EXTRACT(DAY FROM clicks) FROM system.one"_s);
    allow("array join", u"SELECT x FROM system.one ARRAY JOIN clicks AS x"_s);
    allow("table function", u"SELECT * FROM numbers(10)"_s);
    allow("insert of values", u"INSERT INTO `service_my-kafka`.events (id) VALUES (1)"_s);
    allow("empty", u""_s);
    allow("nonsense", u")) FROM ( , ."_s);

    warn("backticks", u"SELECT * FROM `service_my-kafka`.`events` LIMIT 10"_s);
    warn("double quotes", u"SELECT * FROM \"service_my-kafka\".\"events\""_s);
    warn("escaped backtick form", u"SELECT * FROM `service_my\\-kafka`.events"_s);
    warn("lower case", u"select count() from service_plain.clicks"_s);
    warn("spaces and comments", u"SELECT * FROM /* x */ service_plain /* y */ . clicks"_s);
    warn("line break", u"SELECT *\nFROM\n  service_plain.clicks\nWHERE 1"_s);
    warn("from first", u"FROM service_plain.clicks SELECT *"_s);
    warn("join", u"SELECT * FROM a LEFT JOIN service_plain.clicks AS c ON a.id = c.id"_s);
    warn("comma", u"SELECT * FROM a, service_plain.clicks"_s);
    warn("comma behind a subquery", u"SELECT * FROM (SELECT 1) AS s, service_plain.clicks"_s);
    warn("subquery", u"SELECT * FROM (SELECT * FROM service_plain.clicks)"_s);
    warn("from first in a subquery", u"SELECT * FROM (FROM service_plain.clicks SELECT *)"_s);
    warn("scalar subquery", u"SELECT (SELECT max(id) FROM service_plain.clicks)"_s);
    warn("in subquery", u"SELECT 1 WHERE 1 IN (SELECT id FROM service_plain.clicks)"_s);
    warn("in table", u"SELECT 1 WHERE 1 IN service_plain.clicks"_s);
    warn("union", u"SELECT 1 UNION ALL SELECT id FROM service_plain.clicks"_s);
    warn("with", u"WITH x AS (SELECT * FROM service_plain.clicks) SELECT * FROM x"_s);
    warn("its own name", u"WITH clicks AS (SELECT * FROM service_plain.clicks) SELECT * FROM clicks"_s);
    warn("insert select", u"INSERT INTO default.d SELECT * FROM service_plain.clicks"_s);
    warn("insert with columns", u"INSERT INTO d (a, b) SELECT a, b FROM service_plain.clicks"_s);
    warn("create as select", u"CREATE TABLE d ENGINE = MergeTree ORDER BY id AS SELECT * FROM service_plain.clicks"_s);
    warn("populate",
         u"CREATE MATERIALIZED VIEW v ENGINE = MergeTree ORDER BY id POPULATE AS SELECT * FROM service_plain.clicks"_s);
    warn("explain with a scalar subquery", u"EXPLAIN SELECT (SELECT max(id) FROM service_plain.clicks)"_s);
    warn("parenthesized", u"(SELECT * FROM service_plain.clicks)"_s);
    warn("format", u"SELECT * FROM service_plain.clicks FORMAT JSON"_s);
    warn("settings", u"SELECT * FROM service_plain.clicks SETTINGS stream_like_engine_allow_direct_select = 1"_s);
    warn("final and sample", u"SELECT * FROM a FINAL SAMPLE 0.1, service_plain.clicks"_s);
    warn("table function with the name", u"SELECT * FROM remote('h', 'service_plain.clicks')"_s);
    warn("table function with two names", u"SELECT * FROM remote('h', service_plain, clicks)"_s);
    warn("table function with a pattern", u"SELECT * FROM merge('service_plain', '^cl')"_s);
    warn("parameter", u"SELECT * FROM {t:Identifier}"_s);
    warn("dashes without backticks", u"SELECT * FROM service_my-kafka.events"_s);

    QTest::newRow("view attached") << u"SELECT * FROM `service_my-kafka`.viewed"_s << Action::RefuseViewAttached;
    QTest::newRow("view attached, warned first")
        << u"SELECT * FROM service_plain.clicks, `service_my-kafka`.viewed"_s << Action::RefuseViewAttached;
    QTest::newRow("many topics") << u"INSERT INTO `service_my-kafka`.`many`(id, name) VALUES (1, 'x')"_s
                                 << Action::RefuseManyTopics;
    QTest::newRow("many topics, TABLE") << u"INSERT INTO TABLE `service_my-kafka`.many SELECT 1"_s
                                        << Action::RefuseManyTopics;
    QTest::newRow("many topics, FORMAT") << u"insert into `service_my-kafka`.many format JSONEachRow {\"id\":1}"_s
                                         << Action::RefuseManyTopics;
}

void TestConsumptionGuard::K33_K34_K41_judges()
{
    QFETCH(const QString, sql);
    QFETCH(const Action, action);
    QCOMPARE(ClickHouse::judge(StatementInfo::of(sql), u"default"_s, kafkaTables()).action, action);
    QCOMPARE(ClickHouse::judge(StatementInfo::of(sql), u"default"_s, {}).action, Action::Allow);
}

void TestConsumptionGuard::usesTheDefaultDatabase()
{
    const StatementInfo info = StatementInfo::of(u"SELECT * FROM clicks"_s);
    QCOMPARE(ClickHouse::judge(info, u"default"_s, kafkaTables()).action, Action::Allow);
    QCOMPARE(ClickHouse::judge(info, u"service_plain"_s, kafkaTables()).action, Action::WarnConsumption);
}

void TestConsumptionGuard::namesTheTable()
{
    const QString sql = u"SELECT * FROM service_plain.clicks"_s;
    const GuardVerdict verdict = ClickHouse::judge(StatementInfo::of(sql), u"default"_s, kafkaTables());
    QCOMPARE(verdict.table.name.table, u"clicks"_s);
    QCOMPARE(verdict.table.group, u"h"_s);
}

void TestConsumptionGuard::K39_offersBackticks_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("mended");

    QTest::newRow("database") << u"SELECT * FROM service_my-kafka.events"_s
                              << u"SELECT * FROM `service_my-kafka`.events"_s;
    QTest::newRow("both") << u"SELECT * FROM a-b.c-d-2 LIMIT 1"_s << u"SELECT * FROM `a-b`.`c-d-2` LIMIT 1"_s;
    QTest::newRow("digits") << u"SELECT * FROM kafka-1.events"_s << u"SELECT * FROM `kafka-1`.events"_s;
    QTest::newRow("insert") << u"INSERT INTO service_my-kafka.t VALUES (1)"_s
                            << u"INSERT INTO `service_my-kafka`.t VALUES (1)"_s;
    QTest::newRow("use") << u"USE service_my-kafka"_s << u"USE `service_my-kafka`"_s;
    QTest::newRow("show") << u"SHOW TABLES FROM service_my-kafka"_s << u"SHOW TABLES FROM `service_my-kafka`"_s;
    QTest::newRow("create") << u"CREATE TABLE my-table (id UInt8) ENGINE = Log"_s
                            << u"CREATE TABLE `my-table` (id UInt8) ENGINE = Log"_s;
    QTest::newRow("quoted already") << u"SELECT * FROM `a-b`.c"_s << QString();
    QTest::newRow("a difference") << u"SELECT a-b FROM t WHERE a-b > 1"_s << QString();
    QTest::newRow("in a function") << u"SELECT EXTRACT(DAY FROM a-b) FROM t"_s << QString();
}

void TestConsumptionGuard::K39_offersBackticks()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, mended);
    const StatementInfo info = StatementInfo::of(sql);
    QCOMPARE(info.unquotedDash.has_value(), !mended.isEmpty());
    if (info.unquotedDash)
        QCOMPARE(
            QString(sql).replace(info.unquotedDash->start, info.unquotedDash->length, info.unquotedDash->replacement),
            mended);
}

QTEST_GUILESS_MAIN(TestConsumptionGuard)
#include "tst_consumptionguard.moc"
