// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/samples.h"
#include "document/suggestions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Document;

class TestSuggestions : public QObject
{
    Q_OBJECT

private slots:
    void K27_makesATableFromATopic();
    void K27_findsFreeNames();
    void readsPastedColumns_data();
    void readsPastedColumns();
    void infersColumnsFromAMessage();
};

void TestSuggestions::K27_makesATableFromATopic()
{
    Surroundings surroundings;
    surroundings.service = u"my-ch"_s;
    const Core::Json table = newTable({}, surroundings, u"topic1"_s);
    QCOMPARE(Core::textAt(table, "name"), u"topic1"_s);
    QCOMPARE(Core::textAt(table, "group_name"), u"my-ch-topic1"_s);
    QCOMPARE(Core::textAt(table, "data_format"), u"JSONEachRow"_s);
    QCOMPARE(table["columns"].size(), 2U);
    QCOMPARE(table["topics"].size(), 1U);
}

void TestSuggestions::K27_findsFreeNames()
{
    const auto config = Config::fromJson(parsed(guideExample()));
    QCOMPARE(freeTableName(*config, u"events"_s), u"events_2"_s);
    QCOMPARE(freeTableName(*config, QString(60, u'x')).size(), 40);
    QCOMPARE(freeTableName(*config, {}), u"table"_s);
    QCOMPARE(freeColumnName({{u"column"_s, {}}, {u"column_2"_s, {}}}, u"column"_s), u"column_3"_s);
}

void TestSuggestions::readsPastedColumns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("columns");
    QTest::newRow("spreadsheet") << u"id\tUInt64\nname\tNullable(String)\n"_s << u"id=UInt64;name=Nullable(String)"_s;
    QTest::newRow("words") << u"id UInt64, tags Array(Tuple(a UInt8, b String))"_s
                           << u"id=UInt64;tags=Array(Tuple(a UInt8, b String))"_s;
    QTest::newRow("create")
        << u"CREATE TABLE x.y (`my id` UInt64,\n  ts DateTime64(3, 'UTC')) ENGINE = MergeTree ORDER BY id"_s
        << u"my id=UInt64;ts=DateTime64(3, 'UTC')"_s;
    QTest::newRow("json") << uR"([{"name": "a", "type": "Int8"}, {"name": "b", "type": "String"}])"_s
                          << u"a=Int8;b=String"_s;
    QTest::newRow("table json") << uR"({"columns": [{"name": "a", "type": "Int8"}]})"_s << u"a=Int8"_s;
    QTest::newRow("names only") << u"a\nb"_s << u"a=String;b=String"_s;
    QTest::newRow("yaml-like") << u"a: Int8\nb: String"_s << u"a=Int8;b=String"_s;
    QTest::newRow("nothing") << u"  \n "_s << QString();
    QTest::newRow("quote without end") << u"`a UInt8"_s << u"`a=UInt8"_s;
}

void TestSuggestions::readsPastedColumns()
{
    QFETCH(QString, text);
    QFETCH(QString, columns);
    QStringList found;
    for (const Column &column : columnsFromText(text))
        found.append(column.name + u'=' + column.type);
    QCOMPARE(found.join(u';'), columns);
}

void TestSuggestions::infersColumnsFromAMessage()
{
    const QList<Column> columns = columnsFromMessage(
        R"({"id": 1, "delta": -2, "price": 1.5, "ok": true, "ts": "2026-11-21T14:02:11.480Z", "day": "2026-11-21",
            "tags": ["a"], "none": null, "name": "x", "more": {"a": 1}})");
    QStringList types;
    for (const Column &column : columns)
        types.append(column.type);
    QCOMPARE(types.join(u' '),
             u"UInt64 Int64 Float64 Bool DateTime64(3) Date32 Array(String) Nullable(String) String JSON"_s);
    QVERIFY(columnsFromMessage("not json").isEmpty());
    QVERIFY(columnsFromMessage("[1]").isEmpty());
}

QTEST_GUILESS_MAIN(TestSuggestions)
#include "tst_suggestions.moc"
