// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawhttp.h"
#include "support/sandboxprocess.h"

#include <QDir>
#include <QFile>
#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Core::Json;

/// A PostgreSQL service as a source of ClickHouse, through the API: managed databases and managed credentials.
class TestPostgresFlow final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();
    void showsTheDatabasesOfTheDefault();
    void readsEveryKindOfValue_data();
    void readsEveryKindOfValue();
    void joinsWithTablesOfItsOwn();
    void writesBack();
    void followsTheConfiguration();
    void refusesWhatPostgresDoesNotHave_data();
    void refusesWhatPostgresDoesNotHave();
    void hidesSecrets_data();
    void hidesSecrets();
    void usesCredentials_data();
    void usesCredentials();
    void refusesCredentials_data();
    void refusesCredentials();
    void grantsCredentialsByName_data();
    void grantsCredentialsByName();
    void keepsTablesWhoseCredentialsWereDeleted();
    void runsServicesThatWereCreated();
    void doesWithoutPostgres();
    void survivesAKill();

private:
    [[nodiscard]] QString create(const char *type, const Json &userConfig);
    [[nodiscard]] QByteArray value(const QString &sql) const;
    [[nodiscard]] QStringList databases() const;

    QTemporaryDir m_folder;
    std::unique_ptr<SandboxProcess> m_sandbox;
    QStringList m_integrations;
};

namespace {

const QByteArray project = "/v1/project/sandbox";
const QString clickHouse = u"clickhouse-demo"_s;
const Json defaultPair = Json::array({Json{{"database", "defaultdb"}, {"schema", "public"}}});
constexpr auto longestWait = 30'000;

Json pairs(std::initializer_list<std::pair<const char *, const char *>> list)
{
    Json result = Json::array();
    for (const auto &[database, schema] : list)
        result.push_back({{"database", database}, {"schema", schema}});
    return {{"databases", result}};
}

/// The processes of the servers whose files are below the folder.
int serversIn(const QString &folder)
{
    int count = 0;
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &process : processes)
        count += QFile::symLinkTarget(u"/proc/"_s + process + u"/cwd"_s).startsWith(folder) ? 1 : 0;
    return count;
}

} // namespace

void TestPostgresFlow::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>();
    QVERIFY2(m_sandbox->start({u"--data"_s, m_folder.path()}), qPrintable(m_sandbox->errorOutput()));
}

void TestPostgresFlow::cleanup()
{
    for (const QString &id : std::exchange(m_integrations, {}))
        QCOMPARE(m_sandbox->call("DELETE", project + "/integration/" + id.toUtf8()).status, 200);
}

/// Makes the integration and waits until it is active; its id, or why it failed.
QString TestPostgresFlow::create(const char *type, const Json &userConfig)
{
    const auto created = m_sandbox->call("POST", project + "/integration",
                                         Json{{"integration_type", type},
                                              {"source_service", "pg-demo"},
                                              {"dest_service", "clickhouse-demo"},
                                              {"user_config", userConfig}});
    if (created.status != 200)
        return created.message();
    const QString id = Core::textAt(created.body["service_integration"], "service_integration_id");
    m_integrations.append(id);
    const auto isActive = [&] {
        const auto answer = m_sandbox->call("GET", project + "/integration/" + id.toUtf8());
        return answer.body["service_integration"]["active"] == true;
    };
    return QTest::qWaitFor(isActive, longestWait) ? id : u"it did not become active"_s;
}

/// The first value of a statement that runs as avnadmin, or the error.
QByteArray TestPostgresFlow::value(const QString &sql) const
{
    const auto answer = m_sandbox->call("POST", project + "/service/clickhouse-demo/clickhouse/query",
                                        Json{{"database", "default"}, {"query", sql.toStdString()}});
    if (answer.status != 200)
        return answer.message().toUtf8();
    const Json &rows = answer.body["data"];
    if (rows.empty())
        return {};
    const Json &cell = rows[0][0];
    return QByteArray::fromStdString(cell.is_string() ? cell.get<std::string>() : cell.dump());
}

