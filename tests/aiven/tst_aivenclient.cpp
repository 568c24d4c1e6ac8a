// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/client.h"
#include "aiven/servermessage.h"
#include "support/fakenetwork.h"

#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace TestSupport;

class TestAivenClient : public QObject
{
    Q_OBJECT

private slots:
    void paths_data();
    void paths();
    void requestLines();
    void bodies();
    void readsService();
    void readsIntegrations();
    void readsTopics();
    void readsManyTopics();
    void ownerGoneWhileParsing();
    void readsEndpoints();
    void readsPlans();
    void readsQueryResult();
    void fieldsOfMessages_data();
    void fieldsOfMessages();
    void retryAfter_data();
    void retryAfter();
    void knowsWhetherTheServerAnswers();
};

void TestAivenClient::paths_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("plain") << u"kafka-demo"_s << QByteArray("kafka-demo");
    QTest::newRow("slash") << u"a/b"_s << QByteArray("a%2Fb");
    QTest::newRow("percent") << u"100%"_s << QByteArray("100%25");
    QTest::newRow("query") << u"a?b#c"_s << QByteArray("a%3Fb%23c");
    QTest::newRow("space and plus") << u"a b+c"_s << QByteArray("a%20b%2Bc");
    QTest::newRow("not ASCII") << u"ü"_s << QByteArray("%C3%BC");
    QTest::newRow("quotes") << u"a'\"`"_s << QByteArray("a%27%22%60");
}

void TestAivenClient::paths()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, encoded);
    FakeNetwork network([](const FakeRequest &) { return FakeAnswer::text(R"({"topic": {"topic_name": "t"}})"); });
    Aiven::Client client(network, {QUrl(u"https://api.example.org/base/"_s), {}, {}});
    QObject owner;
    bool answered = false;
    client.getTopic(u"p"_s, u"s"_s, name, &owner)->then([&answered](const auto &) { answered = true; });
    QTRY_VERIFY(answered);
    const QByteArray sent = network.requests().constFirst().request.url().toEncoded();
    QCOMPARE(sent, "https://api.example.org/base/v1/project/p/service/s/topic/" + encoded);
}

