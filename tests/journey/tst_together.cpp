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

private:
    [[nodiscard]] bool opensTheDialog(const QString &kind);
    [[nodiscard]] QString ask(const QString &sql) { return m_witness->clickHouse(clickHouse, sql); }
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
    return m_hand.select(u"Services"_s, clickHouse) && m_hand.can(u"Open SQL"_s)
        && m_hand.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier) && m_hand.select(u"Integration types"_s, kind);
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
    ACT(m_hand.click(u"Edit databases"_s));
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
        count += one[u"source_service"_s].toString() == kafka && one[u"integration_type"_s].toString() == u"clickhouse_kafka"_s
            && !one[u"service_integration_id"_s].isNull();
    QCOMPARE(count, 1);
}

void Together::K6_endpointDeletedWhileChosen()
{
    const QJsonObject made = m_witness->call(
        "POST", u"/integration_endpoint"_s,
        {{u"endpoint_name"_s, u"shop"_s}, {u"endpoint_type"_s, u"external_mysql"_s},
         {u"user_config"_s, QJsonObject{{u"host"_s, u"127.0.0.1"_s}, {u"port"_s, 1}, {u"username"_s, u"a"_s}, {u"password"_s, u"b"_s}}}});
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

QTEST_MAIN(Together)
#include "tst_together.moc"
