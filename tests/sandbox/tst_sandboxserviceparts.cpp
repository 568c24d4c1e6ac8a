// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawhttp.h"
#include "support/sandboxprocess.h"

#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using Core::Json;

/// What belongs to a service: users, databases, queries, logs, topics.
class TestSandboxServiceParts final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void users_data();
    void users();
    void clickHouseUsersLogIn();
    void databasesComeAndGo();
    void countsQueries();
    void listsRunningQueries();
    void logsWhatHappened();
    void logsWhatCouldNotBeRead();
    void changesTopics();
    void postgresDatabasesComeAndGo();

private:
    SandboxProcess::Answer call(const QByteArray &method, const QByteArray &path, const Json &body = {}) const
    {
        return m_sandbox.call(method, "/v1/project/sandbox" + path, body);
    }

    SandboxProcess m_sandbox;
};

void TestSandboxServiceParts::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.errorOutput()));
}

void TestSandboxServiceParts::users_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("operation") << ""_ba
                               << R"({"operation":"reset-credentials"})"_ba;
    QTest::newRow("operation with a password") << ""_ba
                                               << R"({"operation":"reset-credentials","new_password":"chosen-one"})"_ba;
    QTest::newRow("reset") << "/credentials/reset"_ba
                           << "{}"_ba;
}

void TestSandboxServiceParts::users()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const QByteArray users = "/service/kafka-demo/user";
    const auto created = call("POST", users, {{"username", "reader"}});
    const Json first = created.body["user"]["password"];
    QVERIFY(first.is_string() && first != "<redacted>");
    QCOMPARE(created.body["user"]["type"], Json("regular"));
    const auto changed = call("PUT", users + "/reader" + path, Json::parse(body.toStdString()));
    QCOMPARE(changed.body["service"]["users"][1]["password"], Json("<redacted>"));
    const Json second = call("GET", users + "/reader?include_secrets=true").body["user"]["password"];
    QVERIFY(second != first);
    if (body.contains("chosen-one"))
        QCOMPARE(second, Json("chosen-one"));
    QCOMPARE(call("DELETE", users + "/reader").message(), u"deleted"_s);
    QCOMPARE(call("GET", users + "/reader").status, 404);
}