void TestAivenClient::requestLines()
{
    FakeNetwork network;
    Aiven::Client client(network, {QUrl(u"https://api.example.org"_s), {}, {}});
    QObject owner;
    const QString p = u"p"_s;
    const QString s = u"s"_s;
    (void)client.currentUser(&owner);
    (void)client.listProjects(&owner);
    (void)client.listServices(p, &owner);
    (void)client.getService(p, s, Aiven::Secrets::Include, &owner);
    (void)client.listIntegrationTypes(p, &owner);
    (void)client.listIntegrations(p, s, &owner);
    (void)client.getIntegration(p, u"i"_s, &owner);
    (void)client.createIntegration(p, {}, &owner);
    (void)client.updateIntegration(p, u"i"_s, {}, &owner);
    (void)client.deleteIntegration(p, u"i"_s, &owner);
    (void)client.createService(p, {}, &owner);
    (void)client.updateService(p, s, {}, &owner);
    (void)client.deleteService(p, s, &owner);
    (void)client.listServiceTypes(p, &owner);
    (void)client.listPlans(p, u"kafka"_s, &owner);
    (void)client.listClouds(p, &owner);
    (void)client.listServiceDatabases(p, s, &owner);
    (void)client.listEndpointTypes(p, &owner);
    (void)client.listEndpoints(p, &owner);
    (void)client.getEndpoint(p, u"e"_s, &owner);
    (void)client.createEndpoint(p, {}, &owner);
    (void)client.updateEndpoint(p, u"e"_s, {}, &owner);
    (void)client.deleteEndpoint(p, u"e"_s, &owner);
    (void)client.listTopics(p, s, &owner);
    (void)client.createTopic(p, s, {}, &owner);
    (void)client.deleteTopic(p, s, u"t"_s, &owner);
    (void)client.readMessages(p, s, u"t"_s, {}, &owner);
    (void)client.produceMessages(p, s, u"t"_s, {}, &owner);
    (void)client.listDatabases(p, s, &owner);
    (void)client.query(p, s, u"default"_s, u"SELECT 1"_s, &owner);
    const QByteArrayList expected{"GET /v1/me",
                                  "GET /v1/project",
                                  "GET /v1/project/p/service",
                                  "GET /v1/project/p/service/s?include_secrets=true",
                                  "GET /v1/project/p/integration_types",
                                  "GET /v1/project/p/service/s/integration",
                                  "GET /v1/project/p/integration/i",
                                  "POST /v1/project/p/integration",
                                  "PUT /v1/project/p/integration/i",
                                  "DELETE /v1/project/p/integration/i",
                                  "POST /v1/project/p/service",
                                  "PUT /v1/project/p/service/s",
                                  "DELETE /v1/project/p/service/s",
                                  "GET /v1/project/p/service-types",
                                  "GET /v1/project/p/service-types/kafka/plans",
                                  "GET /v1/project/p/clouds",
                                  "GET /v1/project/p/service/s/db?maxItems=250",
                                  "GET /v1/project/p/integration_endpoint_types",
                                  "GET /v1/project/p/integration_endpoint",
                                  "GET /v1/project/p/integration_endpoint/e?include_secrets=false",
                                  "POST /v1/project/p/integration_endpoint",
                                  "PUT /v1/project/p/integration_endpoint/e",
                                  "DELETE /v1/project/p/integration_endpoint/e",
                                  "GET /v1/project/p/service/s/topic",
                                  "POST /v1/project/p/service/s/topic",
                                  "DELETE /v1/project/p/service/s/topic/t",
                                  "POST /v1/project/p/service/s/kafka/rest/topics/t/messages",
                                  "POST /v1/project/p/service/s/kafka/rest/topics/t/produce",
                                  "GET /v1/project/p/service/s/clickhouse/db",
                                  "POST /v1/project/p/service/s/clickhouse/query"};
    QTRY_COMPARE(network.lines(), expected);
}

void TestAivenClient::bodies()
{
    Aiven::NewIntegration wanted;
    wanted.type = u"clickhouse_kafka"_s;
    wanted.sourceService = u"kafka-demo"_s;
    wanted.destService = u"clickhouse-demo"_s;
    QCOMPARE(Core::toText(wanted.toJson()),
             R"({"integration_type":"clickhouse_kafka","source_service":"kafka-demo","source_endpoint_id":null,)"
             R"("dest_service":"clickhouse-demo","dest_endpoint_id":null,"user_config":{}})");
    Aiven::NewTopic topic{u"t"_s, 3, {}, {}};
    QCOMPARE(Core::toText(topic.toJson()), R"({"topic_name":"t","partitions":3})"); // the rest is the service's
    topic.replication = 2;
    QCOMPARE(Core::toText(topic.toJson()), R"({"topic_name":"t","partitions":3,"replication":2})");
    topic.retentionMs = 3'600'000;
    QCOMPARE(Core::toText(topic.toJson()),
             R"({"topic_name":"t","partitions":3,"replication":2,"config":{"retention_ms":3600000}})");
    const Aiven::NewService service{u"my-kafka"_s, u"kafka"_s, u"business-4"_s, {}};
    QCOMPARE(Core::toText(service.toJson()), R"({"service_name":"my-kafka","service_type":"kafka",)"
                                             R"("plan":"business-4","cloud":null,"user_config":{}})");
    QCOMPARE(Core::toText(Aiven::ServiceChange{true, {}, {}}.toJson()), R"({"powered":true})");
    const Aiven::NewEndpoint endpoint{u"edge"_s, u"external_kafka"_s};
    QCOMPARE(Core::toText(endpoint.toJson()),
             R"({"endpoint_name":"edge","endpoint_type":"external_kafka","user_config":{}})");
    Aiven::MessageRequest from;
    from.offsets = {{0, 5}};
    QCOMPARE(Core::toText(from.toJson()),
             R"({"partitions":{"0":{"offset":5}},"format":"json","max_bytes":1048576,"timeout":3000})");
    const Aiven::NewMessages messages{Aiven::MessageFormat::Json, {{nullptr, {{"id", 1}}, 0}}};
    QCOMPARE(Core::toText(messages.toJson()),
             R"({"format":"json","records":[{"key":null,"value":{"id":1},"partition":0}]})");
}

