// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawhttp.h"
#include "support/sandboxprocess.h"

#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Core::Json;

/// The life of an integration, with what the real ClickHouse and the broker say about it.
class TestSandboxIntegration final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void clickHouseAnswers();
    void reportsSqlErrors_data();
    void reportsSqlErrors();
    void theAddressOfTheServiceWorks();
    void hobbyStartsWhenAsked();
    void K18_K20_makesAnEmptyDatabase();
    void changesOnlyWhatChanged();
    void refusesWithoutChanging_data();
    void refusesWithoutChanging();
    void K9_K34_readsEachMessageOncePerGroup();
    void dropsEverythingWithTheIntegration();
    void finishesAfterAKill();

private:
    [[nodiscard]] QString createIntegration();
    [[nodiscard]] SandboxProcess::Answer update(const Json &tables);
    [[nodiscard]] bool isActive();
    /// name to uuid of the tables in the integration's database
    [[nodiscard]] QMap<QString, QString> tables();
    Json sql(const QString &statement) { return m_sandbox->query(u"clickhouse-demo"_s, statement); }

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QByteArray m_path; ///< of the integration
};

namespace {

const QByteArray project = "/v1/project/sandbox";
const QByteArray clickHouse = project + "/service/clickhouse-demo";
constexpr int patience = 30'000;

Json table(const char *name, const char *type = "UInt64", const char *topic = "topic1")
{
    return {
        {"name", name},
        {"columns", Json::array({Json{{"name", "id"}, {"type", type}}, Json{{"name", "name"}, {"type", "String"}}})},
        {"topics", Json::array({Json{{"name", topic}}})},
        {"data_format", "JSONEachRow"},
        {"group_name", std::string("group-") + name}};
}

struct Refusal
{
    const char *name;
    const char *body;    ///< of the PUT; an array: what a second table beside "t" has other than a good one
    const char *message; ///< how it begins
};

constexpr Refusal refusals[] = {
    {"nothing", "{}", "Invalid input: 'user_config' is a required property"},
    {"null", R"({"user_config":null})",
     "Invalid input for user_config 'Service type-specific settings': None is not of type 'object'"},
    {"no change", R"({"user_config":{}})", "User config not changed"},
    {"wrong kind", R"({"user_config":{"tables":{"a":1}}})",
     "Invalid 'user_config': Invalid input for tables: {'a': 1} is not of type 'array'"},
    {"unknown type", R"([{"columns":[{"name":"a","type":"UInt8"},{"name":"b","type":"Foo"}]}])",
     "Invalid 'user_config': Invalid input for tables[1].columns[1].type: Code: 50. DB::Exception: "},
    {"type that ends the statement", R"([{"columns":[{"name":"a","type":"UInt8); DROP TABLE x; --"}]}])",
     "Invalid 'user_config': Invalid input for tables[1].columns[0].type: "},
    {"same column twice", R"([{"columns":[{"name":"a","type":"UInt8"},{"name":"a","type":"UInt8"}]}])",
     "Invalid 'user_config': Invalid input for tables[1].columns[1].name: "},
    {"same table twice", R"([{"name":"t"}])",
     "Invalid 'user_config': Invalid input for tables[1].name: another table is named 't' already"},
    {"format", R"([{"data_format":"Nope"}])",
     "Invalid 'user_config': Invalid input for tables[1].data_format: 'Nope' is not one of ['Avro', "},
    {"consumers", R"([{"num_consumers":11}])",
     "Invalid 'user_config': Invalid input for tables[1].num_consumers: 11 is greater than the maximum of 10"},
    {"topic", R"([{"topics":[{"name":"a b"}]}])",
     "Invalid 'user_config': Invalid input for tables[1].topics[0].name: 'a b' does not match "},
    {"column without a type", R"([{"columns":[{"name":"a"}]}])",
     "Invalid 'user_config': Invalid input for tables[1].columns[0]: 'type' is a required property"},
};

const Json kafkaToClickHouse{
    {"integration_type", "clickhouse_kafka"}, {"source_service", "kafka-demo"}, {"dest_service", "clickhouse-demo"}};

} // namespace

void TestSandboxIntegration::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>();
    QVERIFY2(m_sandbox->start({u"--data"_s, m_folder.path()}), qPrintable(m_sandbox->errorOutput()));
}

void TestSandboxIntegration::cleanup()
{
    if (!m_path.isEmpty())
        m_sandbox->call("DELETE", m_path);
    m_path.clear();
}

