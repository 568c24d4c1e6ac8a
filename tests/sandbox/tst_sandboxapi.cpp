// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/refusals.h"
#include "support/sandboxprocess.h"

#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QTest>

using namespace Qt::StringLiterals;
using Core::Json;

/// Every route over real HTTP: what it answers, and how it refuses.
class TestSandboxApi final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answers_data();
    void answers();
    void refuses_data();
    void refuses();
    void hidesSecretsUnlessAsked();
    void listsCandidates();
    void everyIntegrationTypeHasItsSchema();
    void topicsLive();
    void messagesGoRound_data();
    void messagesGoRound();
    void readsFromAnOffset();

private:
    [[nodiscard]] SandboxProcess::Answer get(const QByteArray &path) const { return m_sandbox.call("GET", path); }
    [[nodiscard]] SandboxProcess::Answer post(const QByteArray &path, const Json &body) const
    {
        return m_sandbox.call("POST", path, body);
    }

    SandboxProcess m_sandbox;
};

namespace {

const QByteArray project = "/v1/project/sandbox";
const QByteArray kafka = project + "/service/kafka-demo";
const QByteArray clickHouse = project + "/service/clickhouse-demo";

Json json(const char *text)
{
    return Json::parse(text);
}

struct Promise
{
    const char *path;
    const char *pointer; ///< what has to be in the reply …
    const char *value;   ///< … with this value; null: with any but null
};

constexpr Promise promises[] = {
    {"/v1/me", "/user/user", nullptr},
    {"/v1/me", "/user/projects", R"(["sandbox"])"},
    {"/v1/project", "/projects/0/project_name", R"("sandbox")"},
    {"/v1/project?limit=999&unknown=%zz", "/project_membership/sandbox", R"("admin")"},
    {"P", "/project/default_cloud", R"("google-europe-west1")"},
    {"/v1/organizations", "/organizations/0/organization_id", R"("org0sandbox")"},
    {"/v1/organization/org0sandbox/projects", "/total_project_count", "1"},
    {"/v1/account/a0sandbox/service_versions", "/service_versions/0/major_version", nullptr},
    {"P/vpcs", "/vpcs", "[]"},
    {"P/kms/ca", "/certificate", nullptr},
    {"/v1/clouds", "/clouds/0/cloud_name", nullptr},
    {"P/clouds?sort_by_proximity=true", "/clouds/0/cloud_description", nullptr},
    {"/v1/service_types", "/service_types/kafka/service_plans/0/regions/google-europe-west1/price_usd", nullptr},
    {"P/service_types", "/service_types/clickhouse/description", nullptr},
    {"P/service-types", "/service_types/pg/user_config_schema/properties", nullptr},
    {"P/service-types/kafka", "/user_config_schema/properties/kafka_rest/type", R"("boolean")"},
    {"P/service-types/kafka/plans", "/service_plans/0/service_plan", nullptr},
    {"P/service-types/kafka/plans/business-4", "/disk_space_mb", "614400"},
    {"P/pricing/service-types/pg/plans/startup-4/clouds/aws-eu-west-1", "/base_price_usd", nullptr},
    {"/v1/service_versions", "/service_versions/0/state", nullptr},
    {"P/service", "/services/0/service_name", R"("clickhouse-demo")"},
    {"P/service", "/services/0/state", R"("RUNNING")"},
    {"P/service", "/services/1/plan", R"("hobbyist")"},
    {"K", "/service/plan", R"("business-4")"},
    {"K", "/service/components/0/component", R"("kafka")"},
    {"K", "/service/components/0/ssl", "false"},
    {"K", "/service/node_states/2/state", R"("running")"},
    {"K", "/service/connection_info/kafka/0", nullptr},
    {"K", "/service/user_config/kafka_rest", "true"},
    {"C/user/avnadmin", "/user/type", R"("primary")"},
    {"C/clickhouse/user", "/users/0/required", "true"},
    {"P/integration_endpoint_types", "/endpoint_types/0/user_config_schema/properties", nullptr},
    {"P/integration_endpoint", "/service_integration_endpoints", "[]"},
    {"K/topic", "/topics/0/topic_name", R"("topic1")"},
    {"K/topic", "/topics/0/partitions", "1"},
    {"K/topic", "/topics/0/state", R"("ACTIVE")"},
    {"K/topic/topic1", "/topic/partitions/0/earliest_offset", "0"},
    {"K/topic/topic1", "/topic/partitions/0/consumer_groups", "[]"},
    {"K/topic/topic1", "/topic/config/retention_ms/source", R"("default_config")"},
};

// In a path, P is the project, K the Kafka service, C the ClickHouse service.
constexpr Refusal refusals[] = {
    {"unknown path", "GET", "/v1/nothing", nullptr, 404, "Path /v1/nothing does not exist"},
    {"root", "GET", "/", nullptr, 404, "Path / does not exist"},
    {"wrong method", "DELETE", "/v1/me", nullptr, 405, "Method DELETE is not allowed for /v1/me"},
    {"patch", "PATCH", "P", "{}", 405, "Method PATCH is not allowed for /v1/project/sandbox"},
    {"project", "GET", "/v1/project/other", nullptr, 404, "Project other does not exist"},
    {"project of a service", "GET", "/v1/project/other/service/kafka-demo", nullptr, 404,
     "Project other does not exist"},
    {"service", "GET", "P/service/nothing", nullptr, 404, "Service nothing does not exist"},
    {"service with a slash", "GET", "P/service/a%2Fb", nullptr, 404, "Service a/b does not exist"},
    {"user", "GET", "K/user/nobody", nullptr, 404, "Service user nobody does not exist"},
    {"service type", "GET", "P/service-types/x", nullptr, 404, "Service type x does not exist"},
    {"plan", "GET", "P/service-types/kafka/plans/x", nullptr, 404, "Service plan x does not exist"},
    {"price of a plan", "GET", "P/pricing/service-types/pg/plans/x/clouds/aws-eu-west-1", nullptr, 404,
     "Service plan x does not exist"},
    {"price in a cloud", "GET", "P/pricing/service-types/pg/plans/startup-4/clouds/x", nullptr, 404,
     "Cloud x does not exist"},
    {"password", "POST", "/v1/userauth", R"({"email":"you@sandbox.example","password":"x"})", 403,
     "Authentication failed"},
    {"e-mail", "POST", "/v1/userauth", R"({"email":"eve@sandbox.example","password":"x"})", 403,
     "Authentication failed"},
    {"no password", "POST", "/v1/userauth", R"({"email":"a"})", 400,
     "Invalid input: 'password' is a required property"},
    {"access token", "DELETE", "/v1/access_token/x%2Fy", nullptr, 404, "Access token does not exist"},
    {"access token for ever", "POST", "/v1/access_token", R"({"description":"d","max_age_seconds":0})", 400,
     "Invalid input for max_age_seconds: 0 is less than the minimum of 1"},
    {"topics of ClickHouse", "GET", "C/topic", nullptr, 400,
     "Service clickhouse-demo is of type clickhouse, not kafka"},
    {"query of Kafka", "POST", "K/clickhouse/query", R"({"database":"d","query":"q"})", 400,
     "Service kafka-demo is of type kafka, not clickhouse"},
    {"topic", "GET", "K/topic/nothing", nullptr, 404, "Topic 'nothing' does not exist"},
    {"topic to delete", "DELETE", "K/topic/nothing", nullptr, 404, "Topic 'nothing' does not exist"},
    {"topic without a name", "POST", "K/topic", "{}", 400, "Invalid input: 'topic_name' is a required property"},
    {"topic twice", "POST", "K/topic", R"({"topic_name":"topic1"})", 409, "Topic 'topic1' already exists"},
    {"topic with a blank", "POST", "K/topic", R"({"topic_name":"a b"})", 400,
     "Invalid input for topic_name: 'a b' does not match '^(?!\\\\.$|\\\\.\\\\.$)[-_.A-Za-z0-9]+$'. Use letters, "
     "digits, \"_\", \"-\" or \".\"; at most 249 characters"},
    {"partitions", "POST", "K/topic", R"({"topic_name":"t","partitions":0})", 400,
     "Invalid input for partitions: 0 is less than the minimum of 1"},
    {"replication", "POST", "K/topic", R"({"topic_name":"t","replication":4})", 409,
     "Cluster only has 3 broker(s), cannot set replication factor to 4"},
    {"clean-up", "POST", "K/topic", R"({"topic_name":"t","cleanup_policy":"x"})", 400,
     "Invalid input for cleanup_policy: 'x' is not one of ['delete', 'compact', 'compact,delete']"},
    {"messages without partitions", "POST", "K/kafka/rest/topics/topic1/messages", "{}", 400,
     "Invalid input: 'partitions' is a required property"},
    {"messages of no topic", "POST", "K/kafka/rest/topics/x/messages", R"({"partitions":{}})", 404,
     "Topic 'x' does not exist"},
    {"partition", "POST", "K/kafka/rest/topics/topic1/messages", R"({"partitions":{"7":{"offset":0}}})", 404,
     "Partition 7 of topic 'topic1' does not exist"},
    {"partition that is none", "POST", "K/kafka/rest/topics/topic1/messages", R"({"partitions":{"a":{"offset":0}}})",
     404, "Partition a of topic 'topic1' does not exist"},
    {"offset", "POST", "K/kafka/rest/topics/topic1/messages", R"({"partitions":{"0":{"offset":-1}}})", 400,
     "Invalid input for partitions[0].offset: -1 is less than the minimum of 0"},
    {"bytes", "POST", "K/kafka/rest/topics/topic1/messages", R"({"partitions":{},"max_bytes":1})", 400,
     "Invalid input for max_bytes: 1 is less than the minimum of 1024"},
    {"protobuf", "POST", "K/kafka/rest/topics/topic1/messages", R"({"partitions":{},"format":"protobuf"})", 400,
     "The sandbox does not read or write the format protobuf"},
    {"no Avro", "POST", "K/kafka/rest/topics/topic1/messages", R"({"partitions":{"0":{}},"format":"avro"})", 400,
     "The value of the message at partition 0, offset 0 cannot be read: it does not begin with the id of a schema; "
     "read it with the format binary"},
    {"no schema", "POST", "K/kafka/rest/topics/topic1/produce", R"({"format":"avro","records":[{"value":1}]})", 400,
     "Give value_schema or value_schema_id: the records have a value"},
    {"unknown schema", "POST", "K/kafka/rest/topics/topic1/produce",
     R"({"format":"avro","value_schema_id":77,"records":[{"value":1}]})", 404, "Schema 77 not found."},
    {"no format", "POST", "K/kafka/rest/topics/topic1/produce", R"({"records":[{"value":1}]})", 400,
     "Invalid input: 'format' is a required property"},
    {"no records", "POST", "K/kafka/rest/topics/topic1/produce", R"({"format":"json","records":[]})", 400,
     "Invalid input for records: [] is too short"},
    {"not base64", "POST", "K/kafka/rest/topics/topic1/produce", R"({"format":"binary","records":[{"value":"*"}]})",
     400, "Keys and values of the format binary are base64 texts"},
    {"no text", "POST", "K/kafka/rest/topics/topic1/produce", R"({"format":"binary","records":[{"value":{}}]})", 400,
     "Keys and values of the format binary are base64 texts"},
    {"no such partition", "POST", "K/kafka/rest/topics/topic1/produce",
     R"({"format":"json","records":[{"value":1,"partition":9}]})", 404, "Partition 9 of topic 'topic1' does not exist"},
    {"query without a database", "POST", "C/clickhouse/query", R"({"query":"q"})", 400,
     "Invalid input: 'database' is a required property"},
    {"body is an array", "POST", "K/topic", "[]", 400, "Invalid input: [] is not of type 'object'"},
};

QByteArray expanded(const char *path)
{
    switch (*path) {
    case 'P': return project + (path + 1);
    case 'K': return kafka + (path + 1);
    case 'C': return clickHouse + (path + 1);
    default: return path;
    }
}

/// What a produce call of the format needs beside the records.
Json schemasOf(const QByteArray &format)
{
    if (format == "avro")
        return {{"key_schema", R"({"type":"string"})"},
                {"value_schema", R"({"type":"record","name":"r","fields":[{"name":"id","type":"long"},
                    {"name":"tags","type":{"type":"array","items":"string"}},{"name":"note","type":["null","string"]}]})"}};
    if (format == "jsonschema")
        return {{"key_schema", R"({"type":"string"})"}, {"value_schema", R"({"type":"object"})"}};
    return Json::object();
}

} // namespace

