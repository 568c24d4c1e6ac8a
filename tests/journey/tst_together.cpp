// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/console.h"
#include "journey/hand.h"
#include "journey/screen.h"
#include "journey/witness.h"

#include <QJsonArray>
#include <QObject>
#include <QTest>

#include <optional>

#define ACT(act) QVERIFY2((act), qPrintable(m_hand.reason()))

using namespace Qt::StringLiterals;

namespace {

constexpr int startSeconds = 20;
constexpr int buildSeconds = 60;
constexpr int enableSeconds = 30;

const QString clickHouse = u"clickhouse-demo"_s;
const QString kafka = u"kafka-demo"_s;
const QString postgres = u"pg-demo"_s;

QJsonObject integration(const QString &type, const QString &source)
{
    return {{u"integration_type"_s, type}, {u"source_service"_s, source}, {u"dest_service"_s, clickHouse}};
}

} // namespace

/// Integrations after Enable, and two people at the same service: the real window, the real sandbox, and a second client
/// that changes things underneath. A step needs those before it; the first failure skips the rest.
class Together final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void opensTheSandbox();
    void D13_editsDatabasesAfterEnable();
    void D13_deletesADatabaseInTheTab();
    void K15_enabledByAnotherMeanwhile();
    void K6_endpointDeletedWhileChosen();
    void N47_changedByAnotherWhileEdited();
    void N19_disconnectedWhileEdited();
    void N46_poweredOffUnderneath();
    void N46_onAgain();
    void N19_serviceDeletedUnderneath();

private:
    [[nodiscard]] bool opensTheDialog(const QString &kind);
    [[nodiscard]] QString ask(const QString &sql) { return m_witness->clickHouse(clickHouse, sql); }
    [[nodiscard]] bool runs(const QString &sql)
    {
        return m_hand.paste(u"SQL editor"_s, sql) && m_hand.can(u"Run"_s) &&
               m_hand.press(Qt::Key_Return, Qt::ControlModifier);
    }

    bool m_failed = false;
    Hand m_hand;
    std::optional<Console> m_console;
    std::optional<Witness> m_witness;
};

void Together::init()
{
    if (m_failed)
        QSKIP("an earlier step failed");
}

void Together::cleanup()
{
    if (!QTest::currentTestFailed())
        return;
    m_failed = true;
    (void)m_hand.takesPicture(u"failed-"_s + QString::fromLatin1(QTest::currentTestFunction()));
}

bool Together::opensTheDialog(const QString &kind)
{
    return m_hand.select(u"Services"_s, clickHouse) && m_hand.can(u"Open SQL"_s) &&
           m_hand.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier) &&
           m_hand.select(u"Integration types"_s, kind);
}

void Together::opensTheSandbox()
{
    m_console.emplace();
    m_console->show();
    ACT(m_hand.click(u"Open the sandbox"_s));
    ACT(m_hand.sees(clickHouse, startSeconds));
    const App::SandboxProcess &sandbox = m_console->sandbox();
    m_witness.emplace(sandbox.apiUrl(), sandbox.token().reveal().toUtf8(), sandbox.project());
}

void Together::D13_editsDatabasesAfterEnable()
{
    m_witness->call("POST", u"/integration"_s, integration(u"clickhouse_postgresql"_s, postgres));
    ACT(m_hand.press(Qt::Key_F5));
    ACT(m_hand.click(u"Edit databases of pg-demo"_s));
    ACT(m_hand.can(u"Schema 1"_s));
    ACT(m_hand.click(u"Add a database"_s));
    ACT(m_hand.type(u"PostgreSQL database 2"_s, u"missing"_s));
    ACT(m_hand.sees(u"service_pg-demo_missing_public"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"40-edit-databases"_s));
    ACT(m_hand.click(u"Apply 1 change"_s));
    ACT(m_hand.sees(u"Aiven refused what was sent"_s, buildSeconds)); // PostgreSQL has no such database
    ACT(m_hand.takesPicture(u"41-edit-databases-refused"_s));
    ACT(m_hand.type(u"PostgreSQL database 2"_s, u"analytics"_s));
    ACT(m_hand.click(u"Apply 1 change"_s));
    ACT(m_hand.sees(u"Settings of pg-demo applied"_s, enableSeconds));
    QVERIFY(ask(u"SHOW DATABASES"_s).split(u'\n').contains(u"service_pg-demo_analytics_public"_s));
}

