// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/refusals.h"
#include "support/sandboxprocess.h"

#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using Core::Json;

/// Services that are made, changed, switched and deleted, and really work in between.
class TestSandboxServices final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refuses_data();
    void refuses();
    void kafkaLives();
    void clickHouseLives();
    void switchesOffAndOn();
    void protectionHolds();
    void integrationsGoWithTheirService();
    void comesWithIntegrations();
    void namesMayBeThoseOfFiles();

private:
    SandboxProcess::Answer call(const QByteArray &method, const QByteArray &path, const Json &body = {}) const
    {
        return m_sandbox.call(method, project + path, body);
    }
    [[nodiscard]] QString create(const char *name, const char *type, const char *plan, Json more = Json::object()) const
    {
        more.update({{"service_name", name}, {"service_type", type}, {"plan", plan}, {"cloud", nullptr}});
        const auto answer = call("POST", "/service", more);
        return answer.status == 200 ? Core::textAt(answer.body["service"], "state") : answer.message();
    }
    [[nodiscard]] QString stateOf(const QByteArray &service) const
    {
        return Core::textAt(call("GET", "/service/" + service).body["service"], "state");
    }
    [[nodiscard]] QString put(const QByteArray &service, const Json &body) const
    {
        const auto answer = call("PUT", "/service/" + service, body);
        return answer.status == 200 ? Core::textAt(answer.body["service"], "state") : answer.message();
    }

    static inline const QByteArray project = "/v1/project/sandbox";
    SandboxProcess m_sandbox;
};