void TestSandboxApi::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.errorOutput()));
}

void TestSandboxApi::answers_data()
{
    QTest::addColumn<Promise>("promise");
    for (const Promise &promise : promises)
        QTest::addRow("%s %s", promise.path, promise.pointer) << promise;
}

void TestSandboxApi::answers()
{
    QFETCH(Promise, promise);
    const auto answer = get(expanded(promise.path));
    QCOMPARE(answer.status, 200);
    const Json::json_pointer place(promise.pointer);
    QVERIFY2(answer.body.contains(place), Core::toText(answer.body).left(2000).constData());
    if (promise.value)
        QCOMPARE(Core::toText(answer.body[place]), QByteArray(promise.value));
    else
        QVERIFY(!answer.body[place].is_null());
}

void TestSandboxApi::refuses_data()
{
    addRefusals(refusals);
}

void TestSandboxApi::refuses()
{
    QFETCH(Refusal, refusal);
    const Json body = refusal.body ? json(refusal.body) : Json();
    const auto answer = m_sandbox.call(refusal.method, expanded(refusal.path), body);
    QCOMPARE(answer.message(), QString::fromUtf8(refusal.message));
    QCOMPARE(answer.status, refusal.status);
    const Json &error = answer.body["errors"][0];
    QCOMPARE(error["message"], answer.body["message"]);
    QCOMPARE(int(error["status"]), answer.status);
    QVERIFY(!answer.body.contains("error"));
}

