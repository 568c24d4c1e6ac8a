// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/enginefixture.h"

#include <QTest>

/// From the configuration to tables.
class TestKafkaTables : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_sandbox = std::make_unique<EngineFixture>(); }
    void cleanup() { m_sandbox.reset(); }

    void makesAnEmptyDatabase();
    void leavesUnchangedTablesAlone();
    void dropsWhatAViewReads();
    void changesNothingWhenRefused_data();
    void changesNothingWhenRefused();
    void quotesAnyName();
    void dropsTheIntegration();
    void hidesTheSecretsOfAnEndpoint_data();
    void hidesTheSecretsOfAnEndpoint();

private:
    std::unique_ptr<EngineFixture> m_sandbox;
};

void TestKafkaTables::makesAnEmptyDatabase()
{
    QCOMPARE(m_sandbox->apply("[]"), QString());
    const auto databases = m_sandbox->engine().databases();
    QVERIFY2(databases, databases ? "" : databases.error().message.c_str());
    const auto found = std::find_if(databases->begin(), databases->end(),
                                    [](const auto &database) { return database.name == EngineFixture::database; });
    QVERIFY(found != databases->end());
    QVERIFY(found->tables.empty());
}

void TestKafkaTables::leavesUnchangedTablesAlone()
{
    const std::string changed = guideTable("changed", topic1, "g2");
    QCOMPARE(m_sandbox->apply(list(events + ',' + changed)), QString());
    const std::string consumer =
        "SELECT consumer_id FROM system.kafka_consumers WHERE table = 'events' AND consumer_id != ''";
    m_sandbox->produce("topic1", {R"({"id": 1, "name": "Michelangelo"})"});
    QByteArrayList seen; // gathered, because QTRY asks once more after success and each SELECT consumes
    QTRY_VERIFY_WITH_TIMEOUT(!(seen += m_sandbox->rows("SELECT * FROM " + connector + "events")).isEmpty(), patience);
    const QByteArrayList before = m_sandbox->rows(consumer);
    QCOMPARE(before.size(), 1);
    const std::string uuids =
        "SELECT name, uuid FROM system.tables WHERE database = 'service_kafka-demo' ORDER BY name";
    const QByteArrayList uuidsBefore = m_sandbox->rows(uuids);

    const std::string newColumns =
        R"({"name": "changed", "columns": [{"name": "id", "type": "Int8"}], "topics": [)" + topic1 +
        R"(], "data_format": "CSV", "group_name": "g2", "num_consumers": 2, "auto_offset_reset": "latest"})";
    QCOMPARE(m_sandbox->apply(list(newColumns + ',' + guideTable("added", topic1, "g3") + ',' + events)), QString());
    QCOMPARE(m_sandbox->rows(consumer), before);
    const QByteArrayList uuidsAfter = m_sandbox->rows(uuids);
    QCOMPARE(uuidsAfter.size(), 3);
    QCOMPARE(uuidsAfter.at(2), uuidsBefore.at(1));
    QVERIFY(uuidsAfter.at(1) != uuidsBefore.at(0));
    QCOMPARE(m_sandbox->rows("SELECT type FROM system.columns WHERE table = 'changed'"), QByteArrayList{"Int8"});

    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QCOMPARE(m_sandbox->rows(uuids), QByteArrayList{uuidsBefore.at(1)});
    QCOMPARE(m_sandbox->rows(consumer), before);
}

void TestKafkaTables::dropsWhatAViewReads()
{
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QCOMPARE(m_sandbox->rows("CREATE MATERIALIZED VIEW v ENGINE = MergeTree ORDER BY id AS SELECT * FROM " + connector +
                             "events"),
             QByteArrayList());
    QCOMPARE(m_sandbox->apply("[]"), QString());
    QCOMPARE(m_sandbox->rows("SELECT name FROM system.tables WHERE database = 'service_kafka-demo'"), QByteArrayList());
    QCOMPARE(m_sandbox->rows("SELECT * FROM v"), QByteArrayList());
}

void TestKafkaTables::changesNothingWhenRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("path");
    const QString type = QStringLiteral("tables[1].columns[1].type");
    const auto column = [](const char *text) {
        return QStringLiteral(R"([{"name": "a", "type": "UInt8"}, {"name": "b", "type": "%1"}])")
            .arg(QLatin1String(text));
    };
    QTest::newRow("unknown type") << "columns" << column("Strong") << type;
    QTest::newRow("default") << "columns" << column("UInt8 DEFAULT 1") << type;
    QTest::newRow("two columns") << "columns" << column("UInt8, c UInt8") << type;
    QTest::newRow("end of list") << "columns" << column("UInt8) ENGINE = Memory --") << type;
    QTest::newRow("empty type") << "columns" << column("") << type;
    QTest::newRow("open comment") << "columns" << column("UInt8 /*") << type;
    QTest::newRow("same column") << "columns"
                                 << R"([{"name": "a", "type": "UInt8"}, {"name": "a", "type": "UInt8"}])"
                                 << "tables[1].columns[1].name";
    QTest::newRow("no columns") << "columns"
                                << "[]"
                                << "tables[1].columns";
    QTest::newRow("no topics") << "topics"
                               << "[]"
                               << "tables[1].topics";
    QTest::newRow("same table") << "name"
                                << R"("events")"
                                << "tables[1].name";
    QTest::newRow("registry") << "data_format"
                              << R"("AvroConfluent")"
                              << "tables[1].data_format";
    QTest::newRow("dead letters") << "handle_error_mode"
                                  << R"("dead_letter_queue")"
                                  << "tables[1].handle_error_mode";
    QTest::newRow("refused by ClickHouse") << "num_consumers"
                                           << "64"
                                           << "tables[1]";
}