namespace {

constexpr Refusal refusals[] = {
    {"no name", "POST", "/service", R"({"service_type":"kafka","plan":"business-4"})", 400,
     "Invalid input: 'service_name' is a required property"},
    {"name with dots", "POST", "/service", R"({"service_name":"../x","service_type":"kafka","plan":"business-4"})", 400,
     "Invalid input for service_name: '../x' does not match '^[a-z][-a-z0-9]*$'. Start with a lower-case letter; then "
     "lower-case letters, digits or \"-\"; at most 64 characters"},
    {"type", "POST", "/service", R"({"service_name":"x","service_type":"mysql","plan":"business-4"})", 400,
     "Invalid input for service_type: the sandbox runs services of the types clickhouse, kafka and pg, not 'mysql'"},
    {"plan", "POST", "/service", R"({"service_name":"x","service_type":"kafka","plan":"huge"})", 400,
     "Invalid input for plan: 'huge' is not a plan of kafka"},
    {"cloud", "POST", "/service", R"({"service_name":"x","service_type":"kafka","plan":"business-4","cloud":"moon"})",
     400, "Invalid input for cloud: 'moon' is not known"},
    {"twice", "POST", "/service", R"({"service_name":"kafka-demo","service_type":"kafka","plan":"business-4"})", 409,
     "Service name is already in use in this project: kafka-demo already exists"},
    {"config", "POST", "/service",
     R"({"service_name":"x","service_type":"kafka","plan":"business-4","user_config":{"kafka_rest":1}})", 400,
     "Invalid 'user_config': Invalid input for kafka_rest: 1 is not of type 'boolean'"},
    {"config of a change", "PUT", "/service/kafka-demo", R"({"user_config":{"nothing":true}})", 400,
     "Invalid 'user_config': Invalid input: Additional properties are not allowed ('nothing' was unexpected)"},
    {"powered", "PUT", "/service/kafka-demo", R"({"powered":"no"})", 400,
     "Invalid input for powered: 'no' is not of type 'boolean'"},
    {"maintenance", "PUT", "/service/kafka-demo", R"({"maintenance":{"dow":"someday"}})", 400,
     "Invalid input for maintenance.dow: 'someday' is not one of ['monday', 'tuesday', 'wednesday', 'thursday', "
     "'friday', 'saturday', 'sunday', 'never']"},
    {"unknown", "PUT", "/service/x", "{}", 404, "Service x does not exist"},
    {"unknown to delete", "DELETE", "/service/x", nullptr, 404, "Service x does not exist"},
    {"user without a name", "POST", "/service/kafka-demo/user", "{}", 400,
     "Invalid input: 'username' is a required property"},
    {"user twice", "POST", "/service/kafka-demo/user", R"({"username":"avnadmin"})", 409,
     "Service user avnadmin already exists"},
    {"reserved user", "POST", "/service/kafka-demo/user", R"({"username":"aiven"})", 400,
     "The user name aiven is reserved"},
    {"main user", "DELETE", "/service/kafka-demo/user/avnadmin", nullptr, 403,
     "Service user avnadmin is the main user and cannot be deleted"},
    {"no user", "DELETE", "/service/kafka-demo/user/x", nullptr, 404, "Service user x does not exist"},
    {"operation", "PUT", "/service/kafka-demo/user/avnadmin", R"({"operation":"x"})", 400,
     "Invalid input for operation: 'x' is not one of ['reset-credentials', 'acknowledge-renewal', "
     "'set-access-control']"},
    {"ClickHouse user", "DELETE", "/service/clickhouse-demo/clickhouse/user/x", nullptr, 404, "User x does not exist"},
    {"short password", "POST", "/service/clickhouse-demo/clickhouse/user", R"({"name":"u","password":"short"})", 400,
     "Invalid input for password: 'short' is too short"},
    {"reserved database", "POST", "/service/clickhouse-demo/clickhouse/db", R"({"database":"service_x"})", 400,
     "Database names that begin with service_, endpoint_ or aiven are reserved"},
    {"database twice", "POST", "/service/clickhouse-demo/clickhouse/db", R"({"database":"default"})", 409,
     "Database default already exists"},
    {"required database", "DELETE", "/service/clickhouse-demo/clickhouse/db/default", nullptr, 400,
     "Database default is required and cannot be deleted"},
    {"no database", "DELETE", "/service/clickhouse-demo/clickhouse/db/x%2Fy", nullptr, 404,
     "Database x/y does not exist"},
    {"statistics", "GET", "/service/clickhouse-demo/clickhouse/query/stats?order_by=x:desc", nullptr, 400,
     "Invalid input for order_by: 'x:desc' is no key with :asc or :desc"},
    {"too many", "GET", "/service/clickhouse-demo/clickhouse/query/stats?limit=1001", nullptr, 400,
     "Invalid input for limit: '1001' is not a number from 1 to 1000"},
    {"log offset", "POST", "/service/kafka-demo/logs", R"({"offset":"x"})", 400,
     "Invalid input for offset: 'x' is none that this call gave"},
    {"log limit", "POST", "/service/kafka-demo/logs", R"({"limit":501})", 400,
     "Invalid input for limit: 501 is greater than the maximum of 500"},
    {"fewer partitions", "PUT", "/service/kafka-demo/topic/topic1", R"({"partitions":0})", 400,
     "Invalid input for partitions: 0 is less than the minimum of 1"},
    {"too many partitions", "PUT", "/service/kafka-demo/topic/topic1", R"({"partitions":1001})", 400,
     "The sandbox takes up to 1000 partitions in a topic"},
};

} // namespace

void TestSandboxServices::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.errorOutput()));
}

void TestSandboxServices::refuses_data()
{
    addRefusals(refusals);
}

void TestSandboxServices::refuses()
{
    QFETCH(Refusal, refusal);
    const auto answer = call(refusal.method, refusal.path, refusal.body ? Json::parse(refusal.body) : Json());
    QCOMPARE(answer.message(), QString::fromUtf8(refusal.message));
    QCOMPARE(answer.status, refusal.status);
}

