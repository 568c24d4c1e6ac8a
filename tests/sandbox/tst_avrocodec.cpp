// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/registry/avrocodec.h"

#include <QElapsedTimer>
#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QTest>

using namespace Qt::StringLiterals;
using Core::Json;
using namespace Sandbox;

class TestAvroCodec final : public QObject
{
    Q_OBJECT

private slots:
    void goesRound_data();
    void goesRound();
    void refusesValues_data();
    void refusesValues();
    void refusesBytes_data();
    void refusesBytes();
    void endsWhatWouldNot_data();
    void endsWhatWouldNot();
};

namespace {

constexpr auto node = R"({"type":"record","name":"n","fields":[{"name":"next","type":["null","n"]}]})";

AvroSchema schemaOf(const QByteArray &text)
{
    return std::move(AvroSchema::parse(text.toStdString())).value();
}

} // namespace

void TestAvroCodec::goesRound_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("bytes"); // in hexadecimal digits, from Avro's specification where it has the example
    const auto row = [](const char *name, const char *schema, const char *value, const char *bytes) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(value) << QByteArray(bytes);
    };
    row("zigzag -64", R"("long")", "-64", "7f");
    row("zigzag 64", R"("long")", "64", "8001");
    row("longest", R"("long")", "-9223372036854775808", "ffffffffffffffffff01");
    row("text", R"("string")", R"("foo")", "06666f6f");
    row("umlaut", R"("string")", R"("ä")", "04c3a4");
    row("bytes", R"("bytes")", R"("ÿ")", "02ff");
    row("yes", R"("boolean")", "true", "01");
    row("double", R"("double")", "0.5", "000000000000e03f");
    row("float", R"("float")", "0.5", "0000003f");
    row("record",
        R"({"type":"record","name":"test","fields":[{"name":"a","type":"long"},{"name":"b","type":"string"}]})",
        R"({"a":27,"b":"foo"})", "3606666f6f");
    row("array", R"({"type":"array","items":"long"})", "[3,27]", "04063600");
    row("empty array", R"({"type":"array","items":"long"})", "[]", "00");
    row("map", R"({"type":"map","values":"long"})", R"({"k":1})", "02026b0200");
    row("union, null", R"(["null","string"])", "null", "00");
    row("union, text", R"(["null","string"])", R"("a")", "020261");
    row("enum", R"({"type":"enum","name":"e","symbols":["A","B"]})", R"("B")", "02");
    row("fixed", R"({"type":"fixed","name":"f","size":2})", R"("ab")", "6162");
    row("recursive", node, R"({"next":{"next":null}})", "0200");
}

void TestAvroCodec::goesRound()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    const AvroSchema parsed = schemaOf(schema);
    const Json json = Json::parse(value.toStdString());
    const auto encoded = avroEncoded(parsed, json);
    QVERIFY2(encoded, encoded ? "" : encoded.error().c_str());
    const QByteArray bytes = QByteArray::fromStdString(*encoded).toHex();
    QTEST(bytes, "bytes");
    const auto decoded = avroDecoded(parsed, *encoded);
    QVERIFY2(decoded, decoded ? "" : decoded.error().c_str());
    QCOMPARE(decoded->dump(), json.dump());
}

void TestAvroCodec::refusesValues_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char *name, const char *schema, const char *value, const char *reason) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(value) << QByteArray(reason);
    };
    row("text for a number", R"("int")", R"("1")", "the value has to be an integer");
    row("too large", R"("int")", "2147483648", "the value has to be an integer of 32 bits");
    row("larger than 64 bits", R"("long")", "18446744073709551615", "the value has to be an integer");
    row("fraction", R"("long")", "1.5", "the value has to be an integer");
    row("symbol", R"({"type":"enum","name":"e","symbols":["A"]})", R"("B")", "the value has to be a symbol of e");
    row("size", R"({"type":"fixed","name":"f","size":2})", R"("abc")", "the value has to be 2 bytes long");
    row("no byte", R"("bytes")", R"("€")", "the value has to be a text of the characters U+0000 to U+00FF");
    row("union", R"(["null","int"])", R"("x")", "the value has to be of a type of its union");
    row("missing", R"({"type":"record","name":"r","fields":[{"name":"a","type":"int"}]})", "{}", "a has to be given");
    row("inside", R"({"type":"record","name":"r","fields":[{"name":"a","type":{"type":"array","items":"int"}}]})",
        R"({"a":[1,"x"]})", "a[1] has to be an integer");
}

void TestAvroCodec::refusesValues()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, reason);
    const auto encoded = avroEncoded(schemaOf(schema), Json::parse(value.toStdString()));
    QVERIFY(!encoded);
    QCOMPARE(encoded.error(), reason.toStdString());
}

void TestAvroCodec::refusesBytes_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << R"("int")"_ba
                             << ""_ba;
    QTest::newRow("cut text") << R"("string")"_ba
                              << "06666f"_ba;
    QTest::newRow("negative length") << R"("string")"_ba
                                     << "01"_ba;
    QTest::newRow("endless integer") << R"("long")"_ba
                                     << "ffffffffffffffffffffff"_ba;
    QTest::newRow("no such branch") << R"(["null","int"])"_ba
                                    << "04"_ba;
    QTest::newRow("bytes behind") << R"("null")"_ba
                                  << "00"_ba;
    QTest::newRow("billions of nothing") << R"({"type":"array","items":"null"})"_ba
                                         << "ffffffffff7f00"_ba;
    QTest::newRow("least block") << R"({"type":"array","items":"null"})"_ba
                                 << "ffffffffffffffffff010000"_ba;
    QTest::newRow("deep") << QByteArray(node) << QByteArray("02").repeated(100'000);
}

void TestAvroCodec::refusesBytes()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, bytes);
    QVERIFY(!avroDecoded(schemaOf(schema), QByteArray::fromHex(bytes).toStdString()));
}

void TestAvroCodec::endsWhatWouldNot_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("default of itself")
        << R"({"type":"record","name":"n","fields":[{"name":"next","type":"n","default":{}}]})"_ba
        << "{}"_ba;
    QByteArray deep = R"("x")";
    for (int level = 0; level < 50; ++level)
        deep = R"({"f":)" + deep + '}';
    QTest::newRow("branches that all fail") << R"([{"type":"record","name":"a","fields":[{"name":"f","type":["a",
              {"type":"record","name":"b","fields":[{"name":"f","type":["a","b"]}]}]}]},"b"])"_ba
                                            << deep;
}

void TestAvroCodec::endsWhatWouldNot()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, value);
    QElapsedTimer clock;
    clock.start();
    const auto encoded = avroEncoded(schemaOf(schema), Json::parse(value.toStdString()));
    QVERIFY(!encoded);
    QCOMPARE(encoded.error(), std::string("the value is too large or too deep"));
    QVERIFY(clock.elapsed() < 10'000);
}

QTEST_GUILESS_MAIN(TestAvroCodec)
#include "tst_avrocodec.moc"
