// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
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

} // namespace

void TestSandboxApi::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.errorOutput()));
}

void TestSandboxApi::answers_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("pointer"); // what has to be in the reply …
    QTest::addColumn<QByteArray>("value");   // … with this value; empty: any but null

    const auto row = [](const QByteArray &path, const char *pointer, const QByteArray &value = {}) {
        QTest::newRow((path + ' ' + pointer).constData()) << path << QByteArray(pointer) << value;
    };
    row("/v1/me", "/user/user");
    row("/v1/me", "/user/projects", R"(["sandbox"])");
    row("/v1/project", "/projects/0/project_name", R"("sandbox")");
    row("/v1/project?limit=999&unknown=%zz", "/project_membership/sandbox", R"("admin")");
    row(project, "/project/default_cloud", R"("google-europe-west1")");
    row("/v1/organizations", "/organizations/0/organization_id", R"("org0sandbox")");
    row("/v1/organization/org0sandbox/projects", "/total_project_count", "1");
    row("/v1/account/a0sandbox/service_versions", "/service_versions/0/major_version");
    row(project + "/vpcs", "/vpcs", "[]");
    row(project + "/kms/ca", "/certificate");
    row("/v1/clouds", "/clouds/0/cloud_name");
    row(project + "/clouds?sort_by_proximity=true", "/clouds/0/cloud_description");
    row("/v1/service_types", "/service_types/kafka/service_plans/0/regions/google-europe-west1/price_usd");
    row(project + "/service_types", "/service_types/clickhouse/description");
    row(project + "/service-types", "/service_types/pg/user_config_schema/properties");
    row(project + "/service-types/kafka", "/user_config_schema/properties/kafka_rest/type", R"("boolean")");
    row(project + "/service-types/kafka/plans", "/service_plans/0/service_plan");
    row(project + "/service-types/kafka/plans/business-4", "/disk_space_mb", "614400");
    row("/v1/service_versions", "/service_versions/0/state");
    row(project + "/service", "/services/0/service_name", R"("clickhouse-demo")");
    row(project + "/service", "/services/0/state", R"("RUNNING")");
    row(project + "/service", "/services/1/plan", R"("hobbyist")");
    row(kafka, "/service/plan", R"("business-4")");
    row(kafka, "/service/components/0/component", R"("kafka")");
    row(kafka, "/service/components/0/ssl", "false");
    row(kafka, "/service/node_states/2/state", R"("running")");
    row(kafka, "/service/connection_info/kafka/0");
    row(kafka, "/service/user_config/kafka_rest", "true");
    row(clickHouse + "/user/avnadmin", "/user/type", R"("primary")");
    row(clickHouse + "/clickhouse/user", "/users/0/required", "true");
    row(project + "/integration_endpoint_types", "/endpoint_types/0/user_config_schema/properties");
    row(project + "/integration_endpoint", "/service_integration_endpoints", "[]");
    row(kafka + "/topic", "/topics/0/topic_name", R"("topic1")");
    row(kafka + "/topic", "/topics/0/partitions", "1");
    row(kafka + "/topic", "/topics/0/state", R"("ACTIVE")");
    row(kafka + "/topic/topic1", "/topic/partitions/0/earliest_offset", "0");
    row(kafka + "/topic/topic1", "/topic/partitions/0/consumer_groups", "[]");
    row(kafka + "/topic/topic1", "/topic/config/retention_ms/source", R"("default_config")");
}

void TestSandboxApi::answers()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, value);
    const auto answer = get(path);
    QCOMPARE(answer.status, 200);
    const Json::json_pointer place(pointer.toStdString());
    QVERIFY2(answer.body.contains(place), Core::toText(answer.body).left(2000).constData());
    if (value.isEmpty())
        QVERIFY(!answer.body[place].is_null());
    else
        QCOMPARE(Core::toText(answer.body[place]), value);
}

