// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/validator.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Core::Json;

class TestValidator final : public QObject
{
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void reportsEveryPlace();
    void longTextsDoNotOverflow();
    void brokenSchemasStillCheck();
    void readablePaths_data();
    void readablePaths();
};

void TestValidator::words_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("message"); // empty: valid

    const auto row = [](const char *name, const QByteArray &schema, const QByteArray &value, const QString &message) {
        QTest::newRow(name) << schema << value << message;
    };
    row("valid", R"({"type":"integer","minimum":1})", "1", {});
    row("type", R"({"type":"integer"})", R"("abc")", u"'abc' is not of type 'integer'"_s);
    row("null", R"({"type":"object"})", "null", u"None is not of type 'object'"_s);
    row("types", R"({"type":["string","null"]})", "true", u"True is not of type 'string', 'null'"_s);
    row("fraction", R"({"type":"integer"})", "1.5", u"1.5 is not of type 'integer'"_s);
    row("required", R"({"required":["x"]})", "{}", u"'x' is a required property"_s);
    row("one too many", R"({"properties":{},"additionalProperties":false})", R"({"x":1})",
        u"Additional properties are not allowed ('x' was unexpected)"_s);
    row("two too many", R"({"additionalProperties":false})", R"({"x":1,"y":2})",
        u"Additional properties are not allowed ('x', 'y' were unexpected)"_s);
    row("enum", R"({"enum":["a","b"]})", R"("foo")", u"'foo' is not one of ['a', 'b']"_s);
    row("minimum", R"({"minimum":10})", "5", u"5 is less than the minimum of 10"_s);
    row("maximum", R"({"maximum":10})", "11", u"11 is greater than the maximum of 10"_s);
    row("huge", R"({"type":"integer","maximum":2147483647})", "18446744073709551615",
        u"18446744073709551615 is greater than the maximum of 2147483647"_s);
    row("short", R"({"minLength":1})", R"("")", u"'' is too short"_s);
    row("long", R"({"maxLength":2})", R"("äöü")", u"'äöü' is too long"_s);
    row("exact in characters", R"({"maxLength":1})", R"("😀")", {});
    row("few", R"({"minItems":1})", "[]", u"[] is too short"_s);
    row("many", R"({"maxItems":1})", R"([1,{"a":"b"}])", u"[1, {'a': 'b'}] is too long"_s);
    row("pattern", R"({"pattern":"^a$"})", R"("b")", u"'b' does not match '^a$'"_s);
    row("pattern with a hint", R"({"pattern":"^a$","user_error":"Use a"})", R"("b")",
        u"'b' does not match '^a$'. Use a"_s);
    row("quotes", R"({"type":"integer"})", R"("it's")", u"\"it's\" is not of type 'integer'"_s);
    row("other properties", R"({"additionalProperties":{"minimum":1}})", R"({"x":0})",
        u"0 is less than the minimum of 1"_s);
    row("not ours", R"({"uniqueItems":true})", "[1,1]",
        u"Elements at indexes #0 and #1 violate uniqueness constraint."_s);
}

void TestValidator::words()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QString, message);
    const auto found = Schema::Validator(Json::parse(schema.toStdString())).check(Json::parse(value.toStdString()));
    QCOMPARE(found.size(), message.isEmpty() ? 0 : 1);
    if (!found.isEmpty())
        QCOMPARE(found.first().message, message);
}

void TestValidator::reportsEveryPlace()
{
    const Schema::Validator validator(Json::parse(R"({"type":"object","properties":{"tables":{"type":"array","items":{
        "type":"object","required":["name"],"properties":{"name":{"type":"string"},"a/b":{"type":"integer"}}}}}})"));
    const auto found = validator.check(Json::parse(R"({"tables":[{"name":1},{"name":"ok"},{"a/b":"x"}]})"));
    QStringList places;
    for (const Schema::Violation &violation : found)
        places.append(violation.pointer);
    QCOMPARE(places, QStringList({u"/tables/0/name"_s, u"/tables/2"_s, u"/tables/2/a~1b"_s}));
}

void TestValidator::longTextsDoNotOverflow()
{
    const Schema::Validator validator(Json::parse(R"({"type":"string","pattern":"^(?!\\.$)([-_.A-Za-z0-9]|x)+$"})"));
    const auto found = validator.check(Json(std::string(4'000'000, 'a')));
    for (const Schema::Violation &violation : found)
        QVERIFY(violation.message.size() < 400);
}

void TestValidator::brokenSchemasStillCheck()
{
    const Schema::Validator validator(Json::parse(R"({"type":"object","properties":{"a":{"type":"integer"},"b":7}})"));
    QCOMPARE(validator.check(Json::parse(R"({"a":"x"})")).size(), 1);
    QVERIFY(validator.check(Json::parse(R"({"a":1})")).isEmpty());
}

void TestValidator::readablePaths_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("path");
    QTest::newRow("root") << QString() << QString();
    QTest::newRow("nested") << u"/tables/0/columns/1/type"_s << u"tables[0].columns[1].type"_s;
    QTest::newRow("escaped") << u"/a~1b/~0"_s << u"a/b.~"_s;
}

void TestValidator::readablePaths()
{
    QFETCH(QString, pointer);
    QTEST(Schema::readablePath(pointer), "path");
}

QTEST_GUILESS_MAIN(TestValidator)
#include "tst_validator.moc"
