// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandboxprocess.h"

#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QTest>

using namespace Qt::StringLiterals;
using Core::Json;

/// Which sides an integration may join, and what else keeps one from being made.
class TestSandboxPairs final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refusesWrongPairs_data();
    void refusesWrongPairs();

private:
    SandboxProcess m_sandbox;
};

namespace {

const QByteArray project = "/v1/project/sandbox";

const Json kafkaToClickHouse{
    {"integration_type", "clickhouse_kafka"}, {"source_service", "kafka-demo"}, {"dest_service", "clickhouse-demo"}};

} // namespace

void TestSandboxPairs::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.errorOutput()));
}

void TestSandboxPairs::refusesWrongPairs_data()
{
    QTest::addColumn<Json>("change"); // of the good body
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *change, int status, const QString &message) {
        QTest::newRow(name) << Json::parse(change) << status << message;
    };
    row("no type", R"({"integration_type":null})", 400,
        u"Invalid input for integration_type: None is not of type 'string'"_s);
    row("unknown type", R"({"integration_type":"x"})", 400, u"Invalid input for integration_type: 'x' is not known"_s);
    row("no source", R"({"source_service":null})", 400,
        u"Exactly one of source_service and source_endpoint_id has to be given"_s);
    row("two destinations", R"({"dest_endpoint_id":"00000000-0000-0000-0000-000000000000"})", 400,
        u"Exactly one of dest_service and dest_endpoint_id has to be given"_s);
    row("endpoint", R"({"source_service":null,"source_endpoint_id":"00000000-0000-0000-0000-000000000000"})", 404,
        u"Service integration endpoint 00000000-0000-0000-0000-000000000000 does not exist"_s);
    row("service", R"({"source_service":"nothing"})", 404, u"Service nothing does not exist"_s);
    row("other project", R"({"source_project":"other"})", 404, u"Project other does not exist"_s);
    row("wrong way round", R"({"source_service":"clickhouse-demo","dest_service":"kafka-demo"})", 400,
        u"Integration type clickhouse_kafka does not connect a service of type clickhouse to a service of type kafka"_s);
    row("plan", R"({"dest_service":"clickhouse-hobby"})", 403,
        u"Service integrations are not available for this service"_s);
    row("config of logs",
        R"({"integration_type":"kafka_logs","source_service":"clickhouse-demo","dest_service":"kafka-demo"})", 400,
        u"Invalid 'user_config': Invalid input: 'kafka_topic' is a required property"_s);
    row("config", R"({"user_config":{"x":1}})", 400,
        u"Invalid 'user_config': Invalid input: Additional properties are not allowed ('x' was unexpected)"_s);
    row("config is a text", R"({"user_config":"x"})", 400,
        u"Invalid input for user_config 'Service type-specific settings': 'x' is not of type 'object'"_s);
}

void TestSandboxPairs::refusesWrongPairs()
{
    QFETCH(Json, change);
    Json body = kafkaToClickHouse;
    for (const auto &[key, value] : change.items())
        body[key] = value;
    const auto answer = m_sandbox.call("POST", project + "/integration", body);
    QTEST(answer.message(), "message");
    QTEST(answer.status, "status");
}

QTEST_GUILESS_MAIN(TestSandboxPairs)
#include "tst_sandboxpairs.moc"
