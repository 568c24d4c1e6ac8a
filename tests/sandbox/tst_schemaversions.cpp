// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/registry/avroschema.h"
#include "sandbox/registry/schemaversions.h"

#include <QElapsedTimer>
#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandbox;

class TestSchemaVersions final : public QObject
{
    Q_OBJECT

private slots:
    void resolves_data();
    void resolves();
    void refusesWhatIsNoSchema_data();
    void refusesWhatIsNoSchema();
    void sharedTypesCostNoTime();
    void levels_data();
    void levels();
    void givesIdsAndNumbers();
    void survivesTheState();
};

namespace {

struct Resolution
{
    const char *name;
    const char *reader;
    const char *writer;
    const char *message; ///< null: it can be read
};

constexpr Resolution resolutions[] = {
    {"same", R"("int")", R"("int")", nullptr},
    {"bare name", "string", R"({"type":"string"})", nullptr},
    {"promotion", R"("double")", R"("int")", nullptr},
    {"no demotion", R"("int")", R"("long")", ": reader type int cannot read writer type long"},
    {"text and bytes", R"("string")", R"("bytes")", nullptr},
    {"new field with a default",
     R"({"type":"record","name":"r","fields":[{"name":"a","type":"int"},{"name":"b","type":"int","default":0}]})",
     R"({"type":"record","name":"r","fields":[{"name":"a","type":"int"}]})", nullptr},
    {"new field without one", R"({"type":"record","name":"r","fields":[{"name":"b","type":"int"}]})",
     R"({"type":"record","name":"r","fields":[]})",
     "/b: the field is missing in the writer's schema and has no default"},
    {"field gone", R"({"type":"record","name":"r","fields":[]})",
     R"({"type":"record","name":"r","fields":[{"name":"b","type":"int"}]})", nullptr},
    {"renamed with an alias", R"({"type":"record","name":"r","fields":[{"name":"b","aliases":["a"],"type":"int"}]})",
     R"({"type":"record","name":"r","fields":[{"name":"a","type":"int"}]})", nullptr},
    {"field of another type", R"({"type":"record","name":"r","fields":[{"name":"a","type":"int"}]})",
     R"({"type":"record","name":"r","fields":[{"name":"a","type":"string"}]})",
     "/a: reader type int cannot read writer type string"},
    {"name space does not matter", R"({"type":"record","name":"r","namespace":"x","fields":[]})",
     R"({"type":"record","name":"y.r","fields":[]})", nullptr},
    {"another record", R"({"type":"record","name":"r","fields":[]})", R"({"type":"record","name":"s","fields":[]})",
     ": reader type r cannot read writer type s"},
    {"nullable now", R"(["null","int"])", R"("int")", nullptr},
    {"nullable no more", R"("int")", R"(["null","int"])", ": reader type int cannot read writer type null"},
    {"branch missing", R"(["null","int"])", R"(["null","string"])", ": reader union lacks writer type string"},
    {"enum grew", R"({"type":"enum","name":"e","symbols":["A","B"]})", R"({"type":"enum","name":"e","symbols":["A"]})",
     nullptr},
    {"enum shrank", R"({"type":"enum","name":"e","symbols":["A"]})",
     R"({"type":"enum","name":"e","symbols":["A","B"]})", ": the reader's enum e lacks the symbol B"},
    {"enum with a default", R"({"type":"enum","name":"e","symbols":["A"],"default":"A"})",
     R"({"type":"enum","name":"e","symbols":["A","B"]})", nullptr},
    {"fixed", R"({"type":"fixed","name":"f","size":2})", R"({"type":"fixed","name":"f","size":3})",
     ": reader type f cannot read writer type f"},
    {"array items", R"({"type":"array","items":"int"})", R"({"type":"array","items":"string"})",
     "/array: reader type int cannot read writer type string"},
    {"map values", R"({"type":"map","values":"long"})", R"({"type":"map","values":"int"})", nullptr},
    {"recursive", R"({"type":"record","name":"n","fields":[{"name":"next","type":["null","n"]}]})",
     R"({"type":"record","name":"n","fields":[{"name":"next","type":["null","n"]}]})", nullptr},
};

NewSchema avro(const char *fields)
{
    return {"AVRO", std::string(R"({"type":"record","name":"r","fields":[)") + fields + "]}", Core::Json::array()};
}

} // namespace

void TestSchemaVersions::resolves_data()
{
    QTest::addColumn<Resolution>("resolution");
    for (const Resolution &resolution : resolutions)
        QTest::newRow(resolution.name) << resolution;
}

void TestSchemaVersions::resolves()
{
    QFETCH(Resolution, resolution);
    const auto reader = AvroSchema::parse(resolution.reader);
    const auto writer = AvroSchema::parse(resolution.writer);
    QVERIFY(reader && writer);
    const auto messages = incompatibilities(*reader, *writer);
    if (resolution.message)
        QCOMPARE(messages, std::vector<std::string>{resolution.message});
    else
        QVERIFY2(messages.empty(), messages.empty() ? "" : messages.front().c_str());
}

void TestSchemaVersions::refusesWhatIsNoSchema_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("number") << "7"_ba
                            << "a type has to be a name, a list or an object"_ba;
    QTest::newRow("unknown") << R"("x")"_ba
                             << "the type x is not known"_ba;
    QTest::newRow("no fields") << R"({"type":"record","name":"r"})"_ba
                               << "the record r needs fields"_ba;
    QTest::newRow("no name") << R"({"type":"record","fields":[]})"_ba
                             << "a record needs a name"_ba;
    QTest::newRow("field without a name") << R"({"type":"record","name":"r","fields":[1]})"_ba
                                          << "a field of r has no name"_ba;
    QTest::newRow("symbols") << R"({"type":"enum","name":"e","symbols":[1]})"_ba
                             << "symbols has to be a list of texts"_ba;
    QTest::newRow("size") << R"({"type":"fixed","name":"f","size":"x"})"_ba
                          << "the fixed f needs a size"_ba;
    QTest::newRow("twice") << R"([{"type":"fixed","name":"f","size":1},{"type":"fixed","name":"f","size":1}])"_ba
                           << "the name f is defined twice"_ba;
}