void TestSandboxServiceParts::clickHouseUsersLogIn()
{
    const QByteArray users = "/service/clickhouse-demo/clickhouse/user";
    const auto created = call("POST", users, {{"name", "analyst"}, {"password", "first-password"}});
    const QByteArray id = Core::textAt(created.body["user"], "uuid").toUtf8();
    const int port =
        int(Core::integerAt(call("GET", "/service/clickhouse-demo").body["service"]["components"][0], "port"));
    const auto statusWith = [port](const QByteArray &password) {
        return RawHttp::send(port, "GET /?query=SELECT%201 HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                                       "\r\nX-ClickHouse-User: analyst\r\nX-ClickHouse-Key: " + password + "\r\n\r\n")
            .status;
    };
    QTRY_COMPARE(statusWith("first-password"), 200);
    QVERIFY(statusWith("wrong") != 200);
    const auto changed = call("PUT", users + '/' + id + "/password", {{"password", nullptr}});
    const QByteArray second = Core::textAt(changed.body, "password").toUtf8();
    QTRY_COMPARE(statusWith(second), 200);
    QVERIFY(statusWith("first-password") != 200);
    const auto listed = call("GET", users);
    QCOMPARE(listed.body["users"].size(), std::size_t(2));
    QVERIFY(!QByteArray::fromStdString(listed.body.dump()).contains(second));
    QCOMPARE(call("DELETE", users + '/' + id).message(), u"deleted"_s);
    QTRY_VERIFY(statusWith(second) != 200);
}

void TestSandboxServiceParts::databasesComeAndGo()
{
    const QByteArray databases = "/service/clickhouse-demo/clickhouse/db";
    for (const char *name : {"shop", "a`b\\", "ünicode 🚀"}) {
        QCOMPARE(call("POST", databases, {{"database", name}}).message(), u"created"_s);
        const Json list = call("GET", databases).body["databases"];
        QVERIFY(std::any_of(list.begin(), list.end(), [&](const Json &one) { return one["name"] == name; }));
        const QByteArray encoded = QUrl::toPercentEncoding(QString::fromUtf8(name));
        QCOMPARE(call("DELETE", databases + '/' + encoded).message(), u"deleting"_s);
        QCOMPARE(call("DELETE", databases + '/' + encoded).status, 404);
    }
}

void TestSandboxServiceParts::countsQueries()
{
    for (int round = 0; round < 3; ++round)
        QCOMPARE(m_sandbox.query(u"clickhouse-demo"_s, u"SELECT 12345"_s).dump(), std::string("[[12345]]"));
    const QByteArray query = "/service/clickhouse-demo/clickhouse/query";
    const Json list = call("GET", query + "/stats?order_by=calls:desc&limit=1").body["queries"];
    QCOMPARE(list.size(), std::size_t(1));
    QCOMPARE(list[0]["query"], Json("SELECT 12345"));
    QCOMPARE(list[0]["calls"], Json(3));
    QCOMPARE(list[0]["rows"], Json(3));
    QVERIFY(list[0]["min_time"] <= list[0]["mean_time"] && list[0]["mean_time"] <= list[0]["max_time"]);
    QCOMPARE(call("GET", query).body["queries"], Json::array());
}

void TestSandboxServiceParts::listsRunningQueries()
{
    const Json service = call("GET", "/service/clickhouse-demo?include_secrets=true").body["service"];
    const auto port = quint16(Core::integerAt(service["components"][0], "port"));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    QVERIFY(socket.waitForConnected());
    socket.write("GET /?query=SELECT%20sleepEachRow(1)%20FROM%20numbers(30)%20SETTINGS%20max_block_size=1 "
                 "HTTP/1.1\r\nHost: 127.0.0.1:" +
                 QByteArray::number(port) + "\r\nX-ClickHouse-User: avnadmin\r\nX-ClickHouse-Key: " +
                 Core::textAt(service["users"][0], "password").toUtf8() + "\r\n\r\n");
    socket.flush();
    const auto running = [this] { return call("GET", "/service/clickhouse-demo/clickhouse/query").body["queries"]; };
    QTRY_COMPARE(running().size(), std::size_t(1));
    const QString query = Core::textAt(running()[0], "query");
    QVERIFY2(query.startsWith(u"SELECT sleepEachRow(1) FROM numbers(30)"_s), qPrintable(query));
    QVERIFY2(!query.contains(u"/dev/fd"_s), qPrintable(query));
    socket.abort(); // which ends the query
    QTRY_COMPARE_WITH_TIMEOUT(running(), Json::array(), 10'000);
}

void TestSandboxServiceParts::logsWhatHappened()
{
    QCOMPARE(
        call("POST", "/service", Json::parse(R"({"service_name":"kafka-5","service_type":"kafka","plan":"startup-4"})"))
            .status,
        200);
    QCOMPARE(call("PUT", "/service/kafka-5", {{"powered", false}}).status, 200);
    const QByteArray logs = "/service/kafka-5/logs";
    const Json oldest = call("POST", logs, {{"limit", 1}, {"sort_order", "desc"}}).body;
    QCOMPARE(oldest["logs"][0]["msg"], Json("Service was powered off"));
    QCOMPARE(oldest["logs"][0]["hostname"], Json("kafka-5-1"));
    const auto older = call("POST", logs, {{"offset", oldest["offset"]}, {"sort_order", "desc"}});
    QCOMPARE(older.body["logs"].size(), std::size_t(1));
    QCOMPARE(older.body["logs"][0]["msg"], Json("Service was created"));
    const auto all = call("POST", logs, Json::object());
    QCOMPARE(all.body["logs"].size(), std::size_t(2));
    QCOMPARE(all.body["logs"][0]["msg"], Json("Service was created"));
    const auto later = call("POST", logs, {{"offset", all.body["offset"]}});
    QCOMPARE(later.body["logs"], Json::array());
    QCOMPARE(call("GET", "/service/kafka-5/alerts").body["alerts"], Json::array());
    QCOMPARE(call("DELETE", "/service/kafka-5").status, 200);
}

void TestSandboxServiceParts::logsWhatCouldNotBeRead()
{
    QCOMPARE(call("POST", "/service/kafka-demo/topic", {{"topic_name", "broken"}}).status, 200);
    const Json record = Json::parse(R"({"format":"json","records":[{"value":"no object"}]})");
    QCOMPARE(call("POST", "/service/kafka-demo/kafka/rest/topics/broken/produce", record).status, 200);
    const auto created = call("POST", "/integration", Json::parse(R"({"integration_type":"clickhouse_kafka",
        "source_service":"kafka-demo","dest_service":"clickhouse-demo","user_config":{"tables":[{"name":"broken",
        "columns":[{"name":"id","type":"UInt64"}],"topics":[{"name":"broken"}],"data_format":"JSONEachRow",
        "group_name":"g","auto_offset_reset":"earliest"}]}})"));
    const QByteArray path =
        "/integration/" + Core::textAt(created.body["service_integration"], "service_integration_id").toUtf8();
    QTRY_COMPARE_WITH_TIMEOUT(call("GET", path).body["service_integration"]["active"], Json(true), 20'000);
    QCOMPARE(m_sandbox.query(u"clickhouse-demo"_s, u"CREATE MATERIALIZED VIEW v ENGINE = MergeTree ORDER BY id AS "
                                                   u"SELECT * FROM `service_kafka-demo`.broken"_s),
             Json::array());
    const auto errors = [this] {
        return call("POST", "/service/clickhouse-demo/logs", {{"severity", "error"}}).body["logs"];
    };
    QTRY_VERIFY_WITH_TIMEOUT(!errors().empty(), 30'000);
    const QString message = Core::textAt(errors()[0], "msg");
    QVERIFY2(message.startsWith(u"service_kafka-demo.broken: "_s), qPrintable(message));
    QVERIFY2(message.endsWith(u"(topic: broken, partition: 0, offset: 0)"_s), qPrintable(message));
    QCOMPARE(m_sandbox.query(u"clickhouse-demo"_s, u"DROP VIEW v SYNC"_s), Json::array());
    QCOMPARE(call("DELETE", path).status, 200);
}

void TestSandboxServiceParts::changesTopics()
{
    const QByteArray topics = "/service/kafka-demo/topic";
    QCOMPARE(call("POST", topics, Json::parse(R"({"topic_name":"t","config":{"retention_ms":1000}})")).status, 200);
    const auto changed =
        call("PUT", topics + "/t", Json::parse(R"({"retention_hours":null,"topic_description":"words","replication":2,
                                              "config":{"cleanup_policy":"compact"},"tags":[{"key":"k","value":"v"}]})"));
    QCOMPARE(changed.message(), u"updated"_s);
    const Json topic = call("GET", topics + "/t").body["topic"];
    QCOMPARE(topic["config"]["retention_ms"]["value"], Json(1000));
    QCOMPARE(topic["cleanup_policy"], Json("compact"));
    QCOMPARE(topic["topic_description"], Json("words"));
    QCOMPARE(topic["replication"], Json(2));
    QCOMPARE(topic["tags"][0]["value"], Json("v"));
    QCOMPARE(call("PUT", topics + "/t", Json::parse(R"({"config":{"retention_ms":null}})")).status, 200);
    const auto several = m_sandbox.call("POST", "/v2/project/sandbox/service/kafka-demo/topic",
                                        Json::parse(R"({"topic_names":["t","topic1"]})"));
    QCOMPARE(several.body["topics"][0]["config"]["retention_ms"]["source"], Json("default_config"));
    QCOMPARE(several.body["topics"][1]["topic_name"], Json("topic1"));
    const auto unknown = m_sandbox.call("POST", "/v2/project/sandbox/service/kafka-demo/topic",
                                        Json::parse(R"({"topic_names":["topic1","x"]})"));
    QCOMPARE(unknown.status, 404);
    QCOMPARE(call("DELETE", topics + "/t").status, 200);
}

void TestSandboxServiceParts::postgresDatabasesComeAndGo()
{
    if (call("GET", "/service/pg-demo").status == 404)
        QSKIP("PostgreSQL is not installed.");
    const QByteArray databases = "/service/pg-demo/db";
    QCOMPARE(call("POST", databases, {{"database", "shop \"x\""}}).message(), u"created"_s);
    QCOMPARE(call("POST", databases, {{"database", "shop \"x\""}}).status, 409);
    const auto named = [](const Json &list, const char *name) {
        return std::any_of(list.begin(), list.end(), [&](const Json &one) { return one["database_name"] == name; });
    };
    const Json all = call("GET", databases + "?maxItems=250").body["databases"];
    QVERIFY(named(all, "shop \"x\"") && named(all, "defaultdb") && !named(all, "template1"));
    const Json page = call("GET", databases + "?maxItems=1").body;
    QCOMPARE(page["databases"].size(), std::size_t(1));
    const QByteArray next = Core::textAt(page, "next").toUtf8();
    const Json rest = call("GET", databases + "?after=" + next).body;
    QCOMPARE(rest["databases"].size(), all.size() - 1);
    QVERIFY(!rest.contains("next"));
    QCOMPARE(call("GET", databases + "?maxItems=251").status, 400);
    QCOMPARE(call("DELETE", databases + "/shop%20%22x%22").message(), u"deleted"_s);
    QCOMPARE(call("DELETE", databases + "/shop%20%22x%22").status, 404);
    QCOMPARE(call("DELETE", databases + "/defaultdb").status, 403);
    QCOMPARE(call("GET", "/service/kafka-demo/db").message(), u"Service kafka-demo is of type kafka, not pg"_s);
}

QTEST_GUILESS_MAIN(TestSandboxServiceParts)
#include "tst_sandboxserviceparts.moc"
