// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandboxprocess.h"

#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using Core::Json;

/// Integration endpoints and the integrations that ship metrics and logs to them.
class TestSandboxEndpoints final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_made.clear(); }
    void cleanup();
    void everyTypeIsKept_data();
    void everyTypeIsKept();
    void refusesConfigs_data();
    void refusesConfigs();
    void refusesCalls_data();
    void refusesCalls();
    void changesWhatIsSent();
    void namesAreTaken();
    void shipsToEveryDestination_data();
    void shipsToEveryDestination();
    void stopsShippingBeforeItGoes();
    void survivesARestart();

private:
    [[nodiscard]] SandboxProcess::Answer create(const QByteArray &type, const Json &config,
                                                const char *name = "outside") const
    {
        return m_sandbox.call(
            "POST", endpoints,
            {{"endpoint_name", name}, {"endpoint_type", type.toStdString()}, {"user_config", config}});
    }
    /// Makes one that cleanup() takes away.
    [[nodiscard]] QByteArray made(const QByteArray &type, const Json &config);
    [[nodiscard]] Json stored(const QByteArray &id, const char *query = "?include_secrets=true") const
    {
        return m_sandbox.call("GET", endpoints + '/' + id + query).body["service_integration_endpoint"]["user_config"];
    }

    static inline const QByteArray project = "/v1/project/sandbox";
    static inline const QByteArray endpoints = project + "/integration_endpoint";
    SandboxProcess m_sandbox;
    QByteArrayList m_made;
};

namespace {

/// A complete configuration of each type, with the secret's key.
struct Type
{
    const char *type;
    const char *config;
    const char *secret;
};

constexpr Type types[] = {
    {"external_kafka",
     R"({"bootstrap_servers":"k:9092","security_protocol":"SASL_SSL","sasl_mechanism":"PLAIN",
         "sasl_plain_username":"u","sasl_plain_password":"p"})",
     "sasl_plain_password"},
    {"external_postgresql", R"({"host":"h","port":5432,"username":"u","password":"p"})", "password"},
    {"external_mysql", R"({"host":"h","port":3306,"username":"u","password":"p"})", "password"},
    {"external_clickhouse", R"({"host":"h","port":9440,"username":"u","password":"p"})", "password"},
    {"external_aws_s3", R"({"url":"https://b","access_key_id":"A","secret_access_key":"s"})", "secret_access_key"},
    {"external_azure_blob_storage", R"({"connection_string":"a=b","container":"c"})", "connection_string"},
    {"external_schema_registry",
     R"({"url":"http://r","authentication":"basic","basic_auth_username":"u","basic_auth_password":"p"})",
     "basic_auth_password"},
    {"datadog", R"({"datadog_api_key":"k"})", "datadog_api_key"},
    {"prometheus", R"({"basic_auth_username":"scraper","basic_auth_password":"password"})", "basic_auth_password"},
    {"rsyslog", R"({"server":"logs.example","port":514,"format":"rfc5424","tls":true,"cert":"c","key":"k"})", "key"},
    {"opentelemetry", R"({"service_address":"otel:4317","timeout":10,"compression":"gzip"})", nullptr},
    {"external_aws_cloudwatch_logs", R"({"access_key":"a","secret_key":"s","region":"eu-west-1"})", "secret_key"},
    {"external_aws_cloudwatch_metrics", R"({"access_key":"a","secret_key":"s","region":"eu-west-1","namespace":"n"})",
     "secret_key"},
    {"external_elasticsearch_logs", R"({"url":"https://u:p@e.example","index_prefix":"logs"})", "url"},
    {"external_opensearch_logs", R"({"url":"https://u:p@o.example","index_prefix":"logs"})", "url"},
    {"external_google_cloud_logging", R"({"project_id":"project","log_id":"l","service_account_credentials":"{}"})",
     "service_account_credentials"},
    {"autoscaler", R"({"autoscaling":[{"type":"autoscale_disk","cap_gb":100}]})", nullptr},
};

struct Refusal
{
    const char *name;
    const char *type;
    const char *config;
    const char *message;
};

constexpr Refusal refusals[] = {
    {"nothing", "datadog", "{}", "Invalid 'user_config': Invalid input: 'datadog_api_key' is a required property"},
    {"other key", "datadog", R"({"datadog_api_key":"k","x":1})",
     "Invalid 'user_config': Invalid input: Additional properties are not allowed ('x' was unexpected)"},
    {"kind", "external_mysql", R"({"host":"h","port":"3306","username":"u","password":"p"})",
     "Invalid 'user_config': Invalid input for port: '3306' is not of type 'integer'"},
    {"bound", "external_mysql", R"({"host":"h","port":65536,"username":"u","password":"p"})",
     "Invalid 'user_config': Invalid input for port: 65536 is greater than the maximum of 65535"},
    {"choice", "external_kafka", R"({"bootstrap_servers":"k:1","security_protocol":"TLS"})",
     "Invalid 'user_config': Invalid input for security_protocol: 'TLS' is not one of ['PLAINTEXT', "
     "'SASL_PLAINTEXT', 'SASL_SSL', 'SSL']"},
    {"inside an array", "autoscaler", R"({"autoscaling":[{"type":"autoscale_disk","cap_gb":1}]})",
     "Invalid 'user_config': Invalid input for autoscaling[0].cap_gb: 1 is less than the minimum of 50"},
    {"pattern", "datadog", R"({"datadog_api_key":"*"})",
     "Invalid 'user_config': Invalid input for datadog_api_key: '*' does not match '^[A-Za-z0-9]{1,256}$'. Letters "
     "and digits only, at most 256"},
    {"nothing to keep", "datadog", R"({"datadog_api_key":"<redacted>"})",
     "Invalid 'user_config': Invalid input for datadog_api_key: '<redacted>' stands for a value that is kept, but "
     "there is none: send the value"},
    {"SASL without a login", "external_kafka", R"({"bootstrap_servers":"k:1","security_protocol":"SASL_PLAINTEXT"})",
     "Invalid 'user_config': Invalid input for sasl_mechanism: it is needed with security_protocol SASL_PLAINTEXT"},
    {"certificate without a key", "external_kafka",
     R"({"bootstrap_servers":"k:1","security_protocol":"SSL","ssl_client_cert":"c"})",
     "Invalid 'user_config': Invalid input for ssl_client_key: it is needed with ssl_client_cert"},
    {"custom format without a line", "rsyslog", R"({"server":"logs.example","port":514,"format":"custom","tls":false})",
     "Invalid 'user_config': Invalid input for logline: it is needed with format custom"},
    {"no such type", "external_x", "{}", "Invalid input for endpoint_type: 'external_x' is not known"},
};

} // namespace

void TestSandboxEndpoints::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.errorOutput()));
}