void TestAivenClient::readsService()
{
    const auto json = Core::parseJson(R"({"service_name": "clickhouse-demo", "service_type": "clickhouse",
        "state": "RUNNING", "plan": "startup-16", "cloud_name": "sandbox", "user_config": {"clickhouse_version": "25.8"},
        "components": [
            {"component": "clickhouse_https", "host": "private", "port": 1, "route": "private", "usage": "primary"},
            {"component": "clickhouse_https", "host": "127.0.0.1", "port": 8443, "route": "dynamic", "usage": "primary",
             "ssl": false}],
        "users": [{"username": "other", "type": "regular", "password": "<redacted>"},
                  {"username": "avnadmin", "type": "primary", "password": "pw-of-avnadmin"}],
        "service_integrations": [{"service_integration_id": null, "integration_type": "logs"},
                                 {"service_integration_id": "i", "integration_type": "clickhouse_kafka",
                                  "source_service": "kafka-demo"}],
        "something_new": {"a": 1}})");
    const auto service = Aiven::Service::fromJson(*json);
    QVERIFY(service);
    QCOMPARE(service->state, Aiven::Service::State::Running);
    QCOMPARE(service->version, u"25.8"_s);
    QCOMPARE(service->clickHouseUrl(), QUrl(u"http://127.0.0.1:8443"_s));
    QCOMPARE(service->mainUser()->name, u"avnadmin"_s);
    QCOMPARE(service->mainUser()->password.reveal(), u"pw-of-avnadmin"_s);
    QVERIFY(service->users.constFirst().password.isEmpty());
    QCOMPARE(service->integrations.size(), 1);
    QCOMPARE(service->integrations.constFirst().databaseName(), u"service_kafka-demo"_s);
    QVERIFY(service->planAllowsIntegrations());
}

void TestAivenClient::readsIntegrations()
{
    const auto json = Core::parseJson(R"({"service_integration_id": "i", "integration_type": "clickhouse_kafka",
        "enabled": true, "active": false, "source_endpoint": "edge", "source_endpoint_id": "e", "source_service": null,
        "dest_service": "clickhouse-demo", "dest_service_type": "clickhouse", "user_config": null,
        "integration_status": {"status_user_desc": "Broken", "state": {"status": "failed",
            "errors": ["one", {"message": "two"}], "likely_error_cause": "null", "nodes": {}}}})");
    const auto integration = Aiven::Integration::fromJson(*json);
    QVERIFY(integration);
    QVERIFY(integration->source.isEndpoint());
    QCOMPARE(integration->databaseName(), u"endpoint_edge"_s);
    QCOMPARE(integration->status.state, Aiven::IntegrationStatus::State::Failed);
    QCOMPARE(integration->status.errors, QStringList({u"one"_s, u"two"_s}));
    QCOMPARE(integration->status.likelyCause, QString());
    QVERIFY(integration->userConfig.is_object());
}

void TestAivenClient::readsTopics()
{
    const auto summary = Aiven::Topic::fromJson(*Core::parseJson(R"({"topic_name": "t", "partitions": 3})"));
    QCOMPARE(summary->partitionCount, 3);
    const auto full = Aiven::Topic::fromJson(*Core::parseJson(R"({"topic_name": "t", "partitions": [{"partition": 0,
        "earliest_offset": 1, "latest_offset": 9007199254740993,
        "consumer_groups": [{"group_name": "g", "offset": 4}]}]})"));
    QCOMPARE(full->partitionCount, 1);
    QCOMPARE(full->partitions.constFirst().latestOffset, 9007199254740993);
    QCOMPARE(full->partitions.constFirst().groups.constFirst().group, u"g"_s);
}