QStringList TestPostgresFlow::databases() const
{
    const auto answer = m_sandbox->call("GET", project + "/service/clickhouse-demo/clickhouse/db");
    QStringList names;
    for (const Json &database : answer.body["databases"]) {
        if (const QString name = Core::textAt(database, "name"); name.startsWith(u"service_"_s))
            names.append(name + u'=' + Core::textAt(database, "engine"));
    }
    names.sort();
    return names;
}

void TestPostgresFlow::showsTheDatabasesOfTheDefault()
{
    const QString id = create("clickhouse_postgresql", Json::object());
    QCOMPARE(id.size(), 36);
    QCOMPARE(databases(), QStringList{u"service_pg-demo_defaultdb_public=PostgreSQL"_s});
    QCOMPARE(value(u"SELECT count() FROM `service_pg-demo_defaultdb_public`.orders"_s), QByteArray("400"));
    const Json listed = m_sandbox->call("GET", project + "/service/clickhouse-demo/clickhouse/db").body["databases"];
    for (const Json &database : listed) {
        if (Core::textAt(database, "engine") == u"PostgreSQL")
            QVERIFY(database["tables"][0]["total_rows"].is_null()); // not counted, which is not none
    }
    QCOMPARE(m_sandbox->call("DELETE", project + "/integration/" + id.toUtf8()).status, 200);
    m_integrations.clear();
    QCOMPARE(databases(), QStringList());
}

void TestPostgresFlow::readsEveryKindOfValue_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *expression, const char *table, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(expression) << QString::fromUtf8(table) << QByteArray(expected);
    };
    row("numeric", "toTypeName(price) || ' ' || toString(price)", "public`.products WHERE sku = 'PUMP-02'",
        "Decimal(10, 2) 489.9");
    row("numeric null", "countIf(discount IS NULL)", "public`.orders", "331");
    row("timestamptz", "toTypeName(placed_at)", "public`.orders LIMIT 1", "DateTime64(6)");
    row("timestamp value", "min(placed_at)", "public`.orders", "2025-07-01 16:13:20.250000");
    row("uuid", "id", "public`.customers WHERE email = 'bruno.moreau1@example.com'",
        "1c1e3dd0-9531-6f30-724a-c021ca3b95b8");
    row("date", "toTypeName(born)", "public`.customers LIMIT 1", "Nullable(Date32)");
    row("array", "toString(sizes)", "public`.products WHERE sku = 'GATE-L'", "[800,1000,1200]");
    row("text array", "toString(tags)", "public`.customers WHERE email LIKE '%moreau1@%'", "['new']");
    row("json", "JSONExtractString(attributes, 'actuator', 'kind')", "public`.products WHERE sku = 'GATE-L'",
        "spindle");
    row("enum", "uniqExact(status)", "public`.orders", "4");
    row("bool", "sum(newsletter)", "public`.customers", "26");
    row("real", "toTypeName(weight_kg)", "public`.products LIMIT 1", "Nullable(Float32)");
    row("view", "count()", "public`.order_totals", "400");
    row("second schema", "count()", "crm`.contacts", "60");
}

void TestPostgresFlow::readsEveryKindOfValue()
{
    QFETCH(QString, expression);
    QFETCH(QString, table);
    if (m_integrations.isEmpty())
        QCOMPARE(create("clickhouse_postgresql", pairs({{"defaultdb", "public"}, {"defaultdb", "crm"}})).size(), 36);
    QTEST(value(u"SELECT "_s + expression + u" FROM `service_pg-demo_defaultdb_"_s + table), "expected");
}

