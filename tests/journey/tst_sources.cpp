// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/walk.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int buildSeconds = 60;
constexpr int enableSeconds = 30;

const QString clickHouse = u"clickhouse-demo"_s;

} // namespace

/// The guide about data services, and what is missing created in place.
class Sources final : public Walk
{
    Q_OBJECT

private slots:
    void K6_addsAnEndpoint();
    void K14_createsAKafkaService();
    void K7_createsATopic();
    void K2_enablesTwoClusters();
    void D3_sendsMetrics();
    void D13_managesDatabases();
    void D2_D8_managesCredentials();
    void D9_testsTheConnection();
    void K6_seesWhatUsesAnEndpoint();
};

void Sources::K6_addsAnEndpoint()
{
    ACT(opensTheEndpoints());
    ACT(m_hand.sees(u"No integration endpoints yet"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"20-no-endpoints"_s));
    ACT(m_hand.click(u"Add endpoint…"_s));
    ACT(m_hand.choose(u"Type"_s, u"External MySQL"_s));
    ACT(m_hand.type(u"Name"_s, u"shop"_s));
    ACT(m_hand.type(u"Host"_s, u"127.0.0.1"_s));
    ACT(m_hand.type(u"Port"_s, u"many"_s));
    ACT(m_hand.type(u"Username"_s, u"reader"_s));
    ACT(m_hand.type(u"Password"_s, u"secret-of-reader"_s));
    ACT(m_hand.click(u"Create endpoint"_s));
    ACT(m_hand.sees(u"A number is needed here."_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"21-endpoint"_s));
    ACT(m_hand.type(u"Port"_s, u"1"_s));
    ACT(m_hand.click(u"Create endpoint"_s));
    ACT(m_hand.sees(u"External MySQL · 127.0.0.1:1 · not used"_s));
    ACT(m_hand.takesPicture(u"22-endpoints"_s));
}

void Sources::K14_createsAKafkaService()
{
    ACT(opensTheDialog(u"Apache Kafka"_s));
    ACT(m_hand.click(u"Create Apache Kafka service…"_s));
    ACT(m_hand.type(u"Name"_s, u"kafka-new"_s));
    ACT(m_hand.sees(u"an hour, about"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"23-create-service"_s));
    ACT(m_hand.click(u"Create service"_s));
    ACT(m_hand.sees(u"Being built: it can be chosen when it runs."_s));
    ACT(m_hand.takesPicture(u"24-service-is-built"_s));
    ACT(m_hand.sees(u"Creates service_kafka-new"_s, buildSeconds));
}

void Sources::K7_createsATopic()
{
    ACT(m_hand.sees(u"At least one topic in the Apache Kafka service is needed."_s));
    ACT(m_hand.click(u"Create topic…"_s));
    ACT(m_hand.type(u"Name"_s, u"orders"_s));
    ACT(m_hand.choose(u"Keep messages"_s, u"1 day"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"25-create-topic"_s));
    ACT(m_hand.click(u"Create topic"_s));
    ACT(m_hand.sees(u"kafka-new: 1 topic"_s));
}

void Sources::K2_enablesTwoClusters()
{
    ACT(m_hand.click(u"Enable"_s));
    ACT(m_hand.sees(u"`service_kafka-new` was created."_s, enableSeconds));
    ACT(m_hand.click(u"Close"_s));
    ACT(opensTheDialog(u"Apache Kafka"_s));
    ACT(m_hand.sees(u"Already integrated: service_kafka-new"_s));
    ACT(m_hand.sees(u"Creates service_kafka-demo"_s));
    ACT(m_hand.click(u"Enable"_s));
    ACT(m_hand.sees(u"`service_kafka-demo` was created."_s, enableSeconds));
    ACT(m_hand.click(u"Close"_s));
    const QStringList there = databases();
    QVERIFY(there.contains(u"service_kafka-new"_s) && there.contains(u"service_kafka-demo"_s));
}

void Sources::D13_managesDatabases()
{
    ACT(opensTheDialog(u"PostgreSQL"_s));
    ACT(m_hand.select(u"Source"_s, u"pg-demo"_s));
    ACT(m_hand.sees(u"This database appears: `service_pg-demo_defaultdb_public`"_s, buildSeconds));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"30-managed-databases"_s));
    ACT(m_hand.click(u"Enable"_s));
    ACT(m_hand.sees(u"`service_pg-demo_defaultdb_public` was created"_s, enableSeconds));
    ACT(m_hand.takesPicture(u"31-databases-appeared"_s));
    ACT(m_hand.click(u"Show databases"_s));
    ACT(m_hand.sees(u"service_pg-demo_defaultdb_public"_s));
    QVERIFY(databases().contains(u"service_pg-demo_defaultdb_public"_s));
}

void Sources::D2_D8_managesCredentials()
{
    ACT(opensTheDialog(u"MySQL"_s));
    ACT(m_hand.sees(u"External MySQL data sources (endpoints) support the managed credentials integration only."_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"26-managed-credentials"_s));
    ACT(m_hand.click(u"Enable"_s));
    ACT(m_hand.sees(u"The credentials are stored as the named collection `endpoint_shop`."_s, enableSeconds));
    QCOMPARE(m_witness->clickHouse(clickHouse,
                                   u"SELECT count() FROM system.named_collections WHERE name = 'endpoint_shop'"_s),
             u"1"_s);
}

void Sources::D9_testsTheConnection()
{
    ACT(m_hand.click(u"Test connection"_s));
    ACT(m_hand.sees(u"The host does not answer."_s, enableSeconds)); // nothing listens at that port
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"27-connection-test"_s));
    ACT(m_hand.click(u"Close"_s));
}

void Sources::D3_sendsMetrics()
{
    ACT(opensTheDialog(u"Prometheus"_s));
    ACT(m_hand.click(u"Add Prometheus endpoint…"_s));
    ACT(m_hand.type(u"Name"_s, u"watch"_s));
    ACT(m_hand.click(u"Create endpoint"_s));
    ACT(m_hand.sees(u"sends"_s));
    ACT(m_hand.can(u"Enable"_s));
    ACT(m_hand.takesPicture(u"28-observability"_s));
    ACT(m_hand.click(u"Enable"_s));
    ACT(m_hand.sees(u"Prometheus to watch is active. Nothing appears in ClickHouse."_s, enableSeconds));
    ACT(m_hand.click(u"Close"_s));
}

void Sources::K6_seesWhatUsesAnEndpoint()
{
    ACT(opensTheEndpoints());
    ACT(m_hand.sees(u"used by clickhouse-demo: clickhouse_credentials"_s));
    ACT(m_hand.select(u"Integration endpoints"_s, u"shop"_s));
    ACT(m_hand.click(u"Delete…"_s));
    ACT(m_hand.sees(u"This endpoint is in use and cannot be deleted."_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"29-endpoint-in-use"_s));
    ACT(m_hand.click(u"Close"_s));
}

QTEST_MAIN(Sources)
#include "tst_sources.moc"