void TestSchemaVersions::refusesWhatIsNoSchema()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, reason);
    const auto schema = AvroSchema::parse(text.toStdString());
    QVERIFY(!schema);
    QCOMPARE(schema.error(), reason.toStdString());
    SchemaRegistry registry;
    const auto refused = registerSchema(registry, "s", {"AVRO", text.toStdString(), Core::Json::array()});
    QCOMPARE(refused.error().message, "Invalid AVRO schema. Error: " + reason.toStdString());
    QVERIFY(registry.subjects.empty());
}

void TestSchemaVersions::sharedTypesCostNoTime()
{
    // Each type is used twice by the next: 2^40 places.
    std::string fields;
    std::string type = R"("int")";
    for (int level = 0; level < 40; ++level) {
        const std::string name = "t" + std::to_string(level);
        fields += (level ? "," : "") + std::string(R"({"name":"f)") + name + R"(","type":{"type":"record","name":")" +
                  name + R"(","fields":[{"name":"a","type":)" + type + R"(},{"name":"b","type":)" + type + "}]}}";
        type = '"' + name + '"';
    }
    const auto schema = AvroSchema::parse(R"({"type":"record","name":"r","fields":[)" + fields + "]}");
    QVERIFY2(schema, schema ? "" : schema.error().c_str());
    std::string other = fields;
    other.replace(other.find(R"("int")"), 5, R"("string")");
    const auto changed = AvroSchema::parse(R"({"type":"record","name":"r","fields":[)" + other + "]}");
    QElapsedTimer clock;
    clock.start();
    QVERIFY(incompatibilities(*schema, *schema).empty());
    QVERIFY(!incompatibilities(*schema, *changed).empty());
    QVERIFY(clock.elapsed() < 1000);
}

void TestSchemaVersions::levels_data()
{
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<bool>("mayGrow");
    QTest::addColumn<bool>("mayShrink");
    QTest::newRow("NONE") << "NONE"_ba << true << true;
    QTest::newRow("BACKWARD") << "BACKWARD"_ba << false << true;
    QTest::newRow("FORWARD") << "FORWARD"_ba << true << false;
    QTest::newRow("FULL") << "FULL"_ba << false << false;
    QTest::newRow("BACKWARD_TRANSITIVE") << "BACKWARD_TRANSITIVE"_ba << false << true;
    QTest::newRow("FORWARD_TRANSITIVE") << "FORWARD_TRANSITIVE"_ba << true << false;
}

void TestSchemaVersions::levels()
{
    QFETCH(QByteArray, level);
    const auto accepts = [&level](const char *first, const char *second) {
        SchemaRegistry registry;
        registry.compatibility = level.toStdString();
        return registerSchema(registry, "s", avro(first)) && registerSchema(registry, "s", avro(second)).has_value();
    };
    const bool mayGrow = accepts("", R"({"name":"a","type":"int"})");
    const bool mayShrink = accepts(R"({"name":"a","type":"int"})", "");
    QTEST(mayGrow, "mayGrow");
    QTEST(mayShrink, "mayShrink");
}

void TestSchemaVersions::givesIdsAndNumbers()
{
    SchemaRegistry registry;
    QCOMPARE(*registerSchema(registry, "a", avro("")), 1);
    QCOMPARE(*registerSchema(registry, "b", avro("")), 1); // equal schemas share their id
    NewSchema spaced = avro("");
    spaced.schema.insert(1, "  ");
    QCOMPARE(*registerSchema(registry, "a", spaced), 1);
    QCOMPARE(*registerSchema(registry, "a", avro(R"({"name":"x","type":"int","default":1})")), 2);
    QCOMPARE((*findVersion(registry, "a", "latest"))->version, 2);
    QVERIFY(removeVersions(registry, "a", std::string("2")));
    QCOMPARE(findVersion(registry, "a", "2").error().message, std::string("Version 2 not found."));
    QCOMPARE(*registerSchema(registry, "a", avro(R"({"name":"y","type":"int","default":1})")), 3);
    QCOMPARE((*findVersion(registry, "a", "latest"))->version, 3); // a number is not given again
    QVERIFY(removeVersions(registry, "a", std::nullopt));
    QCOMPARE(findSubject(registry, "a").error().message, std::string("Subject 'a' not found."));
    QVERIFY(schemaWithId(registry, 1)); // b has it still
    QVERIFY(!schemaWithId(registry, 2));
}

void TestSchemaVersions::survivesTheState()
{
    SchemaRegistry registry;
    registry.compatibility = "FULL";
    QVERIFY(registerSchema(registry, "a", avro("")));
    QVERIFY(setCompatibility(registry, "b", "NONE"));
    const SchemaRegistry read = schemaRegistryFrom(toJson(registry));
    QCOMPARE(toJson(read), toJson(registry));
    QCOMPARE(compatibilityOf(read, read.subjects.front()), std::string("FULL"));
    QCOMPARE(compatibilityOf(read, read.subjects.back()), std::string("NONE"));
}

QTEST_GUILESS_MAIN(TestSchemaVersions)
#include "tst_schemaversions.moc"