void TestPostgresFlow::joinsWithTablesOfItsOwn()
{
    QCOMPARE(create("clickhouse_postgresql", Json::object()).size(), 36);
    QCOMPARE(value(u"CREATE TABLE ratings (sku String, stars UInt8) ENGINE = MergeTree ORDER BY sku"_s), QByteArray());
    QCOMPARE(value(u"INSERT INTO ratings VALUES ('PUMP-01', 5), ('VALVE', 4)"_s), QByteArray());
    QCOMPARE(
        value(u"SELECT arrayStringConcat(groupArray(p.name || ' ' || toString(r.stars)), ', ') FROM (SELECT * FROM "
              "`service_pg-demo_defaultdb_public`.products ORDER BY sku) AS p JOIN ratings AS r ON r.sku = p.sku"_s),
        QByteArray("Hand pump 5, Ball valve 4"));
    QCOMPARE(value(u"DROP TABLE ratings"_s), QByteArray());
}

void TestPostgresFlow::writesBack()
{
    QCOMPARE(create("clickhouse_postgresql", pairs({{"analytics", "public"}})).size(), 36);
    const QString table = u"`service_pg-demo_analytics_public`.campaigns"_s;
    QCOMPARE(
        value(u"INSERT INTO "_s + table + u" (id, name, budget, runs) VALUES (9, 'Café ☕', 1.25, '[2026-01-01,)')"_s),
        QByteArray());
    QCOMPARE(value(u"SELECT name || ' ' || toString(budget) FROM "_s + table + u" WHERE id = 9"_s),
             QByteArray("Café ☕ 1.25"));
}

void TestPostgresFlow::followsTheConfiguration()
{
    const QString id = create("clickhouse_postgresql", pairs({{"defaultdb", "public"}, {"analytics", "public"}}));
    QCOMPARE(databases(), (QStringList{u"service_pg-demo_analytics_public=PostgreSQL"_s,
                                       u"service_pg-demo_defaultdb_public=PostgreSQL"_s}));
    const auto put = m_sandbox->call("PUT", project + "/integration/" + id.toUtf8(),
                                     Json{{"user_config", pairs({{"defaultdb", "crm"}, {"analytics", "public"}})}});
    QCOMPARE(put.status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(
        databases(),
        (QStringList{u"service_pg-demo_analytics_public=PostgreSQL"_s, u"service_pg-demo_defaultdb_crm=PostgreSQL"_s}),
        longestWait);
    const auto none = m_sandbox->call("PUT", project + "/integration/" + id.toUtf8(),
                                      Json{{"user_config", {{"databases", Json::array()}}}});
    QCOMPARE(none.status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(databases(), QStringList(), longestWait);
}

void TestPostgresFlow::refusesWhatPostgresDoesNotHave_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QStringList>("says");
    QTest::newRow("database") << QByteArray(R"({"databases": [{}, {"database": "nope"}]})")
                              << QStringList{u"databases[1].database"_s, u"database \"nope\" does not exist"_s};
    QTest::newRow("schema") << QByteArray(R"({"databases": [{"schema": "x\"y"}]})")
                            << QStringList{u"databases[0].schema"_s, u"has no schema \"x\"y\""_s};
    QTest::newRow("twice") << QByteArray(R"({"databases": [{}, {"database": "defaultdb"}]})")
                           << QStringList{u"databases[1]"_s};
    QTest::newRow("administrator's") << QByteArray(R"({"databases": [{"database": "template0"}]})")
                                     << QStringList{u"databases[0]"_s, u"template0"_s};
}

void TestPostgresFlow::refusesWhatPostgresDoesNotHave()
{
    QFETCH(QByteArray, config);
    QFETCH(QStringList, says);
    const auto refused = m_sandbox->call("POST", project + "/integration",
                                         Json{{"integration_type", "clickhouse_postgresql"},
                                              {"source_service", "pg-demo"},
                                              {"dest_service", "clickhouse-demo"},
                                              {"user_config", Json::parse(config)}});
    QCOMPARE(refused.status, 400);
    for (const QString &part : says)
        QVERIFY2(refused.message().contains(part), qPrintable(refused.message()));
    QCOMPARE(databases(), QStringList());
}