void TestKafkaTables::changesNothingWhenRefused()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QFETCH(const QString, path);
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    const std::string state = "SELECT name, uuid FROM system.tables WHERE database = 'service_kafka-demo'";
    const QByteArrayList before = m_sandbox->rows(state);

    Core::Json tables =
        Core::Json::parse(list(guideTable("events", bothTopics, "g1") + ',' + guideTable("other", topic1, "g2")));
    tables[1][key.toStdString()] = Core::Json::parse(value.toStdString());
    const QString refusal = m_sandbox->apply(tables.dump());
    QCOMPARE(QString::fromStdString(m_sandbox->lastError().path), path);
    QVERIFY(!refusal.isEmpty());
    QCOMPARE(m_sandbox->rows(state), before);
}

void TestKafkaTables::quotesAnyName()
{
    const std::vector<std::string> names{"with-dash",
                                         "with `backtick`",
                                         "it's \"quoted\"",
                                         "back\\slash\\",
                                         "tab\there",
                                         "täble 表",
                                         "a.b",
                                         "--",
                                         "; DROP DATABASE default",
                                         "{x:String}",
                                         "%41"};
    Core::Json tables = Core::Json::array();
    for (const std::string &name : names)
        tables.push_back({{"name", name},
                          {"columns", {{{"name", name}, {"type", "Enum8('it\\'s' = 1)"}}}},
                          {"topics", {{{"name", "topic1"}}}},
                          {"data_format", "JSONEachRow"},
                          {"group_name", "g"}});
    QCOMPARE(m_sandbox->apply(tables.dump()), QString());
    const auto found =
        m_sandbox->engine().query("system", "SELECT c.table, c.name FROM system.columns AS c WHERE database = "
                                            "'service_kafka-demo' ORDER BY table");
    QVERIFY(found);
    QCOMPARE(found->data.size(), names.size());
    for (const Core::Json &row : found->data) {
        QVERIFY(std::find(names.begin(), names.end(), row[0].get<std::string>()) != names.end());
        QVERIFY(row[0] == row[1]);
    }
    QCOMPARE(m_sandbox->apply("[]"), QString());
    QCOMPARE(m_sandbox->count("SELECT count() FROM system.tables WHERE database = 'service_kafka-demo'"), 0);
}

void TestKafkaTables::dropsTheIntegration()
{
    QCOMPARE(m_sandbox->apply(list(events)), QString());
    QVERIFY(m_sandbox->integrations().drop(m_sandbox->integration()));
    QCOMPARE(m_sandbox->count("SELECT count() FROM system.databases WHERE name = 'service_kafka-demo'"), 0);
    QCOMPARE(m_sandbox->count("SELECT count() FROM system.named_collections"), 0);
    QVERIFY(m_sandbox->integrations().drop(m_sandbox->integration()));
}

void TestKafkaTables::hidesTheSecretsOfAnEndpoint_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("create") << QByteArray("SHOW CREATE TABLE endpoint_theirs.events");
    QTest::newRow("tables") << QByteArray("SELECT * FROM system.tables WHERE database = 'endpoint_theirs'");
    QTest::newRow("collections") << QByteArray("SELECT * FROM system.named_collections");
    QTest::newRow("collection") << QByteArray("SHOW CREATE NAMED COLLECTION `COLLECTION`");
    QTest::newRow("consumers") << QByteArray("SELECT * FROM system.kafka_consumers");
    QTest::newRow("file") << QByteArray("SELECT * FROM file('FOLDER/store/named_collections/*.sql', 'LineAsString')");
    QTest::newRow("database file") << QByteArray("SELECT * FROM `FOLDER/store/named_collections/*.sql`");
}

void TestKafkaTables::hidesTheSecretsOfAnEndpoint()
{
    QFETCH(QByteArray, sql);
    Sandbox::State state;
    state.endpoints.push_back(
        {"e", "theirs", "external_kafka",
         Core::Json::parse(R"({"bootstrap_servers": "127.0.0.1:1", "security_protocol": "SASL_SSL",
        "sasl_mechanism": "PLAIN", "sasl_plain_username": "u", "sasl_plain_password": "wonderful",
        "ssl_ca_cert": "-----BEGIN CERTIFICATE-----", "ssl_client_key": "-----BEGIN PRIVATE KEY-----wonderful"})")});
    Sandbox::Integration integration;
    integration.type = Sandbox::kafkaIntegration;
    integration.sourceEndpointId = "e";
    integration.sourceEndpointName = "theirs";
    integration.userConfig["tables"] = Core::Json::parse(list(events));
    const auto made = m_sandbox->integrations().apply(state, integration, Core::Json::array());
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QCOMPARE(m_sandbox->count("SELECT count() FROM system.tables WHERE database = 'endpoint_theirs'"), 1);

    sql.replace("COLLECTION`", m_sandbox->rows("SELECT name FROM system.named_collections").value(0) + '`');
    sql.replace("FOLDER", m_sandbox->folder().toUtf8());
    const QByteArray shown = m_sandbox->rows(sql.toStdString()).join('\n');
    QVERIFY2(!shown.contains("wonderful"), shown.constData());
    QVERIFY(!(m_sandbox->integrations().wanted(state, integration).dump().find("wonderful") != std::string::npos));
}

QTEST_GUILESS_MAIN(TestKafkaTables)
#include "tst_kafkatables.moc"