QString TestSandboxIntegration::createIntegration()
{
    const auto created = m_sandbox->call("POST", project + "/integration", kafkaToClickHouse);
    const QString id = Core::textAt(created.body["service_integration"], "service_integration_id");
    m_path = project + "/integration/" + id.toUtf8();
    return id;
}

SandboxProcess::Answer TestSandboxIntegration::update(const Json &tables)
{
    return m_sandbox->call("PUT", m_path, Json{{"user_config", {{"tables", tables}}}});
}

bool TestSandboxIntegration::isActive()
{
    const Json integration = m_sandbox->call("GET", m_path).body["service_integration"];
    const std::string status = integration["integration_status"]["state"]["status"];
    return Core::boolAt(integration, "active") && status == "running";
}

QMap<QString, QString> TestSandboxIntegration::tables()
{
    QMap<QString, QString> found;
    const Json databases = m_sandbox->call("GET", clickHouse + "/clickhouse/db").body["databases"];
    for (const Json &database : databases) {
        if (database["name"] != "service_kafka-demo")
            continue;
        for (const Json &entry : database["tables"])
            found[Core::textAt(entry, "name")] = Core::textAt(entry, "uuid");
    }
    return found;
}

void TestSandboxIntegration::clickHouseAnswers()
{
    const auto answer = m_sandbox->call(
        "POST", clickHouse + "/clickhouse/query",
        Json{{"database", "system"}, {"query", "SELECT toUInt64(18446744073709551615) AS big, NULL AS n, 1 AS small"}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body["meta"][0]["name"], Json("big"));
    QCOMPARE(answer.body["meta"][0]["type"], Json("UInt64"));
    QCOMPARE(answer.body["data"].dump(), std::string(R"([["18446744073709551615",null,1]])"));
    QVERIFY(answer.body["summary"]["elapsed_ns"].is_number());
    const auto ddl = m_sandbox->call("POST", clickHouse + "/clickhouse/query",
                                     Json{{"database", "default"}, {"query", "CREATE TABLE t (a Int8) ORDER BY a"}});
    QCOMPARE(ddl.status, 200);
    QCOMPARE(ddl.body["data"], Json::array());
    const Json databases = m_sandbox->call("GET", clickHouse + "/clickhouse/db").body["databases"];
    QCOMPARE(databases[0]["name"], Json("default"));
    QCOMPARE(databases[0]["required"], Json(true));
    QCOMPARE(databases[0]["tables"][0]["name"], Json("t"));
    QCOMPARE(databases[0]["tables"][0]["total_rows"], Json(0));
}

void TestSandboxIntegration::reportsSqlErrors_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::newRow("syntax") << u"SELEC 1"_s << u"Code: 62. DB::Exception: "_s;
    QTest::newRow("table") << u"SELECT * FROM nothing"_s << u"Code: 60. DB::Exception: "_s;
    QTest::newRow("two statements") << u"SELECT 1; SELECT 2"_s << u"Code: 62. DB::Exception: "_s;
    QTest::newRow("file") << u"SELECT * FROM file('/etc/passwd', 'LineAsString')"_s << u"DB::Exception: "_s;
}

void TestSandboxIntegration::reportsSqlErrors()
{
    QFETCH(QString, query);
    QFETCH(QString, text);
    const auto answer = m_sandbox->call("POST", clickHouse + "/clickhouse/query",
                                        Json{{"database", "default"}, {"query", Core::toStdString(query)}});
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.message().contains(text), qPrintable(answer.message()));
}