void TestSandboxEndpoints::cleanup()
{
    for (const QByteArray &id : std::as_const(m_made))
        QCOMPARE(m_sandbox.call("DELETE", endpoints + '/' + id).message(), u"deleted"_s);
    QCOMPARE(m_sandbox.call("GET", endpoints).body["service_integration_endpoints"], Json::array());
}

QByteArray TestSandboxEndpoints::made(const QByteArray &type, const Json &config)
{
    const auto answer = create(type, config);
    const QByteArray id =
        Core::textAt(answer.body["service_integration_endpoint"], "endpoint_id", answer.message()).toUtf8();
    m_made.append(id);
    return id;
}

void TestSandboxEndpoints::everyTypeIsKept_data()
{
    QTest::addColumn<Type>("type");
    for (const Type &type : types)
        QTest::newRow(type.type) << type;
    const Json offered = m_sandbox.call("GET", project + "/integration_endpoint_types").body["endpoint_types"];
    QCOMPARE(offered.size(), std::size(types)); // each type of the catalogue has its row
}

void TestSandboxEndpoints::everyTypeIsKept()
{
    QFETCH(Type, type);
    const Json config = Json::parse(type.config);
    const auto answer = create(type.type, config);
    QVERIFY2(answer.status == 200, qPrintable(answer.message()));
    const Json &endpoint = answer.body["service_integration_endpoint"];
    m_made.append(Core::textAt(endpoint, "endpoint_id").toUtf8());
    QCOMPARE(endpoint["endpoint_type"], Json(type.type));
    QCOMPARE(endpoint["endpoint_config"], Json::object());
    QCOMPARE(stored(m_made.last()), config);
    Json shown = config;
    if (type.secret)
        shown[type.secret] = "<redacted>";
    QCOMPARE(endpoint["user_config"], shown);
    QCOMPARE(stored(m_made.last(), ""), shown);
    QCOMPARE(m_sandbox.call("GET", endpoints).body["service_integration_endpoints"][0]["user_config"], shown);
}

void TestSandboxEndpoints::refusesConfigs_data()
{
    QTest::addColumn<Refusal>("refusal");
    for (const Refusal &refusal : refusals)
        QTest::newRow(refusal.name) << refusal;
}

void TestSandboxEndpoints::refusesConfigs()
{
    QFETCH(Refusal, refusal);
    const auto answer = create(refusal.type, Json::parse(refusal.config));
    QCOMPARE(answer.message(), QString::fromUtf8(refusal.message));
    QCOMPARE(answer.status, 400);
}