void TestSandboxApi::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Json>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");

    const auto row = [](const char *name, const char *method, const QByteArray &path, const Json &body, int status,
                        const QString &message) {
        QTest::newRow(name) << QByteArray(method) << path << body << status << message;
    };
    const Json none;
    row("unknown path", "GET", "/v1/nothing", none, 404, u"Path /v1/nothing does not exist"_s);
    row("root", "GET", "/", none, 404, u"Path / does not exist"_s);
    row("wrong method", "DELETE", "/v1/me", none, 405, u"Method DELETE is not allowed for /v1/me"_s);
    row("patch", "PATCH", project, Json::object(), 405, u"Method PATCH is not allowed for /v1/project/sandbox"_s);
    row("project", "GET", "/v1/project/other", none, 404, u"Project other does not exist"_s);
    row("project of a service", "GET", "/v1/project/other/service/kafka-demo", none, 404,
        u"Project other does not exist"_s);
    row("service", "GET", project + "/service/nothing", none, 404, u"Service nothing does not exist"_s);
    row("service with a slash", "GET", project + "/service/a%2Fb", none, 404, u"Service a/b does not exist"_s);
    row("user", "GET", kafka + "/user/nobody", none, 404, u"Service user nobody does not exist"_s);
    row("service type", "GET", project + "/service-types/x", none, 404, u"Service type x does not exist"_s);
    row("plan", "GET", project + "/service-types/kafka/plans/x", none, 404, u"Service plan x does not exist"_s);
    row("topics of ClickHouse", "GET", clickHouse + "/topic", none, 400,
        u"Service clickhouse-demo is of type clickhouse, not kafka"_s);
    row("query of Kafka", "POST", kafka + "/clickhouse/query", json(R"({"database":"d","query":"q"})"), 400,
        u"Service kafka-demo is of type kafka, not clickhouse"_s);

    const QByteArray topics = kafka + "/topic";
    row("topic", "GET", topics + "/nothing", none, 404, u"Topic 'nothing' does not exist"_s);
    row("topic to delete", "DELETE", topics + "/nothing", none, 404, u"Topic 'nothing' does not exist"_s);
    row("topic without a name", "POST", topics, Json::object(), 400,
        u"Invalid input: 'topic_name' is a required property"_s);
    row("topic twice", "POST", topics, json(R"({"topic_name":"topic1"})"), 409, u"Topic 'topic1' already exists"_s);
    row("topic with a blank", "POST", topics, json(R"({"topic_name":"a b"})"), 400,
        u"Invalid input for topic_name: 'a b' does not match '^(?!\\\\.$|\\\\.\\\\.$)[-_.A-Za-z0-9]+$'. Use letters, "
        u"digits, "
        "\"_\", \"-\" or \".\"; at most 249 characters"_s);
    row("partitions", "POST", topics, json(R"({"topic_name":"t","partitions":0})"), 400,
        u"Invalid input for partitions: 0 is less than the minimum of 1"_s);
    row("replication", "POST", topics, json(R"({"topic_name":"t","replication":4})"), 409,
        u"Cluster only has 3 broker(s), cannot set replication factor to 4"_s);
    row("clean-up", "POST", topics, json(R"({"topic_name":"t","cleanup_policy":"x"})"), 400,
        u"Invalid input for cleanup_policy: 'x' is not one of ['delete', 'compact', 'compact,delete']"_s);

    const QByteArray rest = kafka + "/kafka/rest/topics/topic1";
    row("messages without partitions", "POST", rest + "/messages", Json::object(), 400,
        u"Invalid input: 'partitions' is a required property"_s);
    row("messages of no topic", "POST", kafka + "/kafka/rest/topics/x/messages", json(R"({"partitions":{}})"), 404,
        u"Topic 'x' does not exist"_s);
    row("partition", "POST", rest + "/messages", json(R"({"partitions":{"7":{"offset":0}}})"), 404,
        u"Partition 7 of topic 'topic1' does not exist"_s);
    row("partition that is none", "POST", rest + "/messages", json(R"({"partitions":{"a":{"offset":0}}})"), 404,
        u"Partition a of topic 'topic1' does not exist"_s);
    row("offset", "POST", rest + "/messages", json(R"({"partitions":{"0":{"offset":-1}}})"), 400,
        u"Invalid input for partitions[0].offset: -1 is less than the minimum of 0"_s);
    row("bytes", "POST", rest + "/messages", json(R"({"partitions":{},"max_bytes":1})"), 400,
        u"Invalid input for max_bytes: 1 is less than the minimum of 1024"_s);
    row("avro", "POST", rest + "/messages", json(R"({"partitions":{},"format":"avro"})"), 400,
        u"The format avro needs the schema registry, which is not enabled on this service"_s);
    row("no format", "POST", rest + "/produce", json(R"({"records":[{"value":1}]})"), 400,
        u"Invalid input: 'format' is a required property"_s);
    row("no records", "POST", rest + "/produce", json(R"({"format":"json","records":[]})"), 400,
        u"Invalid input for records: [] is too short"_s);
    row("not base64", "POST", rest + "/produce", json(R"({"format":"binary","records":[{"value":"*"}]})"), 400,
        u"Keys and values of the format binary are base64 texts"_s);
    row("no text", "POST", rest + "/produce", json(R"({"format":"binary","records":[{"value":{}}]})"), 400,
        u"Keys and values of the format binary are base64 texts"_s);
    row("no such partition", "POST", rest + "/produce",
        json(R"({"format":"json","records":[{"value":1,"partition":9}]})"), 404,
        u"Partition 9 of topic 'topic1' does not exist"_s);
    row("query without a database", "POST", clickHouse + "/clickhouse/query", json(R"({"query":"q"})"), 400,
        u"Invalid input: 'database' is a required property"_s);
    row("body is an array", "POST", topics, Json::array(), 400, u"Invalid input: [] is not of type 'object'"_s);
}

void TestSandboxApi::refuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(Json, body);
    const auto answer = m_sandbox.call(method, path, body);
    QTEST(answer.message(), "message");
    QTEST(answer.status, "status");
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
    const Json list = get(clickHouse + "/integration").body["service_integrations"];
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
    QCOMPARE(get(kafka + "/integration").body["service_integrations"], list);
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
}

void TestSandboxApi::messagesGoRound()
{
    QFETCH(QByteArray, format);
    QFETCH(Json, key);
    QFETCH(Json, value);
    const QByteArray rest = kafka + "/kafka/rest/topics/topic2";
    const auto produced =
        post(rest + "/produce",
             Json{{"format", format.toStdString()}, {"records", Json::array({Json{{"key", key}, {"value", value}}})}});
    QCOMPARE(produced.status, 200);
    const Json &place = produced.body["offsets"][0];
    QVERIFY(place["error_code"].is_null());
    const auto read = post(rest + "/messages", Json{{"format", format.toStdString()},
                                                    {"partitions", {{"0", {{"offset", place["offset"]}}}}}});
    QCOMPARE(read.status, 200);
    const Json &message = read.body["messages"][0];
    QCOMPARE(message["offset"], place["offset"]);
    QCOMPARE(message["topic"], Json("topic2"));
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

Q_DECLARE_METATYPE(Json)
QTEST_GUILESS_MAIN(TestSandboxApi)
#include "tst_sandboxapi.moc"