void TestPostgresFlow::hidesSecrets_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("SHOW CREATE DATABASE") << u"SHOW CREATE DATABASE `service_pg-demo_defaultdb_public`"_s;
    QTest::newRow("SHOW CREATE TABLE") << u"SHOW CREATE TABLE `service_pg-demo_defaultdb_public`.orders"_s;
    QTest::newRow("databases") << u"SELECT toString(groupArray(engine_full)) FROM system.databases"_s;
    QTest::newRow("tables") << u"SELECT toString(groupArray((create_table_query, engine_full))) FROM system.tables"_s;
    QTest::newRow("collections") << u"SELECT toString(groupArray(collection)) FROM system.named_collections"_s;
    QTest::newRow("function") << u"SELECT * FROM file('store/named_collections/*.sql', 'RawBLOB')"_s;
    QTest::newRow("path") << u"SELECT * FROM file('/FOLDER/named_collections/service_pg%2Ddemo.sql', 'RawBLOB')"_s;
    QTest::newRow("file as table") << u"SELECT * FROM `/FOLDER/metadata/service_pg%2Ddemo_defaultdb_public.sql`"_s;
    QTest::newRow("table engine")
        << u"CREATE TABLE spy (a String) ENGINE = File(RawBLOB, '/FOLDER/named_collections/service_pg%2Ddemo.sql')"_s;
}

void TestPostgresFlow::hidesSecrets()
{
    QFETCH(QString, sql);
    if (m_integrations.isEmpty()) {
        QCOMPARE(create("clickhouse_postgresql", Json::object()).size(), 36);
        QCOMPARE(create("clickhouse_credentials", Json::object()).size(), 36);
    }
    const auto service = m_sandbox->call("GET", project + "/service/pg-demo?include_secrets=true");
    const QByteArray password = Core::textAt(service.body["service"]["users"][0], "password").toUtf8();
    QVERIFY(password.size() > 10);
    sql.replace(u"FOLDER"_s, m_folder.path().mid(1) + u"/clickhouse-demo/store"_s);
    const QByteArray seen = value(sql);
    QVERIFY2(!seen.contains(password), seen.constData());
    QVERIFY(!seen.isEmpty());
}

void TestPostgresFlow::usesCredentials_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("function") << u"SELECT count() FROM postgresql(`service_pg-demo`, table = 'orders')"_s
                              << QByteArray("400");
    QTest::newRow("schema")
        << u"SELECT count() FROM postgresql(`service_pg-demo`, schema = 'crm', table = 'contacts')"_s
        << QByteArray("60");
    QTest::newRow("database")
        << u"SELECT count() FROM postgresql(`service_pg-demo`, database = 'analytics', table = 'page_views')"_s
        << QByteArray("2000");
    QTest::newRow("table") << u"CREATE TABLE shop ENGINE = PostgreSQL(`service_pg-demo`, table = 'products')"_s
                           << QByteArray();
    QTest::newRow("read") << u"SELECT count() FROM shop"_s << QByteArray("12");
    QTest::newRow("away") << u"DROP TABLE shop"_s << QByteArray();
}

void TestPostgresFlow::usesCredentials()
{
    QFETCH(QString, sql);
    if (m_integrations.isEmpty())
        QCOMPARE(create("clickhouse_credentials", Json::object()).size(), 36);
    QTEST(value(sql), "expected");
}

void TestPostgresFlow::refusesCredentials_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QByteArray>("says");
    const QByteArray missingGrant = "grant NAMED COLLECTION ON";
    QTest::newRow("typo") << u"SELECT 1 FROM postgresql(`service_pg-dem`, table = 'orders')"_s << missingGrant;
    QTest::newRow("other host")
        << u"SELECT 1 FROM postgresql(`service_pg-demo`, host = '192.0.2.1', table = 'orders')"_s
        << QByteArray("Override not allowed");
    QTest::newRow("Kafka's own") << u"SELECT 1 FROM postgresql(`service_kafka-demo:x`, table = 'x')"_s << missingGrant;
    QTest::newRow("dictionary")
        << u"CREATE DICTIONARY d (a Int32) PRIMARY KEY a SOURCE(POSTGRESQL(NAME 'service_x' TABLE 't')) LAYOUT(FLAT()) LIFETIME(1)"_s
        << missingGrant;
    QTest::newRow("no table") << u"SELECT 1 FROM postgresql(`service_pg-demo`, table = 'nope')"_s << QByteArray("nope");
    QTest::newRow("made by a user") << u"CREATE NAMED COLLECTION own AS a = '1'"_s
                                    << QByteArray("Not enough privileges");
}