void TestSandboxApi::hidesSecretsUnlessAsked()
{
    const auto hidden = get(kafka);
    QCOMPARE(hidden.body["service"]["users"][0]["password"], Json("<redacted>"));
    const Json password = get(kafka + "?include_secrets=true").body["service"]["users"][0]["password"];
    QVERIFY(password.get<std::string>().size() > 20);
    const Json list = get(project + "/service?include_secrets=true").body["services"];
    QCOMPARE(list[2]["users"][0]["password"], password);
    QCOMPARE(get(kafka + "/user/avnadmin").body["user"]["password"], Json("<redacted>"));
    QCOMPARE(get(kafka + "/user/avnadmin?include_secrets=true").body["user"]["password"], password);
}

void TestSandboxApi::listsCandidates()
{
    const auto ofKafka = [this](const QByteArray &service) {
        Json found = Json::array();
        const auto answer = get(service + "/integration");
        for (const Json &candidate : answer.body["service_integrations"]) {
            if (candidate["integration_type"] == "clickhouse_kafka")
                found.push_back(candidate);
        }
        return found;
    };
    const Json list = ofKafka(clickHouse);
    QCOMPARE(list.size(), std::size_t(1));
    const Json &candidate = list[0];
    QVERIFY(candidate["service_integration_id"].is_null());
    QCOMPARE(candidate["integration_type"], Json("clickhouse_kafka"));
    QCOMPARE(candidate["source_service"], Json("kafka-demo"));
    QCOMPARE(candidate["enabled"], Json(false));
    for (const char *key :
         {"active", "description", "source_project", "dest_project", "source_endpoint_id", "dest_endpoint_id",
          "source_endpoint", "dest_endpoint", "source_service_type", "dest_service_type"})
        QVERIFY2(candidate.contains(key), key);
    QCOMPARE(ofKafka(kafka), list);
    const Json hobby = get(project + "/service/clickhouse-hobby/integration").body["service_integrations"];
    QCOMPARE(hobby, Json::array());
}