void TestSandboxEndpoints::refusesCalls_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const QString missing = u"Service integration endpoint does not exist"_s;
    QTest::newRow("get") << "GET"_ba
                         << "/x"_ba << QByteArray() << 404 << missing;
    QTest::newRow("put") << "PUT"_ba
                         << "/x"_ba
                         << R"({"user_config":{}})"_ba << 404 << missing;
    QTest::newRow("delete") << "DELETE"_ba
                            << "/x"_ba << QByteArray() << 404 << missing;
    QTest::newRow("put without a config") << "PUT"_ba
                                          << "/x"_ba
                                          << "{}"_ba << 400 << u"Invalid input: 'user_config' is a required property"_s;
    QTest::newRow("no config") << "POST"_ba
                               << ""_ba
                               << R"({"endpoint_name":"a","endpoint_type":"datadog"})"_ba << 400
                               << u"Invalid input: 'user_config' is a required property"_s;
    QTest::newRow("name with a slash")
        << "POST"_ba
        << ""_ba
        << R"({"endpoint_name":"a/b","endpoint_type":"datadog","user_config":{}})"_ba << 400
        << u"Invalid input for endpoint_name: 'a/b' does not match '^[A-Za-z0-9][-_A-Za-z0-9]*$'. Use letters, digits, "
           u"\"_\" or \"-\"; at most 40 characters"_s;
    QTest::newRow("long name") << "POST"_ba
                               << ""_ba
                               << R"({"endpoint_name":")" + QByteArray(41, 'a') +
                                      R"(","endpoint_type":"datadog","user_config":{}})"
                               << 400
                               << u"Invalid input for endpoint_name: '"_s + QString(41, u'a') + u"' is too long"_s;
}

void TestSandboxEndpoints::refusesCalls()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const auto answer =
        m_sandbox.call(method, endpoints + path, body.isEmpty() ? Json() : Json::parse(body.toStdString()));
    QTEST(answer.message(), "message");
    QTEST(answer.status, "status");
}

void TestSandboxEndpoints::changesWhatIsSent()
{
    const QByteArray id = made("external_mysql", Json::parse(types[2].config));
    const auto put = [&](const char *config) {
        return m_sandbox.call("PUT", endpoints + '/' + id, {{"user_config", Json::parse(config)}});
    };
    QCOMPARE(put(R"({"host":"h2"})").status, 200);
    QCOMPARE(stored(id).dump(), std::string(R"({"host":"h2","port":3306,"username":"u","password":"p"})"));
    QCOMPARE(put(R"({"host":"h3","password":"<redacted>"})").status, 200);
    QCOMPARE(stored(id)["password"], Json("p"));
    QCOMPARE(put(R"({"password":"new"})").body["service_integration_endpoint"]["user_config"]["password"],
             Json("<redacted>"));
    QCOMPARE(stored(id)["password"], Json("new"));
    QCOMPARE(put(R"({"password":"<redacted>","port":3306})").message(), u"User config not changed"_s);
    QCOMPARE(put(R"({"port":0})").status, 400);
    QCOMPARE(stored(id)["port"], Json(3306));
}

void TestSandboxEndpoints::namesAreTaken()
{
    QVERIFY(!made("datadog", {{"datadog_api_key", "k"}}).isEmpty());
    const auto again = create("prometheus", Json::object());
    QCOMPARE(again.status, 409);
    QVERIFY(again.message().contains(u"already exists"_s));
}

void TestSandboxEndpoints::shipsToEveryDestination_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("datadog") << "datadog"_ba
                             << R"({"datadog_api_key":"k","site":"datadoghq.eu"})"_ba
                             << u"Service metrics of clickhouse-demo would go to outside (Datadog endpoint: site "
                                u"datadoghq.eu). The sandbox sends nothing outside."_s;
    QTest::newRow("rsyslog") << "rsyslog"_ba
                             << R"({"server":"logs.example","port":514,"format":"rfc5424","tls":true})"_ba
                             << u"Service logs of clickhouse-demo would go to outside (Syslog endpoint: server "
                                u"logs.example, port 514). The sandbox sends nothing outside."_s;
    QTest::newRow("elasticsearch, no secret URL")
        << "external_elasticsearch_logs"_ba
        << R"({"url":"https://u:p@e.example","index_prefix":"logs"})"_ba
        << u"Service logs of clickhouse-demo would go to outside (External Elasticsearch endpoint: index prefix logs). "
           u"The sandbox sends nothing outside."_s;
}

