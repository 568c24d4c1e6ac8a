// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/config.h"
#include "document/jsontext.h"
#include "document/samples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Document;

class TestJsonText : public QObject
{
    Q_OBJECT

private slots:
    void K28_writesTheGuidesText();
    void keepsUnknownKeysAndOrder();
    void writes_data();
    void writes();
    void locatesValues_data();
    void locatesValues();
    void findsThePointerAtAnOffset();
    void refusesOtherShapes_data();
    void refusesOtherShapes();
};

void TestJsonText::K28_writesTheGuidesText()
{
    const auto config = Config::fromJson(parsed(guideExample()));
    QVERIFY(config);
    QCOMPARE(config->text(), guideExample());
}

void TestJsonText::keepsUnknownKeysAndOrder()
{
    const QByteArray text = R"({
    "zebra": {
        "a": 18446744073709551615,
        "list": [1, 2]
    },
    "tables": [
        {
            "group_name": "g",
            "later": [
                {"name": "x", "depth": 1}
            ],
            "name": "t",
            "topics": [{"name": "a", "extra": true}],
            "columns": []
        }
    ],
    "alpha": null
})";
    const auto config = Config::fromJson(parsed(text));
    QVERIFY(config);
    QCOMPARE(config->text(), text);
    QCOMPARE(Core::toText(config->toJson()), Core::toText(parsed(text)));
}

void TestJsonText::writes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << "{}"_ba
                           << "{}"_ba;
    QTest::newRow("no tables") << R"({"tables":[]})"_ba
                               << "{\n    \"tables\": []\n}"_ba;
    QTest::newRow("null") << "null"_ba
                          << "{}"_ba;
    QTest::newRow("odd names") << R"({"a\"b":"ä\n"})"_ba
                               << "{\n    \"a\\\"b\": \"ä\\n\"\n}"_ba;
}

void TestJsonText::writes()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, text);
    const auto config = Config::fromJson(parsed(json));
    QVERIFY(config);
    QCOMPARE(config->text(), text);
}

void TestJsonText::locatesValues_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("line");
    QTest::newRow("type") << u"/tables/0/columns/1/type"_s << "\"String\""_ba << 6;
    QTest::newRow("topic") << u"/tables/0/topics/1"_s << R"({"name": "topic2"})"_ba << 8;
    QTest::newRow("missing member") << u"/tables/0/topics/1/gone"_s << R"({"name": "topic2"})"_ba << 8;
    QTest::newRow("whole") << u""_s << guideExample() << 0;
}

void TestJsonText::locatesValues()
{
    QFETCH(QString, pointer);
    QFETCH(QByteArray, value);
    QFETCH(int, line);
    const TextPlace place = locate(guideExample(), pointer);
    QCOMPARE(guideExample().sliced(place.offset, place.length), value);
    QCOMPARE(place.line, line);
}

void TestJsonText::findsThePointerAtAnOffset()
{
    const QByteArray text = guideExample();
    QCOMPARE(pointerAt(text, text.indexOf("UInt64")), u"/tables/0/columns/0/type"_s);
    QCOMPARE(pointerAt(text, text.indexOf("topic2")), u"/tables/0/topics/1/name"_s);
    QCOMPARE(pointerAt(text, 0), QString());
}

void TestJsonText::refusesOtherShapes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("list") << "[]"_ba << QString();
    QTest::newRow("tables is a number") << R"({"tables": 5})"_ba << u"/tables"_s;
    QTest::newRow("table is a text") << R"({"tables": ["x"]})"_ba << u"/tables/0"_s;
    QTest::newRow("columns is a text") << R"({"tables": [{"columns": "x"}]})"_ba << u"/tables/0/columns"_s;
    QTest::newRow("column is a number") << R"({"tables": [{"columns": [1]}]})"_ba << u"/tables/0/columns/0"_s;
    QTest::newRow("topic is a text") << R"({"tables": [{"topics": ["t"]}]})"_ba << u"/tables/0/topics/0"_s;
}

void TestJsonText::refusesOtherShapes()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, pointer);
    const auto config = Config::fromJson(parsed(json));
    QVERIFY(!config);
    QCOMPARE(config.error().pointer, pointer);
    QVERIFY(!config.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
