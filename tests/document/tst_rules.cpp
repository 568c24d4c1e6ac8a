// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/draft.h"
#include "document/rules.h"
#include "document/samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Document;

class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void K3_K9_K23_K24_K25_K26_finds_data();
    void K3_K9_K23_K24_K25_K26_finds();
    void K24_K26_isContentWithTheGuide();
    void K29_namesEveryPlaceholder();
    void fixes_data();
    void fixes();
    void K22_limitsTheNumberOfTables();
};

namespace {

Surroundings surroundings()
{
    Surroundings known;
    known.database = u"service_kafka-demo"_s;
    known.kafkaService = u"kafka-demo"_s;
    known.service = u"clickhouse-demo"_s;
    known.partitions = QHash<QString, int>{{u"topic1"_s, 3}, {u"topic2"_s, 1}};
    return known;
}

/// The guide's table with one member replaced.
Core::Json tableWith(const char *key, const Core::Json &value)
{
    Core::Json table = parsed(guideExample())["tables"][0];
    table[key] = value;
    return table;
}

Core::Json configOf(std::initializer_list<Core::Json> tables)
{
    Core::Json config = Core::Json::object();
    config["tables"] = Core::Json(std::vector<Core::Json>(tables));
    return config;
}

QList<Problem> problemsOf(const Core::Json &config)
{
    Draft draft;
    draft.setSurroundings(surroundings());
    return draft.load(config) ? draft.problems() : QList<Problem>();
}

} // namespace

void TestRules::K3_K9_K23_K24_K25_K26_finds_data()
{
    using Core::Json;
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char *title, const char *key, const Json &value, const char *rule, const char *pointer) {
        QTest::newRow(title) << Core::toText(configOf({tableWith(key, value)})) << QString::fromUtf8(rule)
                             << u"/tables/0"_s + QString::fromUtf8(pointer);
    };
    row("no name", "name", "", "table.name", "/name");
    row("name is a number", "name", 5, "table.name", "/name");
    row("long name", "name", std::string(41, 'x'), "table.name", "/name");
    row("no columns", "columns", Json::array(), "columns.none", "/columns");
    row("type", "columns", Json::parse(R"([{"name": "a", "type": "Nullable(String"}])"), "columns.type",
        "/columns/0/type");
    row("no type", "columns", Json::parse(R"([{"name": "a"}])"), "columns.type", "/columns/0/type");
    row("column twice", "columns", Json::parse(R"([{"name": "a", "type": "Int8"}, {"name": "a", "type": "Int8"}])"),
        "columns.duplicate", "/columns/1/name");
    row("no topics", "topics", Json::array(), "topics.none", "/topics");
    row("topic pattern", "topics", Json::parse(R"([{"name": "a b"}])"), "topics.name", "/topics/0/name");
    row("topic dots", "topics", Json::parse(R"([{"name": ".."}])"), "topics.name", "/topics/0/name");
    row("topic line break", "topics", Json::parse(R"([{"name": "a\n"}])"), "topics.name", "/topics/0/name");
    row("topic missing", "topics", Json::parse(R"([{"name": "gone"}])"), "topics.missing", "/topics/0/name");
    row("topic twice", "topics", Json::parse(R"([{"name": "topic1"}, {"name": "topic1"}])"), "topics.duplicate",
        "/topics/1/name");
    row("format", "data_format", "XML", "format", "/data_format");
    row("group default", "group_name", "clickhouse", "group.shared", "/group_name");
    row("no group", "group_name", "", "group", "/group_name");
    row("consumers", "num_consumers", 5, "consumers.idle", "/num_consumers");
    row("loss", "skip_broken_messages", 5, "messages.skipped", "/skip_broken_messages");
    row("view order", "materialized_view", Json::parse(R"({"view_name": "v", "order_by": ["nope"]})"), "view.order",
        "/materialized_view/order_by/0");
    row("view days", "materialized_view", Json::parse(R"({"view_name": "v", "order_by": ["id"], "ttl_days": 3})"),
        "view.ttl", "/materialized_view/ttl_column");
    const Json table = tableWith("name", "events");
    QTest::newRow("table twice") << Core::toText(configOf({table, tableWith("group_name", "other")}))
                                 << u"table.duplicate"_s << u"/tables/1/name"_s;
    QTest::newRow("shared group") << Core::toText(configOf({table, tableWith("name", "other")})) << u"group.shared"_s
                                  << u"/tables/1/group_name"_s;
}

void TestRules::K3_K9_K23_K24_K25_K26_finds()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, rule);
    QFETCH(QString, pointer);
    const QList<Problem> problems = problemsOf(parsed(config));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].ruleId, rule);
    QCOMPARE(problems[0].pointer, pointer);
    QVERIFY(!problems[0].message.isEmpty());
}

void TestRules::K24_K26_isContentWithTheGuide()
{
    QCOMPARE(problemsOf(parsed(guideExample())).size(), 0);
}

void TestRules::K29_namesEveryPlaceholder()
{
    const Core::Json table = Core::Json::parse(R"({
        "name": "CONNECTOR_TABLE_NAME", "columns": [{"name": "id", "type": "UInt64"}],
        "topics": [{"name": "topic1"}], "data_format": "DATA_FORMAT", "group_name": "CONSUMER_NAME"})");
    const QList<Problem> problems = problemsOf(configOf({table}));
    QCOMPARE(problems.size(), 3);
    for (const Problem &problem : problems) {
        QCOMPARE(problem.severity, Severity::Error);
        QVERIFY(problem.message.contains(u"placeholder"));
    }
}

void TestRules::fixes_data()
{
    QTest::addColumn<QByteArray>("change");
    const auto row = [](const char *title, const char *key, const Core::Json &value) {
        QTest::newRow(title) << Core::toText(configOf({tableWith(key, value)}));
    };
    row("bracket", "columns", Core::Json::parse(R"([{"name": "a", "type": "Nullable(String"}])"));
    row("group", "group_name", "clickhouse");
    row("consumers", "num_consumers", 9);
    row("format", "data_format", "jsoneachrow");
    row("topic", "topics", Core::Json::parse(R"([{"name": "topic1"}, {"name": "gone"}])"));
    row("column twice", "columns",
        Core::Json::parse(R"([{"name": "a", "type": "Int8"}, {"name": "a", "type": "Int8"}])"));
}

void TestRules::fixes()
{
    QFETCH(QByteArray, change);
    Draft draft;
    draft.setSurroundings(surroundings());
    QVERIFY(draft.load(parsed(change)));
    QCOMPARE(draft.problems().size(), 1);
    const Fix fix = draft.problems().first().fix;
    QVERIFY(!fix.caption.isEmpty());
    draft.applyFix(fix);
    QCOMPARE(draft.problems().size(), 0);
    draft.undoStack().undo();
    QCOMPARE(draft.problems().size(), 1);
}

void TestRules::K22_limitsTheNumberOfTables()
{
    Core::Json config = configOf({});
    for (int i = 0; i < Limits::tables + 1; ++i) {
        Core::Json table = tableWith("name", "t" + std::to_string(i));
        table["group_name"] = "g" + std::to_string(i);
        config["tables"].push_back(table);
    }
    const QList<Problem> problems = problemsOf(config);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].ruleId, u"tables.count"_s);
    QCOMPARE(problems[0].table(), -1);
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