void Together::D13_deletesADatabaseInTheTab()
{
    ACT(m_hand.turnTo(u"Databases"_s));
    ACT(m_hand.select(u"Databases and tables"_s, u"service_pg-demo_analytics_public"_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"42-database-of-an-integration"_s));
    ACT(m_hand.click(u"Delete database…"_s));
    ACT(m_hand.sees(u"Erased from ClickHouse: service_pg-demo_analytics_public."_s));
    ACT(m_hand.click(u"I have read the warning"_s));
    ACT(m_hand.takesPicture(u"43-erase-a-database"_s));
    ACT(m_hand.click(u"Apply 1 change"_s));
    ACT(m_hand.waits(u"the database is gone"_s, [this] {
        return !ask(u"SHOW DATABASES"_s).split(u'\n').contains(u"service_pg-demo_analytics_public"_s);
    }));
    ACT(m_hand.turnTo(u"Overview"_s));
}

void Together::K15_enabledByAnotherMeanwhile()
{
    ACT(opensTheDialog(u"Apache Kafka"_s));
    ACT(m_hand.sees(u"Creates service_kafka-demo"_s));
    m_witness->call("POST", u"/integration"_s, integration(u"clickhouse_kafka"_s, kafka));
    ACT(m_hand.click(u"Enable"_s));
    ACT(m_hand.sees(u"`service_kafka-demo` exists already: this integration was set up before."_s, enableSeconds));
    ACT(m_hand.takesPicture(u"44-enabled-by-another"_s));
    ACT(m_hand.click(u"Close"_s));
    int count = 0;
    const QJsonObject list = m_witness->call("GET", u"/service/clickhouse-demo/integration"_s);
    for (const QJsonValue &one : list[u"service_integrations"_s].toArray())
        count += one[u"source_service"_s].toString() == kafka &&
                 one[u"integration_type"_s].toString() == u"clickhouse_kafka"_s &&
                 !one[u"service_integration_id"_s].isNull();
    QCOMPARE(count, 1);
}

void Together::K6_endpointDeletedWhileChosen()
{
    const QJsonObject made = m_witness->call(
        "POST", u"/integration_endpoint"_s,
        {{u"endpoint_name"_s, u"shop"_s},
         {u"endpoint_type"_s, u"external_mysql"_s},
         {u"user_config"_s,
          QJsonObject{{u"host"_s, u"127.0.0.1"_s}, {u"port"_s, 1}, {u"username"_s, u"a"_s}, {u"password"_s, u"b"_s}}}});
    const QString id = made[u"service_integration_endpoint"_s].toObject()[u"endpoint_id"_s].toString();
    QVERIFY(!id.isEmpty());
    ACT(opensTheDialog(u"MySQL"_s));
    ACT(m_hand.can(u"Enable"_s));
    m_witness->call("DELETE", u"/integration_endpoint/"_s + id);
    ACT(m_hand.click(u"Enable"_s));
    ACT(m_hand.sees(u"shop does not exist any more."_s));
    ACT(m_hand.takesPicture(u"45-endpoint-deleted"_s));
    ACT(m_hand.waits(u"the endpoint is not offered any more"_s, [] { return !Screen::shows(u"127.0.0.1:1"_s); }));
    ACT(m_hand.click(u"Cancel"_s));
}

void Together::N47_changedByAnotherWhileEdited()
{
    ACT(m_hand.press(Qt::Key_F5));
    ACT(m_hand.click(u"Define tables of kafka-demo"_s));
    ACT(m_hand.click(u"Define a table"_s));
    ACT(m_hand.type(u"Table name"_s, u"mine"_s));
    const QJsonObject theirs{{u"name"_s, u"theirs"_s},
                             {u"topics"_s, QJsonArray{QJsonObject{{u"name"_s, u"topic2"_s}}}},
                             {u"columns"_s, QJsonArray{QJsonObject{{u"name"_s, u"id"_s}, {u"type"_s, u"UInt64"_s}}}},
                             {u"data_format"_s, u"JSONEachRow"_s},
                             {u"group_name"_s, u"theirs"_s}};
    m_witness->call("PUT", u"/integration/"_s + m_witness->integrationId(clickHouse, kafka),
                    {{u"user_config"_s, QJsonObject{{u"tables"_s, QJsonArray{theirs}}}}});
    ACT(m_hand.click(u"Review and apply"_s));
    ACT(m_hand.sees(u"This integration changed on Aiven since you loaded it"_s));
    ACT(m_hand.takesPicture(u"46-changed-by-another"_s));
    ACT(m_hand.click(u"Merge"_s));
    ACT(m_hand.click(u"Apply 1 change"_s));
    ACT(m_hand.sees(u"2 tables of service_kafka-demo are ready."_s, enableSeconds));
    QCOMPARE(ask(u"SHOW TABLES FROM `service_kafka-demo`"_s), u"mine\ntheirs"_s);
}