namespace {

FakeAnswer manyTopics()
{
    Core::Json topics = Core::Json::array();
    for (int i = 0; i < 5'000; ++i)
        topics.push_back({{"topic_name", "topic" + std::to_string(i)}, {"partitions", 3}});
    return FakeAnswer::json({{"topics", topics}});
}

} // namespace

void TestAivenClient::readsManyTopics()
{
    // Large enough to be parsed in a worker.
    FakeNetwork network([](const FakeRequest &) { return manyTopics(); });
    Aiven::Client client(network, {QUrl(u"https://api.example.org"_s), {}, {}});
    QObject owner;
    QList<Aiven::Topic> topics;
    client.listTopics(u"p"_s, u"s"_s, &owner)->then([&topics](auto result) { topics = std::move(result).value(); });
    QTRY_COMPARE(topics.size(), 5'000);
    QCOMPARE(topics.constLast().name, u"topic4999"_s);
}

void TestAivenClient::ownerGoneWhileParsing()
{
    FakeNetwork network([](const FakeRequest &) { return manyTopics(); });
    Aiven::Client client(network, {QUrl(u"https://api.example.org"_s), {}, {}});
    auto owner = std::make_unique<QObject>();
    bool answered = false;
    client.setCallObserver([&owner](const Aiven::CallRecord &) {
        // The body has arrived; the worker starts when this returns.
        QMetaObject::invokeMethod(
            owner.get(), [&owner] { owner.reset(); }, Qt::QueuedConnection);
    });
    client.listTopics(u"p"_s, u"s"_s, owner.get())->then([&answered](const auto &) { answered = true; });
    QTRY_VERIFY(!owner);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(!answered);
}

void TestAivenClient::readsEndpoints()
{
    const auto endpoint = Aiven::Endpoint::fromJson(*Core::parseJson(
        R"({"endpoint_id": "e", "endpoint_name": "edge", "endpoint_type": "external_kafka",
            "user_config": {"z": 1, "sasl_plain_password": "<redacted>"}, "endpoint_config": {}, "new": 1})"));
    QVERIFY(endpoint);
    QCOMPARE(Core::toText(endpoint->userConfig), R"({"z":1,"sasl_plain_password":"<redacted>"})");
    QVERIFY(!Aiven::Endpoint::fromJson(*Core::parseJson(R"({"endpoint_id": "e"})")));
    const auto type = Aiven::EndpointType::fromJson(*Core::parseJson(
        R"({"endpoint_type": "tomorrow", "service_types": ["clickhouse"], "user_config_schema": {"type": "object"}})"));
    QVERIFY(type);
    QCOMPARE(type->title, u"tomorrow"_s);
    QCOMPARE(type->serviceTypes, QStringList(u"clickhouse"_s));
}

void TestAivenClient::readsPlans()
{
    const auto plan = Aiven::ServicePlan::fromJson(*Core::parseJson(
        R"({"service_plan": "business-4", "node_count": 3, "regions": {"google-europe-west1":
            {"price_usd": "0.41", "node_memory_mb": 4096, "node_cpu_count": 2, "disk_space_mb": 614400}}})"));
    QVERIFY(plan);
    QCOMPARE(plan->nodeCount, 3);
    QCOMPARE(plan->regions.value(u"google-europe-west1"_s).pricePerHour, u"0.41"_s);
    QCOMPARE(plan->regions.value(u"google-europe-west1"_s).diskMb, 614400);
    QVERIFY(Aiven::ServicePlan::fromJson(*Core::parseJson(R"({"service_plan": "bare"})"))->regions.isEmpty());
}

void TestAivenClient::readsQueryResult()
{
    const auto result = Aiven::QueryResult::fromJson(
        *Core::parseJson(R"({"meta": [{"name": "x", "type": "UInt64"}], "data": [["42"], [null]],
                             "summary": {"read_rows": 2}})"));
    QVERIFY(result);
    QCOMPARE(result->columns.constFirst().type, u"UInt64"_s);
    QCOMPARE(result->rows.size(), size_t(2));
    QCOMPARE(result->readRows, 2);
}

void TestAivenClient::fieldsOfMessages_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char *name, const QString &message, const QString &pointer) {
        QTest::newRow(name) << message << pointer;
    };
    row("brackets", u"Invalid input for tables[0].columns[1].type: 'x' is too long"_s, u"/tables/0/columns/1/type"_s);
    row("with user_config", u"Invalid 'user_config': Invalid input for user_config.tables[2].name: no"_s,
        u"/tables/2/name"_s);
    row("dots", u"Invalid input: tables.0.name: '' is too short"_s, u"/tables/0/name"_s);
    row("Python", u"Invalid input for user_config['tables'][0]['data_format']: 'X' is not one of ['CSV']"_s,
        u"/tables/0/data_format"_s);
    row("pointer", u"Invalid input for /tables/0/topics/1/name: no"_s, u"/tables/0/topics/1/name"_s);
    row("required", u"Invalid 'user_config': Invalid input: 'server' is a required property"_s, u"/server"_s);
    row("required inside", u"Invalid input for tables[0]: 'group_name' is a required property"_s,
        u"/tables/0/group_name"_s);
    row("surplus", u"Invalid input for tables[0]: Additional properties are not allowed ('foo' was unexpected)"_s,
        u"/tables/0/foo"_s);
    row("the whole", u"Invalid input for user_config 'Service type-specific settings': None is not of type 'object'"_s,
        {});
    row("no place", u"Service integration already exists"_s, {});
    row("version is no place", u"Kafka 3.9 is required"_s, {});
}

