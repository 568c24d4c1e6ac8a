// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandboxprocess.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::StringLiterals;
using Core::Json;

namespace {

const QByteArray project = "/v1/project/sandbox";
const QByteArray kafka = project + "/service/kafka-demo";
// ClickHouse calls the record of its own schema "row"; one of another name would not be compatible.
constexpr auto schema = R"({"type":"record","name":"row","fields":[)"
                        R"({"name":"id","type":"long"},{"name":"name","type":"string"}]})";
constexpr int patience = 20'000;

} // namespace

/// AvroConfluent: the schema is not in the message but in the registry.
class TestAvroConfluent : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void readsAndWrites();
    void hidesTheRegistrysPassword();
    void keepsStrangersOut_data();
    void keepsStrangersOut();

private:
    [[nodiscard]] QString registry() const;

    SandboxProcess m_sandbox;
};

void TestAvroConfluent::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.errorOutput()));
    QCOMPARE(m_sandbox.call("POST", kafka + "/topic", Json{{"topic_name", "avro"}}).status, 200);
    Json record{{"value", {{"id", 1}, {"name", "Michelangelo"}}}};
    const Json body{{"format", "avro"}, {"value_schema", schema}, {"records", Json::array({record})}};
    QCOMPARE(m_sandbox.call("POST", kafka + "/kafka/rest/topics/avro/produce", body).status, 200);
    const Json table{{"name", "orders"},
                     {"columns", {{{"name", "id"}, {"type", "Int64"}}, {{"name", "name"}, {"type", "String"}}}},
                     {"topics", {{{"name", "avro"}}}},
                     {"data_format", "AvroConfluent"},
                     {"group_name", "g"},
                     {"materialized_view", {{"view_name", "stored"}, {"order_by", {"id"}}}}};
    const auto created = m_sandbox.call("POST", project + "/integration",
                                        Json{{"integration_type", "clickhouse_kafka"},
                                             {"source_service", "kafka-demo"},
                                             {"dest_service", "clickhouse-demo"},
                                             {"user_config", {{"tables", Json::array({table})}}}});
    QVERIFY2(created.status == 200, qPrintable(created.message()));
}

void TestAvroConfluent::readsAndWrites()
{
    const auto rows = [this] {
        return m_sandbox.query(u"clickhouse-demo"_s, u"SELECT id, name FROM stored_target ORDER BY id"_s).dump();
    };
    QTRY_COMPARE_WITH_TIMEOUT(rows(), std::string(R"([["1","Michelangelo"]])"), patience);
    (void)m_sandbox.query(u"clickhouse-demo"_s, u"INSERT INTO `service_kafka-demo`.orders VALUES (2, 'Leonardo')"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rows(), std::string(R"([["1","Michelangelo"],["2","Leonardo"]])"), patience);
    const auto read = m_sandbox.call("POST", kafka + "/kafka/rest/topics/avro/messages",
                                     Json{{"format", "avro"}, {"partitions", {{"0", {{"offset", 1}}}}}});
    QCOMPARE(read.body["messages"][0]["value"].dump(), std::string(R"({"id":2,"name":"Leonardo"})"));
}

void TestAvroConfluent::hidesTheRegistrysPassword()
{
    const Json service = m_sandbox.call("GET", kafka + "?include_secrets=true").body["service"];
    const std::string password = service["users"][0]["password"];
    QVERIFY(password.size() > 10);
    for (const QString &sql : {u"SELECT * FROM system.tables"_s, u"SELECT * FROM system.named_collections"_s,
                               u"SHOW CREATE TABLE `service_kafka-demo`.orders"_s})
        QVERIFY2(m_sandbox.query(u"clickhouse-demo"_s, sql).dump().find(password) == std::string::npos,
                 qPrintable(sql));
}

QString TestAvroConfluent::registry() const
{
    const Json service = m_sandbox.call("GET", kafka).body["service"];
    for (const Json &component : service["components"]) {
        if (component["component"] == "schema_registry")
            return u"http://127.0.0.1:%1"_s.arg(component["port"].get<int>());
    }
    return {};
}

void TestAvroConfluent::keepsStrangersOut_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("nothing") << QByteArray("Accept") << QByteArray("*/*");
    QTest::newRow("wrong password") << QByteArray("Authorization") << "Basic " + QByteArray("avnadmin:x").toBase64();
    QTest::newRow("token") << QByteArray("Authorization") << "aivenv1 " + m_sandbox.token().toUtf8();
}

void TestAvroConfluent::keepsStrangersOut()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, value);
    QVERIFY(!registry().isEmpty());
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(registry() + u"/subjects"_s));
    request.setRawHeader(header, value);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 401);
}

QTEST_GUILESS_MAIN(TestAvroConfluent)
#include "tst_avroconfluent.moc"
