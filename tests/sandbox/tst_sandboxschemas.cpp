// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/refusals.h"
#include "support/sandboxprocess.h"

#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Core::Json;

/// The schema registry through the API.
class TestSandboxSchemas final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsTheSamples();
    void refuses_data();
    void refuses();
    void subjectsLive();
    void levelsLive();
    void survivesARestart();

private:
    SandboxProcess::Answer call(const QByteArray &method, const QByteArray &path, const Json &body = {}) const
    {
        return m_sandbox.call(method, kafka + "/kafka/schema" + path, body);
    }

    static inline const QByteArray kafka = "/v1/project/sandbox/service/kafka-demo";
    SandboxProcess m_sandbox;
};

namespace {

constexpr Refusal refusals[] = {
    {"subject", "GET", "/subjects/x%2Fy/versions", nullptr, 404, "Subject 'x/y' not found."},
    {"version", "GET", "/subjects/orders-value/versions/7", nullptr, 404, "Version 7 not found."},
    {"version that is none", "GET", "/subjects/orders-value/versions/-1", nullptr, 404, "Version -1 not found."},
    {"id", "GET", "/schemas/ids/99999999999999999999", nullptr, 404, "Schema 99999999999999999999 not found."},
    {"id that is none", "GET", "/schemas/ids/x", nullptr, 404, "Schema x not found."},
    {"subject to delete", "DELETE", "/subjects/x", nullptr, 404, "Subject 'x' not found."},
    {"no schema", "POST", "/subjects/x/versions", "{}", 400, "Invalid input: 'schema' is a required property"},
    {"schema as an object", "POST", "/subjects/x/versions", R"({"schema":{"type":"string"}})", 400,
     "Invalid input for schema: {'type': 'string'} is not of type 'string'"},
    {"no Avro", "POST", "/subjects/x/versions", R"({"schema":"{"})", 400,
     "Invalid AVRO schema. Error: it is not JSON: "},
    {"no such type", "POST", "/subjects/x/versions", R"({"schema":"x","schemaType":"THRIFT"})", 400,
     "Invalid input for schemaType: 'THRIFT' is not one of ['AVRO', 'JSON', 'PROTOBUF']"},
    {"incompatible", "POST", "/subjects/orders-value/versions", R"({"schema":"\"int\""})", 409,
     "Incompatible schema, compatibility_mode=BACKWARD. Incompatibilities: "},
    {"level", "PUT", "/config", R"({"compatibility":"SOME"})", 400,
     "Invalid input for compatibility: 'SOME' is not one of ['BACKWARD', 'BACKWARD_TRANSITIVE', 'FORWARD', "
     "'FORWARD_TRANSITIVE', 'FULL', 'FULL_TRANSITIVE', 'NONE']"},
};

} // namespace

void TestSandboxSchemas::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.errorOutput()));
}

void TestSandboxSchemas::knowsTheSamples()
{
    QCOMPARE(call("GET", "/subjects").body["subjects"], Json::array({"orders-value"}));
    const Json version = call("GET", "/subjects/orders-value/versions/latest").body["version"];
    QCOMPARE(version["version"], Json(1));
    const Json schema = Json::parse(version["schema"].get<std::string>());
    QCOMPARE(schema["fields"][0]["name"], Json("order_id"));
    QCOMPARE(call("GET", "/subjects/orders-value/versions/1/schema").body, schema);
    QCOMPARE(call("GET", "/schemas/ids/" + QByteArray::number(version["id"].get<int>())).body["schema"],
             version["schema"]);
}

void TestSandboxSchemas::refuses_data()
{
    addRefusals(refusals);
}

void TestSandboxSchemas::refuses()
{
    QFETCH(Refusal, refusal);
    const auto answer = call(refusal.method, refusal.path, refusal.body ? Json::parse(refusal.body) : Json());
    QVERIFY2(answer.message().startsWith(QString::fromUtf8(refusal.message)), qPrintable(answer.message()));
    QCOMPARE(answer.status, refusal.status);
}

void TestSandboxSchemas::subjectsLive()
{
    const QByteArray subject = "/subjects/a%2Fb";
    const Json first{{"schema", R"("string")"}};
    const auto created = call("POST", subject + "/versions", first);
    QCOMPARE(call("POST", subject + "/versions", first).body, created.body);
    const Json text{{"schema", "syntax = \"proto3\";"}, {"schemaType", "PROTOBUF"}};
    QCOMPARE(call("POST", subject + "/versions", text).status, 409); // another type
    QCOMPARE(call("POST", "/subjects/p/versions", text).status, 200);
    QCOMPARE(call("GET", "/subjects/p/versions/1").body["version"]["schemaType"], Json("PROTOBUF"));
    QCOMPARE(call("POST", subject + "/versions", {{"schema", R"("bytes")"}}).status, 200);
    QCOMPARE(call("GET", subject + "/versions").body["versions"], Json::parse("[1,2]"));
    const auto check = call("POST", "/compatibility" + subject + "/versions/latest", {{"schema", R"("int")"}});
    QCOMPARE(check.body["is_compatible"], Json(false));
    QCOMPARE(check.body["messages"][0], Json(": reader type int cannot read writer type bytes"));
    QCOMPARE(call("DELETE", subject + "/versions/1").status, 200);
    QCOMPARE(call("GET", subject + "/versions").body["versions"], Json::parse("[2]"));
    QCOMPARE(call("DELETE", subject).status, 200);
    QCOMPARE(call("DELETE", "/subjects/p").status, 200);
    QCOMPARE(call("GET", "/subjects").body["subjects"], Json::array({"orders-value"}));
}

void TestSandboxSchemas::levelsLive()
{
    QCOMPARE(call("GET", "/config").body["compatibilityLevel"], Json("BACKWARD"));
    QCOMPARE(call("PUT", "/config", {{"compatibility", "FULL"}}).body["compatibility"], Json("FULL"));
    QCOMPARE(call("GET", "/config/orders-value").body["compatibilityLevel"], Json("FULL"));
    QCOMPARE(call("PUT", "/config/orders-value", {{"compatibility", "NONE"}}).body["compatibility"], Json("NONE"));
    QCOMPARE(call("GET", "/config/orders-value").body["compatibilityLevel"], Json("NONE"));
    QCOMPARE(call("PUT", "/config", {{"compatibility", "BACKWARD"}}).status, 200);
    QCOMPARE(m_sandbox.call("PUT", kafka, Json::parse(R"({"user_config":{"schema_registry":false}})")).status, 200);
    QCOMPARE(call("GET", "/subjects").message(), u"Schema registry is not enabled on this service"_s);
    QCOMPARE(m_sandbox.call("PUT", kafka, Json::parse(R"({"user_config":{"schema_registry":true}})")).status, 200);
}

void TestSandboxSchemas::survivesARestart()
{
    const QTemporaryDir folder;
    SandboxProcess sandbox;
    QVERIFY2(sandbox.start({u"--data"_s, folder.path()}), qPrintable(sandbox.errorOutput()));
    const QByteArray versions = kafka + "/kafka/schema/subjects/kept/versions";
    QCOMPARE(sandbox.call("POST", versions, {{"schema", R"("int")"}}).status, 200);
    sandbox.killHard();
    QVERIFY2(sandbox.start({u"--data"_s, folder.path()}), qPrintable(sandbox.errorOutput()));
    QCOMPARE(sandbox.call("GET", versions + "/latest").body["version"]["schema"], Json(R"("int")"));
}

QTEST_GUILESS_MAIN(TestSandboxSchemas)
#include "tst_sandboxschemas.moc"