void TestAivenClient::fieldsOfMessages()
{
    QFETCH(const QString, message);
    QFETCH(const QString, pointer);
    const QList<Aiven::FieldError> fields = Aiven::fieldErrors(message);
    QCOMPARE(fields.isEmpty() ? QString() : fields.constFirst().pointer, pointer);
}

void TestAivenClient::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("message");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("header") << QByteArray("7") << u"try again in 28s"_s << qint64(7);
    QTest::newRow("text") << QByteArray() << u"Rate limit 120 exceeded - try again in 28s"_s << qint64(28);
    QTest::newRow("past date") << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT") << QString() << qint64(0);
    QTest::newRow("negative") << QByteArray("-5") << QString() << qint64(0);
    QTest::newRow("absurd") << QByteArray("99999999999") << QString() << qint64(86'400);
    QTest::newRow("nothing") << QByteArray() << u"slow down"_s << qint64(0);
}

void TestAivenClient::retryAfter()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QString, message);
    QFETCH(const qint64, seconds);
    QCOMPARE(Aiven::waitAskedFor(header, message), seconds);
}

void TestAivenClient::knowsWhetherTheServerAnswers()
{
    using namespace std::chrono_literals;
    bool isOffline = false;
    FakeNetwork network([&isOffline](const FakeRequest &request) {
        if (isOffline)
            return FakeAnswer::cut(QNetworkReply::ConnectionRefusedError);
        return request.path == "/v1/me" ? FakeAnswer::json({{"user", {{"user", "ada"}}}})
                                        : FakeAnswer::refusal(403, u"no"_s);
    });
    Aiven::Client client(network, {QUrl(u"https://api.example.org"_s), Core::Secret(u"token-of-the-test"_s), u"test"_s},
                         {.backOff = 1ms, .probe = 5ms});
    QList<bool> changes;
    QObject owner;
    connect(&client.reachability(), &Aiven::Reachability::changed, &owner,
            [&changes](bool online) { changes.append(online); });
    const auto ask = [&client, &owner] {
        bool done = false;
        client.listProjects(&owner)->then([&done](const auto &) { done = true; });
        QTRY_VERIFY(done);
    };
    ask(); // refused, but answered
    QVERIFY(client.reachability().isOnline());
    isOffline = true;
    ask();
    ask();
    QTRY_COMPARE(changes, QList<bool>{false}); // told once
    isOffline = false;
    QTRY_COMPARE(changes, (QList<bool>{false, true})); // found out by itself
    const qsizetype asked = network.requests().size();
    QTest::qWait(30);
    QCOMPARE(network.requests().size(), asked); // and then it is quiet
}

QTEST_GUILESS_MAIN(TestAivenClient)
#include "tst_aivenclient.moc"
