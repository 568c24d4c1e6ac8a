// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/typegrammar.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Document;

class TestTypeGrammar : public QObject
{
    Q_OBJECT

private slots:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void staysLinear();
};

void TestTypeGrammar::accepts_data()
{
    QTest::addColumn<QString>("type");
    for (const char *type : {"UInt64",
                             "Nullable(String)",
                             "Array(Array(Nullable(Float64)))",
                             "DateTime64(3, 'UTC')",
                             "Decimal(18, 2)",
                             "LowCardinality(Nullable(String))",
                             "Map(String, Array(UInt8))",
                             "Tuple(id UInt64, name String)",
                             "Tuple(`a b` UInt8, c Map(String, String))",
                             "Nested(a UInt8, b String)",
                             "Enum8('a' = 1, 'b)(' = -2)",
                             "FixedString(16)",
                             "AggregateFunction(quantiles(0.5, 0.9), UInt64)",
                             "JSON(max_dynamic_paths = 8, a.b UInt32)",
                             "Variant(UInt8, String)",
                             "varchar",
                             "TIMESTAMP",
                             "SimpleAggregateFunction(sum, Double)",
                             "IntervalDay",
                             " String ",
                             "Dynamic(max_types = 5)",
                             "Tuple()",
                             "DateTime('Europe/Helsinki')"})
        QTest::newRow(type) << QString::fromUtf8(type);
}

void TestTypeGrammar::accepts()
{
    QFETCH(QString, type);
    const auto issue = checkType(type);
    QVERIFY2(!issue, issue ? qPrintable(issue->message) : "");
}

void TestTypeGrammar::refuses_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("mended");
    QTest::newRow("bracket") << u"Nullable(String"_s
                             << u"Type `Nullable(String` does not parse: a closing bracket is missing."_s
                             << u"Nullable(String)"_s;
    QTest::newRow("brackets") << u"Array(Array(String"_s << u"2 closing brackets are missing"_s
                              << u"Array(Array(String))"_s;
    QTest::newRow("closed twice") << u"Array(String))"_s << u"no opening one"_s << u"Array(String)"_s;
    QTest::newRow("comma") << u"Map(String,)"_s << u"missing after a comma"_s << QString();
    QTest::newRow("two types") << u"UInt64, String"_s << u"a comma stands where"_s << QString();
    QTest::newRow("quote") << u"Enum8('a = 1)"_s << u"quotation mark is not closed"_s << QString();
    QTest::newRow("case") << u"string"_s << u"`string` is not a type. `String` may be meant."_s << u"String"_s;
    QTest::newRow("typing error") << u"Nullable(Unit64)"_s << u"`UInt64` may be meant"_s << u"Nullable(UInt64)"_s;
    QTest::newRow("no argument") << u"Array"_s << u"Array needs 1 argument"_s << QString();
    QTest::newRow("default") << u"UInt64 DEFAULT 1"_s << u"default values"_s << u"UInt64"_s;
    QTest::newRow("empty end") << u"Map(String, "_s << u"ends before its brackets close"_s << QString();
    QTest::newRow("no name") << u"(String)"_s << u"type name is missing"_s << QString();
    QTest::newRow("number") << u"42"_s << u"does not start with the name"_s << QString();
    QTest::newRow("character") << u"String;"_s << u"unexpected character"_s << QString();
    QTest::newRow("odd") << u"Decimal(8 UInt)"_s << u"UInt"_s << QString();
}

void TestTypeGrammar::refuses()
{
    QFETCH(QString, type);
    QFETCH(QString, message);
    QFETCH(QString, mended);
    const auto issue = checkType(type);
    QVERIFY(issue);
    QVERIFY2(issue->message.contains(message), qPrintable(issue->message));
    if (!mended.isEmpty())
        QCOMPARE(issue->mended, mended);
}

void TestTypeGrammar::staysLinear()
{
    // A type may have 1 000 characters; pasted text can have far more before the limit says no.
    const QString deep = u"Array("_s.repeated(50'000);
    QElapsedTimer clock;
    clock.start();
    QVERIFY(checkType(deep));
    QVERIFY(checkType(u"A "_s.repeated(50'000)));
    QVERIFY(checkType(u"(((,,"_s.repeated(50'000)));
    QVERIFY(clock.elapsed() < 2000);
}

QTEST_GUILESS_MAIN(TestTypeGrammar)
#include "tst_typegrammar.moc"