void TestSandboxApi::everyIntegrationTypeHasItsSchema()
{
    const Json types = get(project + "/integration_types").body["integration_types"];
    QVERIFY(types.size() > 10);
    for (const Json &type : types) {
        for (const char *key : {"integration_type", "source_description", "source_service_types", "dest_description",
                                "dest_service_type", "dest_service_types"})
            QVERIFY2(type.contains(key), key);
        QCOMPARE(type["user_config_schema"]["type"], Json("object"));
    }
    QCOMPARE(types[0]["user_config_schema"]["properties"]["tables"]["maxItems"], Json(400));
}

void TestSandboxApi::topicsLive()
{
    const QByteArray topics = kafka + "/topic";
    // As avn sends it: flat keys, null for what was not given.
    const auto created = post(topics, json(R"({"topic_name":"a.b_c-d","partitions":2,"replication":2,
        "cleanup_policy":"compact","retention_hours":1,"retention_bytes":null,"min_insync_replicas":null,
        "tags":[{"key":"k","value":"v"}],"config":{"retention_bytes":5}})"));
    QCOMPARE(created.status, 200);
    QCOMPARE(created.message(), u"created"_s);

    const Json topic = get(topics + "/a.b_c-d").body["topic"];
    QCOMPARE(topic["partitions"].size(), std::size_t(2));
    QCOMPARE(topic["replication"], Json(2));
    QCOMPARE(topic["cleanup_policy"], Json("compact"));
    QCOMPARE(topic["retention_hours"], Json(1));
    QCOMPARE(topic["retention_bytes"], Json(5));
    QCOMPARE(topic["tags"][0]["key"], Json("k"));
    QCOMPARE(topic["config"]["retention_ms"], json(R"({"value":3600000,"source":"topic_config"})"));

    QCOMPARE(m_sandbox.call("DELETE", topics + "/a.b_c-d").message(), u"deleted"_s);
    QCOMPARE(get(topics + "/a.b_c-d").status, 404);
}