void TestSandboxIntegration::theAddressOfTheServiceWorks()
{
    const Json service = m_sandbox->call("GET", clickHouse + "?include_secrets=true").body["service"];
    const Json &component = service["components"][0];
    QCOMPARE(component["component"], Json("clickhouse_https"));
    QCOMPARE(component["ssl"], Json(false));
    const int port = component["port"];
    const QByteArray login =
        (service["users"][0]["username"].get<std::string>() + ':' + service["users"][0]["password"].get<std::string>())
            .c_str();
    const auto answer =
        RawHttp::send(port, "GET /?query=SELECT%201 HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                                "\r\nAuthorization: Basic " + login.toBase64() + "\r\n\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(service["service_uri"], Json("127.0.0.1:" + std::to_string(port)));
    QCOMPARE(service["service_uri_params"]["password"], service["users"][0]["password"]);
}

void TestSandboxIntegration::hobbyStartsWhenAsked()
{
    const Json list = m_sandbox->call("GET", project + "/service").body["services"];
    QCOMPARE(list[1]["service_name"], Json("clickhouse-hobby"));
    QCOMPARE(list[1]["components"], Json::array());
    QCOMPARE(m_sandbox->query(u"clickhouse-hobby"_s, u"SELECT 1"_s), Json::parse("[[1]]"));
    const Json service = m_sandbox->call("GET", project + "/service/clickhouse-hobby").body["service"];
    QCOMPARE(service["components"].size(), std::size_t(1));
}

void TestSandboxIntegration::K18_K20_makesAnEmptyDatabase()
{
    const auto created = m_sandbox->call("POST", project + "/integration", kafkaToClickHouse);
    QCOMPARE(created.status, 200);
    const Json &integration = created.body["service_integration"];
    QCOMPARE(integration["enabled"], Json(true));
    m_path = project + "/integration/" + Core::textAt(integration, "service_integration_id").toUtf8();
    QTRY_VERIFY_WITH_TIMEOUT(isActive(), patience);
    QCOMPARE(sql(u"SELECT name FROM system.databases WHERE name LIKE 'service%'"_s),
             Json::parse(R"([["service_kafka-demo"]])"));
    QVERIFY(tables().isEmpty());

    const auto again = m_sandbox->call("POST", project + "/integration", kafkaToClickHouse);
    QCOMPARE(again.status, 409);
    QCOMPARE(again.message(), u"Service integration already exists"_s);
    const Json list = m_sandbox->call("GET", clickHouse).body["service"]["service_integrations"];
    QCOMPARE(list.size(), std::size_t(1));
    for (const QByteArray &service : {clickHouse, project + "/service/kafka-demo"}) {
        const Json candidates = m_sandbox->call("GET", service + "/integration").body["service_integrations"];
        QCOMPARE(candidates[0], list[0]);
        for (std::size_t i = 1; i < candidates.size(); ++i) // no candidate for what is enabled
            QVERIFY(candidates[i]["integration_type"] != list[0]["integration_type"]);
    }
}

void TestSandboxIntegration::changesOnlyWhatChanged()
{
    QVERIFY(!createIntegration().isEmpty());
    QCOMPARE(update(Json::array({table("kept"), table("changed"), table("dropped")})).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(isActive(), patience);
    const auto before = tables();
    QCOMPARE(before.keys(), QStringList({u"changed"_s, u"dropped"_s, u"kept"_s}));

    const auto updated = update(Json::array({table("changed", "Int32"), table("kept"), table("made")}));
    QCOMPARE(updated.status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(isActive(), patience);
    const auto after = tables();
    QCOMPARE(after.keys(), QStringList({u"changed"_s, u"kept"_s, u"made"_s}));
    QCOMPARE(after[u"kept"_s], before[u"kept"_s]); // the same table, with its consumer
    QVERIFY(after[u"changed"_s] != before[u"changed"_s]);
    QCOMPARE(sql(u"SELECT type FROM system.columns WHERE table = 'changed' AND name = 'id'"_s),
             Json::parse(R"([["Int32"]])"));

    QCOMPARE(update(Json::array()).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(isActive(), patience);
    QVERIFY(tables().isEmpty());
}

void TestSandboxIntegration::refusesWithoutChanging_data()
{
    QTest::addColumn<Refusal>("refusal");
    for (const Refusal &refusal : refusals)
        QTest::newRow(refusal.name) << refusal;
}

void TestSandboxIntegration::refusesWithoutChanging()
{
    QVERIFY(!createIntegration().isEmpty());
    QCOMPARE(update(Json::array({table("t")})).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(isActive(), patience);
    const Json before = m_sandbox->call("GET", m_path).body;
    const auto tablesBefore = tables();

    QFETCH(Refusal, refusal);
    Json body = Json::parse(refusal.body);
    if (body.is_array()) { // a second table
        Json second = table("u");
        second.update(body[0]);
        body = Json{{"user_config", {{"tables", Json::array({table("t"), second})}}}};
    }
    const auto answer = m_sandbox->call("PUT", m_path, body);
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.message().startsWith(QString::fromUtf8(refusal.message)), qPrintable(answer.message()));
    QCOMPARE(m_sandbox->call("GET", m_path).body, before);
    QCOMPARE(tables(), tablesBefore);
}

void TestSandboxIntegration::K9_K34_readsEachMessageOncePerGroup()
{
    QVERIFY(!createIntegration().isEmpty());
    QCOMPARE(update(Json::array({table("artists")})).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(isActive(), patience);
    Json rows = Json::array();
    const auto readMore = [&] {
        for (const Json &row : sql(u"SELECT id, name FROM `service_kafka-demo`.artists"_s))
            rows.push_back(row);
        return rows.size() >= 5;
    };
    QTRY_VERIFY_WITH_TIMEOUT(readMore(), patience);
    QCOMPARE(rows.size(), std::size_t(5));
    QCOMPARE(rows[0], Json::parse(R"(["1","Michelangelo"])"));
    QCOMPARE(sql(u"SELECT count() FROM `service_kafka-demo`.artists"_s), Json::parse(R"([["0"]])"));

    const Json topic = m_sandbox->call("GET", project + "/service/kafka-demo/topic/topic1").body["topic"];
    const Json &group = topic["partitions"][0]["consumer_groups"][0];
    QCOMPARE(group["group_name"], Json("group-artists"));
    QCOMPARE(group["offset"], Json(5));
}

void TestSandboxIntegration::dropsEverythingWithTheIntegration()
{
    QVERIFY(!createIntegration().isEmpty());
    QCOMPARE(update(Json::array({table("t")})).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(isActive(), patience);
    QCOMPARE(m_sandbox->call("DELETE", m_path).status, 200);
    const Json none = Json::parse(R"([["0"]])");
    QCOMPARE(sql(u"SELECT count() FROM system.databases WHERE name LIKE 'service%'"_s), none);
    for (const char *method : {"GET", "DELETE"}) {
        QCOMPARE(m_sandbox->call(method, m_path).status, 404);
        QCOMPARE(m_sandbox->call(method, m_path).message(), u"Service integration does not exist"_s);
    }
    QCOMPARE(m_sandbox->call("PUT", m_path, Json{{"user_config", Json::object()}}).status, 404);
    QVERIFY(!createIntegration().isEmpty()); // and again, under the same name
    QTRY_VERIFY_WITH_TIMEOUT(isActive(), patience);
    QVERIFY(tables().isEmpty());
}

void TestSandboxIntegration::finishesAfterAKill()
{
    QVERIFY(!createIntegration().isEmpty());
    QCOMPARE(update(Json::array({table("kept"), table("changed")})).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(isActive(), patience);
    sql(u"CREATE TABLE destination (id UInt64, name String) ENGINE = ReplicatedMergeTree() ORDER BY id"_s);
    sql(u"INSERT INTO destination VALUES (7, 'seven')"_s);
    // Acknowledged, and perhaps half done, when the power goes.
    QCOMPARE(update(Json::array({table("kept"), table("changed", "Int32"), table("made")})).status, 200);
    m_sandbox->killHard();

    m_sandbox = std::make_unique<SandboxProcess>();
    QVERIFY2(m_sandbox->start({u"--data"_s, m_folder.path()}), qPrintable(m_sandbox->errorOutput()));
    QTRY_VERIFY_WITH_TIMEOUT(isActive(), patience);
    QCOMPARE(tables().keys(), QStringList({u"changed"_s, u"kept"_s, u"made"_s}));
    QCOMPARE(sql(u"SELECT type FROM system.columns WHERE table = 'changed' AND name = 'id'"_s),
             Json::parse(R"([["Int32"]])"));
    QCOMPARE(sql(u"SELECT * FROM destination"_s), Json::parse(R"([["7","seven"]])"));

    // The broker's port is another one now: the table that was not touched has to find it.
    const auto produced =
        m_sandbox->call("POST", project + "/service/kafka-demo/kafka/rest/topics/topic1/produce",
                        Json::parse(R"({"format":"json","records":[{"value":{"id":9,"name":"nine"}}]})"));
    QCOMPARE(produced.status, 200);
    // A SELECT consumes, so it is never asked twice about the same rows.
    Json row;
    const auto hasArrived = [&] {
        const Json rows = sql(u"SELECT id, name FROM `service_kafka-demo`.kept WHERE id = 9"_s);
        row = rows.empty() ? row : rows[0];
        return !row.is_null();
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasArrived(), patience);
    QCOMPARE(row, Json::parse(R"(["9","nine"])"));
}

QTEST_GUILESS_MAIN(TestSandboxIntegration)
#include "tst_sandboxintegration.moc"
