// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Core::parseJson;

class TestJson final : public QObject
{
    Q_OBJECT

private slots:
    void keepsOrderAndExactNumbers();
    void readsLongLists();
    void saysWhereAText_data();
    void saysWhereAText();
};

void TestJson::keepsOrderAndExactNumbers()
{
    const QByteArray text = R"({"z":18446744073709551615,"a":[1,2]})";
    const auto value = parseJson(text);
    QVERIFY(value);
    QCOMPARE(Core::toText(*value), text);
}

void TestJson::readsLongLists()
{
    // The test's time limit is the assertion: the time grew with the square of the length once.
    QByteArray text = "[";
    for (int i = 0; i < 30'000; ++i)
        text += R"({"name": "x", "values": [{}, {}]},)";
    text.back() = ']';
    const auto value = parseJson(text);
    QVERIFY(value);
    QCOMPARE(value->size(), size_t(30'000));
}

void TestJson::saysWhereAText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("reason");

    QTest::newRow("missing value") << "{\n  \"a\": ,\n}"_ba << 2 << 8 << u"unexpected ','"_s;
    QTest::newRow("cut off") << "{\"a\": 1"_ba << 1 << 8 << u"unexpected end of input"_s;
    QTest::newRow("duplicate key") << "{\"a\": 1,\n\"a\": 2}"_ba << 2 << 1 << u"the key \"a\" stands twice"_s;
    QTest::newRow("deep") << QByteArray(100'000, '[') << 1 << 1 << u"nested more than 64 levels"_s;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF{}"_ba << 1 << 1 << u"byte order mark"_s;
    QTest::newRow("number too big") << "[1e999]"_ba << 1 << 2 << u"number overflow parsing '1e999'"_s;
    QTest::newRow("bad UTF-8") << "[\"\xff\"]"_ba << 1 << 3 << u"invalid string"_s;
    QTest::newRow("empty") << ""_ba << 1 << 1 << u"unexpected end of input"_s;
}

void TestJson::saysWhereAText()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    const auto value = parseJson(text);
    QVERIFY(!value);
    const QString said = value.error().message;
    QVERIFY2(said.contains(reason), qPrintable(said));
    QTEST(value.error().line, "line");
    QTEST(value.error().column, "column");
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
