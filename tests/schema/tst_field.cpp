// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Core::Json;
using Schema::Field;
using Schema::Type;

class TestField final : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryProperty();
    void findsFieldsByPointer();
    void initialValues_data();
    void initialValues();
    void survivesStrangeSchemas_data();
    void survivesStrangeSchemas();
};

namespace {

const Json tables = Json::parse(R"({
    "type": "object", "additionalProperties": false,
    "properties": {"tables": {"type": "array", "maxItems": 400, "default": [], "items": {
        "type": "object", "title": "Tables item",
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": 40, "pattern": "^a", "user_error": "Start with a"},
            "a/b~c": {"type": ["string", "null"], "x-secure": true, "createOnly": true},
            "format": {"type": "string", "enum": ["CSV", "TSV"], "x-deprecated-values": ["TSV"], "default": "CSV"},
            "count": {"type": "integer", "minimum": 1, "maximum": 18446744073709551615}
        }}}}})");

} // namespace

void TestField::readsEveryProperty()
{
    const Field root = Schema::parseField(tables);
    QVERIFY(!root.open);
    const Field &list = root.children.at(0);
    QCOMPARE(list.path, u"/tables"_s);
    QCOMPARE(list.limits.maxLength, 400);
    const Field &item = list.children.at(0);
    QCOMPARE(item.path, u"/tables/*"_s);
    QCOMPARE(item.title, u"Tables item"_s);
    QVERIFY(item.open);

    QStringList names;
    for (const Field &field : item.children)
        names.append(field.name);
    QCOMPARE(names, QStringList({u"name"_s, u"a/b~c"_s, u"format"_s, u"count"_s}));

    const Field *name = item.child(u"name"_s);
    QVERIFY(name->required && name->type == Type::String && !name->nullable && !name->secret);
    QCOMPARE(name->limits.pattern, u"^a"_s);
    QCOMPARE(name->hint, u"Start with a"_s);
    const Field *secret = item.child(u"a/b~c"_s);
    QVERIFY(secret->secret && secret->nullable && secret->createOnly && !secret->required);
    QCOMPARE(secret->path, u"/tables/*/a~1b~0c"_s);
    const Field *format = item.child(u"format"_s);
    QCOMPARE(format->choices.size(), 2);
    QCOMPARE(format->deprecatedChoices, QList<Json>({Json("TSV")}));
}

void TestField::findsFieldsByPointer()
{
    const Field root = Schema::parseField(tables);
    QCOMPARE(root.at({}), &root);
    QCOMPARE(root.at(u"/tables/17/a~1b~0c"_s)->name, u"a/b~c"_s);
    QCOMPARE(root.at(u"/tables/0/nothing"_s), nullptr);
    QCOMPARE(root.at(u"/other/0"_s), nullptr);
}

void TestField::initialValues_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("default") << R"({"type":"integer","default":5})"_ba
                             << "5"_ba;
    QTest::newRow("null default") << R"({"type":["string","null"],"default":null})"_ba
                                  << "null"_ba;
    QTest::newRow("text") << R"({"type":"string"})"_ba
                          << "\"\""_ba;
    QTest::newRow("choice") << R"({"type":"string","enum":["x","y"]})"_ba
                            << "\"x\""_ba;
    QTest::newRow("minimum") << R"({"type":"integer","minimum":3})"_ba
                             << "3"_ba;
    QTest::newRow("number") << R"({"type":"number"})"_ba
                            << "0.0"_ba;
    QTest::newRow("boolean") << R"({"type":"boolean"})"_ba
                             << "false"_ba;
    QTest::newRow("array") << R"({"type":"array","items":{"type":"string"}})"_ba
                           << "[]"_ba;
    QTest::newRow("nullable") << R"({"type":["null","object"]})"_ba
                              << "null"_ba;
    QTest::newRow("object") << R"({"type":"object","required":["b"],"properties":
        {"a":{"type":"string"},"b":{"type":"string"},"c":{"type":"integer","default":1}}})"_ba
                            << R"({"b":"","c":1})"_ba;
}

void TestField::initialValues()
{
    QFETCH(QByteArray, schema);
    QTEST(Core::toText(Schema::initialValue(Schema::parseField(Json::parse(schema.toStdString())))), "value");
}

void TestField::survivesStrangeSchemas_data()
{
    QTest::addColumn<Json>("schema");
    QTest::newRow("null") << Json();
    QTest::newRow("text") << Json("object");
    QTest::newRow("wrong kinds") << Json::parse(
        R"({"type":7,"properties":[1],"enum":{},"required":"x","minimum":"a"})");
    QTest::newRow("array without items") << Json::parse(R"({"type":"array"})");
    Json deep = Json::object();
    for (int level = 0; level < 60; ++level)
        deep = Json{{"type", "array"}, {"items", deep}};
    QTest::newRow("60 levels") << deep;
}

void TestField::survivesStrangeSchemas()
{
    QFETCH(Json, schema);
    const Field field = Schema::parseField(schema);
    const Json value = Schema::initialValue(field);
    QVERIFY(value.is_structured() || value.is_null());
    QVERIFY(field.path.isEmpty());
}

QTEST_GUILESS_MAIN(TestField)
#include "tst_field.moc"