void TestPostgresFlow::refusesCredentials()
{
    QFETCH(QString, sql);
    QFETCH(QByteArray, says);
    if (m_integrations.isEmpty())
        QCOMPARE(create("clickhouse_credentials", Json::object()).size(), 36);
    const QByteArray answer = value(sql);
    QVERIFY2(answer.contains(says), answer.constData());
}

void TestPostgresFlow::grantsCredentialsByName_data()
{
    QTest::addColumn<QByteArray>("grants");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("granted") << QByteArray(R"([{"user": "ada"}])") << QByteArray("400\n");
    QTest::newRow("another") << QByteArray(R"([{"user": "bob"}])") << QByteArray("grant NAMED COLLECTION ON");
    QTest::newRow("nobody") << QByteArray("[]") << QByteArray("grant NAMED COLLECTION ON");
}

void TestPostgresFlow::grantsCredentialsByName()
{
    QFETCH(QByteArray, grants);
    QFETCH(QByteArray, answer);
    const QByteArray users = project + "/service/clickhouse-demo/clickhouse/user";
    const auto made = m_sandbox->call("POST", users, Json{{"name", "ada"}, {"password", "lovelace1815"}});
    QVERIFY2(made.status == 200, qPrintable(made.message()));
    QCOMPARE(create("clickhouse_credentials", Json{{"grants", Json::parse(grants)}}).size(), 36);
    const auto service = m_sandbox->call("GET", project + "/service/clickhouse-demo");
    const int port = service.body["service"]["components"][0]["port"].get<int>();
    const QByteArray statement = "SELECT count() FROM postgresql(`service_pg-demo`, table = 'orders')";
    const QByteArray request = "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) +
                               "\r\nX-ClickHouse-User: ada\r\nX-ClickHouse-Key: lovelace1815\r\nContent-Length: " +
                               QByteArray::number(statement.size()) + "\r\nConnection: close\r\n\r\n" + statement;
    const QByteArray body = RawHttp::send(port, request).body;
    QVERIFY2(body.contains(answer), body.constData());
    const QByteArray id = Core::textAt(made.body["user"], "uuid").toUtf8();
    QCOMPARE(m_sandbox->call("DELETE", users + '/' + id).status, 200);
}

void TestPostgresFlow::keepsTablesWhoseCredentialsWereDeleted()
{
    const QString id = create("clickhouse_credentials", Json::object());
    QCOMPARE(value(u"CREATE TABLE left_over ENGINE = PostgreSQL(`service_pg-demo`, table = 'products')"_s),
             QByteArray());
    QCOMPARE(m_sandbox->call("DELETE", project + "/integration/" + id.toUtf8()).status, 200);
    m_integrations.clear();
    const QByteArray answer = value(u"SELECT count() FROM left_over"_s);
    QVERIFY2(answer.contains("integration-deleted"), answer.constData());
    QCOMPARE(create("clickhouse_credentials", Json::object()).size(), 36);
    QCOMPARE(value(u"SELECT count() FROM left_over"_s), QByteArray("12"));
    QCOMPARE(value(u"DROP TABLE left_over"_s), QByteArray());
}