void TestSandboxServices::kafkaLives()
{
    QCOMPARE(create("kafka-2", "kafka", "startup-4", {{"user_config", {{"kafka_rest", true}}}}), u"REBUILDING"_s);
    QTRY_COMPARE(stateOf("kafka-2"), u"RUNNING"_s);
    const Json service = call("GET", "/service/kafka-2").body["service"];
    QCOMPARE(service["user_config"], Json::parse(R"({"kafka_rest":true,"kafka_version":"4.1"})"));
    QCOMPARE(service["cloud_name"], Json("google-europe-west1"));
    QVERIFY(service["service_uri"] != call("GET", "/service/kafka-demo").body["service"]["service_uri"]);
    // Its topics are its own.
    QCOMPARE(call("GET", "/service/kafka-2/topic").body["topics"], Json::array());
    QCOMPARE(call("POST", "/service/kafka-2/topic", {{"topic_name", "mine"}}).message(), u"created"_s);
    QCOMPARE(call("GET", "/service/kafka-demo/topic/mine").status, 404);
    QCOMPARE(call("PUT", "/service/kafka-2/topic/mine", {{"partitions", 3}}).message(), u"updated"_s);
    QCOMPARE(call("GET", "/service/kafka-2/topic/mine").body["topic"]["partitions"].size(), std::size_t(3));
    const Json record{{"format", "json"}, {"records", Json::array({Json{{"value", 7}, {"partition", 0}}})}};
    const auto produced = call("POST", "/service/kafka-2/kafka/rest/topics/mine/produce", record);
    QVERIFY(produced.body["offsets"][0]["error"].is_null());
    const auto read = call("POST", "/service/kafka-2/kafka/rest/topics/mine/messages",
                           Json::parse(R"({"format":"json","partitions":{"0":{"offset":0}}})"));
    QCOMPARE(read.message(), QString());
    QCOMPARE(read.body["messages"].size(), std::size_t(1));
    QCOMPARE(read.body["messages"][0]["value"], Json(7));
    QCOMPARE(call("DELETE", "/service/kafka-2").message(), u"deleted"_s);
    QCOMPARE(call("GET", "/service/kafka-2").status, 404);
}