void Together::N19_disconnectedWhileEdited()
{
    ACT(m_hand.type(u"Consumer group"_s, u"kept-group"_s));
    m_witness->call("DELETE", u"/integration/"_s + m_witness->integrationId(clickHouse, kafka));
    ACT(m_hand.click(u"Review and apply"_s));
    ACT(m_hand.sees(u"This integration does not exist any more."_s));
    ACT(m_hand.hearsEverything());
    ACT(m_hand.takesPicture(u"47-disconnected-by-another"_s));
    ACT(m_hand.click(u"Set up again"_s));
    ACT(m_hand.can(u"Changes (2)"_s, enableSeconds)); // against the new one, which has no tables
    ACT(m_hand.waits(u"what was edited is back"_s,
                     [this] { return m_hand.textOf(u"JSON"_s).contains(u"kept-group"_s); }));
    ACT(m_hand.click(u"Review and apply"_s));
    ACT(m_hand.click(u"Apply 2 changes"_s));
    ACT(m_hand.sees(u"2 tables of service_kafka-demo are ready."_s, enableSeconds));
    QVERIFY(m_witness->configuration(clickHouse, kafka).contains("kept-group"));
}

void Together::N46_poweredOffUnderneath()
{
    ACT(m_hand.press(Qt::Key_F8));
    ACT(runs(u"SELECT 41 + 1"_s));
    ACT(m_hand.waits(u"42"_s, [this] { return m_hand.rowsOf(u"Query results"_s) == QList<QStringList>{{u"42"_s}}; }));
    ACT(m_hand.type(u"Consumer group"_s, u"later-group"_s));
    m_witness->call("PUT", u"/service/clickhouse-demo"_s, {{u"powered"_s, false}});
    ACT(m_hand.waits(
        u"ClickHouse is off"_s,
        [this] {
            return m_witness->call("GET", u"/service/clickhouse-demo"_s)[u"service"_s].toObject()[u"state"_s] ==
                   u"POWEROFF"_s;
        },
        buildSeconds));
    ACT(m_hand.click(u"Review and apply"_s));
    ACT(m_hand.click(u"Apply 1 change"_s));
    ACT(m_hand.sees(u"The service is powered off (409)."_s, enableSeconds));
    ACT(m_hand.takesPicture(u"48-apply-while-off"_s));
    ACT(m_hand.click(u"Cancel"_s));
    ACT(runs(u"SELECT 41 + 1"_s));
    ACT(m_hand.sees(u"clickhouse-demo does not answer"_s));
    ACT(m_hand.takesPicture(u"49-sql-while-off"_s));
    ACT(m_hand.click(u"Read the connection again"_s));
    ACT(m_hand.sees(u"clickhouse-demo is powered off"_s));
    QCOMPARE(m_hand.textOf(u"SQL editor"_s).trimmed(), u"SELECT 41 + 1"_s);
}

void Together::N46_onAgain()
{
    m_witness->call("PUT", u"/service/clickhouse-demo"_s, {{u"powered"_s, true}});
    ACT(m_hand.waits(
        u"ClickHouse runs"_s, [this] { return ask(u"SELECT 1"_s) == u"1"_s; }, buildSeconds));
    ACT(m_hand.click(u"Service overview"_s));
    ACT(m_hand.press(Qt::Key_F5));
    ACT(m_hand.can(u"Run"_s));
    ACT(runs(u"SELECT 41 + 2"_s));
    ACT(m_hand.waits(
        u"43"_s, [this] { return m_hand.rowsOf(u"Query results"_s) == QList<QStringList>{{u"43"_s}}; }, enableSeconds));
}

void Together::N19_serviceDeletedUnderneath()
{
    ACT(opensTheDialog(u"PostgreSQL"_s));
    ACT(m_hand.can(u"Source"_s));
    m_witness->call("DELETE", u"/service/clickhouse-demo"_s);
    ACT(m_hand.click(u"Cancel"_s));
    ACT(m_hand.press(Qt::Key_F5));
    ACT(m_hand.sees(u"clickhouse-demo does not exist any more"_s));
    ACT(m_hand.takesPicture(u"50-service-deleted"_s));
}

QTEST_MAIN(Together)
#include "tst_together.moc"