void TestPostgresFlow::runsServicesThatWereCreated()
{
    const QByteArray path = project + "/service/pg-second";
    const auto created =
        m_sandbox->call("POST", project + "/service",
                        Json{{"service_name", "pg-second"}, {"service_type", "pg"}, {"plan", "startup-4"}});
    QVERIFY2(created.status == 200, qPrintable(created.message()));
    QCOMPARE(Core::textAt(created.body["service"], "state"), u"REBUILDING"_s);
    QTRY_COMPARE_WITH_TIMEOUT(Core::textAt(m_sandbox->call("GET", path).body["service"], "state"), u"RUNNING"_s,
                              longestWait);
    const Json service = m_sandbox->call("GET", path + "?include_secrets=true").body["service"];
    const QString password = Core::textAt(service["users"][0], "password");
    QCOMPARE(Core::textAt(service, "service_uri"),
             u"postgres://avnadmin:%1@127.0.0.1:%2/defaultdb?sslmode=disable"_s.arg(
                 password, Core::textAt(service["service_uri_params"], "port")));
    QCOMPARE(Core::textAt(service["components"][0], "component"), u"pg"_s);
    QCOMPARE(Core::textAt(service["connection_info"]["pg_params"][0], "dbname"), u"defaultdb"_s);
    QCOMPARE(m_sandbox->call("PUT", path, Json{{"powered", false}}).status, 200);
    QCOMPARE(serversIn(m_folder.filePath(u"pg-second"_s)), 0);
    QCOMPARE(m_sandbox->call("DELETE", path).status, 200);
    QVERIFY(!QDir(m_folder.filePath(u"pg-second"_s)).exists());
}

void TestPostgresFlow::doesWithoutPostgres()
{
    SandboxProcess sandbox;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HEADGATE_POSTGRES"_s, m_folder.filePath(u"nothing"_s));
    sandbox.process().setProcessEnvironment(environment);
    QVERIFY2(sandbox.start(), qPrintable(sandbox.errorOutput()));
    QCOMPARE(sandbox.call("GET", project + "/service/pg-demo").status, 404);
    const auto refused =
        sandbox.call("POST", project + "/service",
                     Json{{"service_name", "pg-second"}, {"service_type", "pg"}, {"plan", "startup-4"}});
    QCOMPARE(refused.status, 503);
    QVERIFY2(refused.message().contains(u"package postgresql"_s), qPrintable(refused.message()));
    QCOMPARE(sandbox.call("GET", project + "/service/pg-second").status, 404);
}

/// The last: it starts the sandbox anew.
void TestPostgresFlow::survivesAKill()
{
    const QString pg = m_folder.filePath(u"pg-demo"_s);
    QCOMPARE(create("clickhouse_postgresql", pairs({{"analytics", "public"}})).size(), 36);
    QCOMPARE(create("clickhouse_credentials", Json::object()).size(), 36);
    QCOMPARE(value(u"CREATE TABLE kept ENGINE = PostgreSQL(`service_pg-demo`, table = 'products')"_s), QByteArray());
    QCOMPARE(
        value(
            u"INSERT INTO `service_pg-demo_analytics_public`.campaigns (id, name, runs) VALUES (11, 'last', '[,]')"_s),
        QByteArray());
    QVERIFY(serversIn(pg) > 0);
    m_sandbox->killHard();
    QTRY_COMPARE_WITH_TIMEOUT(serversIn(pg), 0, 10'000);

    m_sandbox = std::make_unique<SandboxProcess>();
    QVERIFY2(m_sandbox->start({u"--data"_s, m_folder.path()}), qPrintable(m_sandbox->errorOutput()));
    QTRY_COMPARE_WITH_TIMEOUT(value(u"SELECT name FROM `service_pg-demo_analytics_public`.campaigns WHERE id = 11"_s),
                              QByteArray("last"), longestWait);
    QTRY_COMPARE_WITH_TIMEOUT(value(u"SELECT count() FROM kept"_s), QByteArray("12"), longestWait);
    m_sandbox->terminate();
    QCOMPARE(serversIn(pg), 0);
    m_integrations.clear();
}

QTEST_GUILESS_MAIN(TestPostgresFlow)
#include "tst_postgresflow.moc"