void TestSandboxServices::clickHouseLives()
{
    QCOMPARE(create("ch-2", "clickhouse", "startup-16"), u"REBUILDING"_s);
    const auto early = call("GET", "/service/ch-2");
    QVERIFY(early.body["service"]["service_uri"].is_null());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("ch-2"), u"RUNNING"_s, 20'000);
    QCOMPARE(m_sandbox.query(u"ch-2"_s, u"CREATE TABLE default.t (n UInt8) ENGINE = MergeTree ORDER BY n"_s),
             Json::array());
    QCOMPARE(m_sandbox.query(u"ch-2"_s, u"SELECT count() FROM system.tables WHERE name = 't'"_s).dump(),
             std::string(R"([["1"]])"));
    QCOMPARE(m_sandbox.query(u"clickhouse-demo"_s, u"SELECT count() FROM system.tables WHERE name = 't'"_s).dump(),
             std::string(R"([["0"]])"));
    QCOMPARE(call("DELETE", "/service/ch-2").status, 200);
    // A new one of the name begins empty.
    QCOMPARE(create("ch-2", "clickhouse", "startup-16"), u"REBUILDING"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("ch-2"), u"RUNNING"_s, 20'000);
    QCOMPARE(m_sandbox.query(u"ch-2"_s, u"SELECT count() FROM system.tables WHERE name = 't'"_s).dump(),
             std::string(R"([["0"]])"));
    QCOMPARE(call("DELETE", "/service/ch-2").status, 200);
}

void TestSandboxServices::switchesOffAndOn()
{
    QCOMPARE(put("clickhouse-demo", {{"plan", "startup-16"}, {"powered", false}, {"user_config", Json::object()}}),
             u"POWEROFF"_s);
    QCOMPARE(stateOf("clickhouse-demo"), u"POWEROFF"_s);
    const auto query =
        call("POST", "/service/clickhouse-demo/clickhouse/query", {{"database", "default"}, {"query", "SELECT 1"}});
    QCOMPARE(query.status, 409);
    QCOMPARE(query.message(), u"Service clickhouse-demo is powered off"_s);
    QCOMPARE(query.body["errors"][0]["error_code"], Json("not_powered"));
    const auto integration = call("POST", "/integration",
                                  {{"integration_type", "clickhouse_kafka"},
                                   {"source_service", "kafka-demo"},
                                   {"dest_service", "clickhouse-demo"}});
    QCOMPARE(integration.status, 409);
    QCOMPARE(put("clickhouse-demo", {{"powered", true}}), u"REBUILDING"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("clickhouse-demo"), u"RUNNING"_s, 20'000);
    QCOMPARE(m_sandbox.query(u"clickhouse-demo"_s, u"SELECT 1"_s).dump(), std::string("[[1]]"));
}

void TestSandboxServices::protectionHolds()
{
    const QString refusal =
        u"Service is protected against termination and shut down. Remove termination protection first."_s;
    QCOMPARE(put("clickhouse-hobby", {{"termination_protection", true}}), u"RUNNING"_s);
    QCOMPARE(call("DELETE", "/service/clickhouse-hobby").message(), refusal);
    QCOMPARE(put("clickhouse-hobby", {{"powered", false}}), refusal);
    QCOMPARE(put("clickhouse-hobby", {{"powered", false}, {"termination_protection", false}}), u"POWEROFF"_s);
    QCOMPARE(put("clickhouse-hobby", {{"powered", true}}), u"REBUILDING"_s);
    QTRY_COMPARE(stateOf("clickhouse-hobby"), u"RUNNING"_s);
}

void TestSandboxServices::integrationsGoWithTheirService()
{
    QCOMPARE(create("kafka-3", "kafka", "startup-4"), u"REBUILDING"_s);
    const auto created = call(
        "POST", "/integration",
        {{"integration_type", "clickhouse_kafka"}, {"source_service", "kafka-3"}, {"dest_service", "clickhouse-demo"}});
    QCOMPARE(created.status, 200);
    const QByteArray id = Core::textAt(created.body["service_integration"], "service_integration_id").toUtf8();
    QTRY_COMPARE(call("GET", "/integration/" + id).body["service_integration"]["active"], Json(true));
    QCOMPARE(put("clickhouse-demo", {{"plan", "hobbyist"}}),
             u"Service integrations are not available for this service"_s);
    QCOMPARE(call("DELETE", "/service/kafka-3").status, 200);
    QCOMPARE(call("GET", "/integration/" + id).status, 404);
    const auto hasDatabase = [this] {
        const Json databases = call("GET", "/service/clickhouse-demo/clickhouse/db").body["databases"];
        return std::any_of(databases.begin(), databases.end(),
                           [](const Json &database) { return database["name"] == "service_kafka-3"; });
    };
    QTRY_VERIFY(!hasDatabase());
}

void TestSandboxServices::comesWithIntegrations()
{
    const Json integrations = Json::array({Json{{"integration_type", "clickhouse_kafka"},
                                                {"dest_service", "clickhouse-demo"},
                                                {"user_config", Json::object()}}});
    QCOMPARE(create("kafka-4", "kafka", "startup-4", {{"service_integrations", integrations}}), u"REBUILDING"_s);
    const Json service = call("GET", "/service/kafka-4").body["service"];
    QCOMPARE(service["service_integrations"][0]["source_service"], Json("kafka-4"));
    QCOMPARE(call("DELETE", "/service/kafka-4").status, 200);
    const Json wrong = Json::array({Json{{"integration_type", "clickhouse_kafka"}, {"dest_service", "nothing"}}});
    QCOMPARE(create("kafka-4", "kafka", "startup-4", {{"service_integrations", wrong}}),
             u"Service nothing does not exist"_s);
    QCOMPARE(call("GET", "/service/kafka-4").status, 404);
}

void TestSandboxServices::namesMayBeThoseOfFiles()
{
    QCOMPARE(create("lock", "kafka", "startup-4"), u"REBUILDING"_s);
    QTRY_COMPARE(stateOf("lock"), u"RUNNING"_s);
    QCOMPARE(call("POST", "/service/lock/topic", {{"topic_name", "t"}}).message(), u"created"_s);
    QCOMPARE(call("DELETE", "/service/lock").status, 200);
    QCOMPARE(create("lock", "kafka", "startup-4"), u"REBUILDING"_s);
    QCOMPARE(call("GET", "/service/lock/topic").body["topics"], Json::array());
    QCOMPARE(call("DELETE", "/service/lock").status, 200);
}

QTEST_GUILESS_MAIN(TestSandboxServices)
#include "tst_sandboxservices.moc"