void TestSandboxApi::messagesGoRound_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<Json>("key");
    QTest::addColumn<Json>("value");
    QTest::newRow("json") << "json"_ba << json(R"({"id":1})") << json(R"({"z":18446744073709551615,"a":[null,"ä"]})");
    QTest::newRow("json text") << "json"_ba << Json("k") << Json("v");
    QTest::newRow("tombstone") << "json"_ba << Json("k") << Json();
    QTest::newRow("binary") << "binary"_ba << Json("AP8=") << Json("/+4A");
    QTest::newRow("avro") << "avro"_ba << Json("k") << json(R"({"id":9007199254740993,"tags":["ä"],"note":null})");
    QTest::newRow("jsonschema") << "jsonschema"_ba << Json("k") << json(R"({"id":1})");
}

void TestSandboxApi::messagesGoRound()
{
    QFETCH(QByteArray, format);
    QFETCH(Json, key);
    QFETCH(Json, value);
    // A topic of its own, because its subject takes schemas of one type only.
    const QByteArray topic = "round-" + format;
    m_sandbox.call("POST", kafka + "/topic", {{"topic_name", topic.toStdString()}});
    const QByteArray rest = kafka + "/kafka/rest/topics/" + topic;
    Json records{{"format", format.toStdString()}, {"records", Json::array({Json{{"key", key}, {"value", value}}})}};
    records.update(schemasOf(format));
    const auto produced = post(rest + "/produce", records);
    QCOMPARE(produced.status, 200);
    const Json &place = produced.body["offsets"][0];
    QVERIFY(place["error_code"].is_null());
    const auto read = post(rest + "/messages", Json{{"format", format.toStdString()},
                                                    {"partitions", {{"0", {{"offset", place["offset"]}}}}}});
    QCOMPARE(read.status, 200);
    const Json &message = read.body["messages"][0];
    QCOMPARE(message["offset"], place["offset"]);
    QCOMPARE(message["topic"], Json(topic.toStdString()));
    QCOMPARE(message["key"].dump(), key.dump());
    QCOMPARE(message["value"].dump(), value.dump());
}

void TestSandboxApi::readsFromAnOffset()
{
    const QByteArray rest = kafka + "/kafka/rest/topics/topic1";
    const auto read = post(rest + "/messages", json(R"({"format":"json","partitions":{"0":{"offset":3}}})"));
    QCOMPARE(read.body["messages"].size(), std::size_t(2));
    QCOMPARE(read.body["messages"][0]["offset"], Json(3));
    const auto notJson =
        post(kafka + "/kafka/rest/topics/topic1/produce", json(R"({"format":"binary","records":[{"value":"AP8="}]})"));
    const Json offset = notJson.body["offsets"][0]["offset"];
    const auto refused =
        post(rest + "/messages", Json{{"format", "json"}, {"partitions", {{"0", {{"offset", offset}}}}}});
    QCOMPARE(refused.status, 400);
    QVERIFY(refused.message().contains(u"is not JSON: read it with the format binary"_s));
}

QTEST_GUILESS_MAIN(TestSandboxApi)
#include "tst_sandboxapi.moc"