void TestSandboxEndpoints::shipsToEveryDestination()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, config);
    const QByteArray endpoint = made(type, Json::parse(config.toStdString()));
    const auto candidates = [this] {
        return m_sandbox.call("GET", project + "/service/clickhouse-demo/integration").body["service_integrations"];
    };
    const auto ofType = [&type](const Json &list) {
        return std::find_if(list.begin(), list.end(),
                            [&](const Json &one) { return one["integration_type"] == type.toStdString(); });
    };
    const Json before = candidates();
    QVERIFY(ofType(before) != before.end());
    QVERIFY((*ofType(before))["service_integration_id"].is_null());
    QCOMPARE((*ofType(before))["dest_endpoint"], Json("outside"));
    // As avn sends it: all four sides, null for what is not used.
    const auto answer = m_sandbox.call("POST", project + "/integration",
                                       {{"integration_type", type.toStdString()},
                                        {"source_service", "clickhouse-demo"},
                                        {"source_endpoint_id", nullptr},
                                        {"dest_service", nullptr},
                                        {"dest_endpoint_id", endpoint.toStdString()},
                                        {"user_config", Json::object()}});
    QVERIFY2(answer.status == 200, qPrintable(answer.message()));
    const Json &integration = answer.body["service_integration"];
    QCOMPARE(integration["active"], Json(true));
    QCOMPARE(integration["dest_endpoint_id"], Json(endpoint.toStdString()));
    QCOMPARE(integration["dest_service_type"], Json(type.toStdString()));
    QVERIFY(integration["dest_service"].is_null());
    QTEST(Core::textAt(integration["integration_status"], "status_user_desc"), "sentence");
    const Json service = m_sandbox.call("GET", project + "/service/clickhouse-demo").body["service"];
    QCOMPARE(service["service_integrations"], Json::array({integration}));
    QCOMPARE((*ofType(candidates()))["enabled"], Json(true));
    const QByteArray id = Core::textAt(integration, "service_integration_id").toUtf8();
    QCOMPARE(m_sandbox.call("DELETE", project + "/integration/" + id).status, 200);
}

void TestSandboxEndpoints::stopsShippingBeforeItGoes()
{
    const QByteArray endpoint = made("datadog", {{"datadog_api_key", "k"}});
    const Json body{{"integration_type", "datadog"},
                    {"source_service", "clickhouse-demo"},
                    {"dest_endpoint_id", endpoint.toStdString()}};
    const auto created = m_sandbox.call("POST", project + "/integration", body);
    const QByteArray path = project + "/integration/" +
                            Core::textAt(created.body["service_integration"], "service_integration_id").toUtf8();
    QCOMPARE(m_sandbox.call("POST", project + "/integration", body).message(), u"Service integration already exists"_s);
    const auto used = m_sandbox.call("DELETE", endpoints + '/' + endpoint);
    QCOMPARE(used.status, 409);
    QCOMPARE(used.message(), u"Service integration endpoint is used by 1 integration(s): delete these first"_s);
    const auto wrong = m_sandbox.call("PUT", path, {{"user_config", {{"datadog_dbm_enabled", 1}}}});
    QCOMPARE(wrong.message(),
             u"Invalid 'user_config': Invalid input for datadog_dbm_enabled: 1 is not of type 'boolean'"_s);
    const auto changed = m_sandbox.call("PUT", path, {{"user_config", {{"datadog_dbm_enabled", true}}}});
    QCOMPARE(changed.body["service_integration"]["user_config"], Json({{"datadog_dbm_enabled", true}}));
    QCOMPARE(m_sandbox.call("DELETE", path).status, 200);
}

void TestSandboxEndpoints::survivesARestart()
{
    const QTemporaryDir folder;
    SandboxProcess sandbox;
    QVERIFY2(sandbox.start({u"--data"_s, folder.path()}), qPrintable(sandbox.errorOutput()));
    const auto answer = sandbox.call(
        "POST", endpoints,
        {{"endpoint_name", "kept"}, {"endpoint_type", "datadog"}, {"user_config", {{"datadog_api_key", "canary"}}}});
    QCOMPARE(answer.status, 200);
    sandbox.killHard();
    QVERIFY2(sandbox.start({u"--data"_s, folder.path()}), qPrintable(sandbox.errorOutput()));
    const QByteArray id = Core::textAt(answer.body["service_integration_endpoint"], "endpoint_id").toUtf8();
    const auto found = sandbox.call("GET", endpoints + '/' + id + "?include_secrets=true");
    QCOMPARE(found.body["service_integration_endpoint"]["user_config"]["datadog_api_key"], Json("canary"));
}

QTEST_GUILESS_MAIN(TestSandboxEndpoints)
#include "tst_sandboxendpoints.moc"
