// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/reconciler.h"
#include "sandbox/state/store.h"

#include <QDir>
#include <QFile>
#include <QFloat16> // QCOMPARE looks whether JSON converts to it
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Core::Json;
using namespace Sandbox;

class TestStore final : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithTheGuidesServices();
    void keepsWhatWasChanged();
    void readsTheFirstVersion();
    void callsDatabasesAsTheCloud_data();
    void callsDatabasesAsTheCloud();
    void refusedChangesLeaveNoTrace();
    void movesBrokenFilesAside_data();
    void movesBrokenFilesAside();
    void saysWhyNothingCanBeSaved();
    void remembersAnInterruptedChange_data();
    void remembersAnInterruptedChange();
};

namespace {

std::unique_ptr<Store> opened(const QTemporaryDir &folder)
{
    auto store = Store::open(folder.path().toStdString());
    return store ? std::move(*store) : nullptr;
}

} // namespace

void TestStore::beginsWithTheGuidesServices()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    QVERIFY(store->isNew());
    const auto state = store->state();
    QCOMPARE(state->project, std::string("sandbox"));
    QCOMPARE(state->service("clickhouse-demo")->plan, std::string("startup-16"));
    QCOMPARE(state->service("clickhouse-hobby")->plan, std::string("hobbyist"));
    QCOMPARE(state->service("kafka-demo")->topics.front().name, std::string("topic1"));
    QVERIFY(state->service("clickhouse-demo")->users.front().password.size() > 20);
    QVERIFY(state->service("clickhouse-demo")->users.front().password !=
            state->service("clickhouse-hobby")->users.front().password);
    QCOMPARE(state->service("nothing"), nullptr);
    const QFile::Permissions permissions = QFile::permissions(folder.filePath(u"state.json"_s));
    QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestStore::keepsWhatWasChanged()
{
    const QTemporaryDir folder;
    const Json config = Json::parse(R"({"z":18446744073709551615,"a":[{"name":"ä"}]})");
    QVERIFY(opened(folder)->change([&config](State &state) -> Core::Outcome<ApiError> {
        state.integrations.push_back({"id-1", "clickhouse_kafka", "kafka-demo", "clickhouse-demo", config, Json()});
        state.removals.push_back({"id-2", "clickhouse_kafka", "x", "clickhouse-demo"});
        state.endpoints.push_back({"id-3", "orders-pg", "external_postgresql", Json{{"password", "p"}}});
        Service &service = state.services.front();
        service.powered = false;
        service.terminationProtection = true;
        service.databases = {"defaultdb"};
        state.services.front().topics.push_back({"t", 3, 2, "words", Json{{"retention_ms", 1}}, Json::array()});
        return std::monostate{};
    }));
    const auto store = opened(folder);
    QVERIFY(!store->isNew());
    const auto state = store->state();
    QCOMPARE(state->integration("id-1")->userConfig.dump(), config.dump());
    QVERIFY(state->integration("id-1")->applied.is_null());
    QCOMPARE(state->integration("id-1")->database(), std::string("service_kafka-demo"));
    QCOMPARE(state->removals.front().database(), std::string("service_x"));
    QCOMPARE(state->services.front().topics.back().partitions, 3);
    QCOMPARE(state->endpoint("id-3")->userConfig["password"], Json("p"));
    QVERIFY(!state->services.front().powered);
    QVERIFY(state->services.front().terminationProtection);
    QCOMPARE(state->services.front().databases.front(), std::string("defaultdb"));
}

void TestStore::readsTheFirstVersion()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"state.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"version":1,"project":"sandbox","create_time":"2026-01-01T00:00:00Z","services":[{"name":"kafka-demo",
        "type":"kafka","plan":"business-4","cloud":"c","create_time":"t","update_time":"t","user_config":{},"users":[],
        "topics":[]}],"integrations":[{"id":"i","type":"clickhouse_kafka","source_service":"kafka-demo",
        "dest_service":"clickhouse-demo","user_config":{"tables":[]},"applied_tables":[]}],
        "removals":[{"service":"clickhouse-demo","database":"service_gone"}]})");
    file.close();
    const auto store = opened(folder);
    QVERIFY(!store->isNew());
    const auto state = store->state();
    QVERIFY(state->service("kafka-demo")->powered);
    QCOMPARE(state->integration("i")->applied, Json::array());
    QCOMPARE(state->removals.front().database(), std::string("service_gone"));
    QCOMPARE(state->removals.front().destService, std::string("clickhouse-demo"));
    QVERIFY(state->endpoints.empty());
}

void TestStore::callsDatabasesAsTheCloud_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("endpoint");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArrayList>("databases");
    using List = QByteArrayList;
    const QByteArray two = R"({"databases":[{"database":"shop","schema":"s"},{}]})";
    QTest::newRow("Kafka service") << "clickhouse_kafka"_ba
                                   << ""_ba
                                   << "{}"_ba << List{"service_a-b"};
    QTest::newRow("Kafka endpoint") << "clickhouse_kafka"_ba
                                    << "e-p"_ba
                                    << "{}"_ba << List{"endpoint_e-p"};
    QTest::newRow("PostgreSQL's default") << "clickhouse_postgresql"_ba
                                          << ""_ba
                                          << "{}"_ba << List{"service_a-b_defaultdb_public"};
    QTest::newRow("PostgreSQL pairs") << "clickhouse_postgresql"_ba
                                      << "e"_ba << two << List{"endpoint_e_shop_s", "endpoint_e_defaultdb_public"};
    QTest::newRow("credentials") << "clickhouse_credentials"_ba
                                 << ""_ba
                                 << R"({"grants":[{"user":"u"}]})"_ba << List{};
    QTest::newRow("metrics") << "metrics"_ba
                             << ""_ba
                             << "{}"_ba << List{};
}

void TestStore::callsDatabasesAsTheCloud()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, endpoint);
    QFETCH(QByteArray, config);
    Integration integration;
    integration.type = type.toStdString();
    integration.userConfig = Json::parse(config.toStdString());
    if (endpoint.isEmpty())
        integration.sourceService = "a-b";
    else {
        integration.sourceEndpointId = "id";
        integration.sourceEndpointName = endpoint.toStdString();
    }
    QByteArrayList databases;
    for (const std::string &name : integration.databases())
        databases.append(QByteArray::fromStdString(name));
    QTEST(databases, "databases");
}

void TestStore::refusedChangesLeaveNoTrace()
{
    const QTemporaryDir folder;
    const auto store = opened(folder);
    const std::size_t count = store->state()->services.size();
    const auto outcome = store->change([](State &state) -> Core::Outcome<ApiError> {
        state.services.clear();
        return refuse(409, "no", {});
    });
    QCOMPARE(outcome.error().status, 409);
    QCOMPARE(store->state()->services.size(), count);
    QCOMPARE(opened(folder)->state()->services.size(), count);
}

void TestStore::movesBrokenFilesAside_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << R"({"version":1,"project":)"_ba;
    QTest::newRow("later version") << R"({"version":3})"_ba;
    QTest::newRow("wrong kinds") << R"({"version":1,"project":[],"create_time":1,"services":{}})"_ba;
    QTest::newRow("array") << "[]"_ba;
}

void TestStore::movesBrokenFilesAside()
{
    QFETCH(QByteArray, contents);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"state.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size());
    file.close();
    const auto store = opened(folder);
    QVERIFY(store && store->isNew());
    const QStringList aside = QDir(folder.path()).entryList({u"state.json.broken-*"_s});
    QCOMPARE(aside.size(), 1);
    QFile kept(folder.filePath(aside.first()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), contents);
}

void TestStore::saysWhyNothingCanBeSaved()
{
    const auto store = Store::open("/proc/nowhere");
    QVERIFY(!store);
    QVERIFY(QString::fromStdString(store.error()).contains(u"/proc/nowhere"_s));
}

void TestStore::remembersAnInterruptedChange_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("during");
    QTest::newRow("nothing") << "[]"_ba
                             << "[]"_ba
                             << "[]"_ba;
    QTest::newRow("new") << "[]"_ba
                         << R"([{"name":"a","c":1}])"_ba
                         << R"([{"name":"a"}])"_ba;
    QTest::newRow("gone") << R"([{"name":"a","c":1}])"_ba
                          << "[]"_ba
                          << R"([{"name":"a"}])"_ba;
    QTest::newRow("changed beside untouched") << R"([{"name":"a","c":1},{"name":"b","c":1}])"_ba
                                              << R"([{"name":"b","c":1},{"name":"a","c":2}])"_ba
                                              << R"([{"name":"a"},{"name":"b","c":1}])"_ba;
    QTest::newRow("interrupted twice") << R"([{"name":"a"}])"_ba
                                       << R"([{"name":"b","c":1}])"_ba
                                       << R"([{"name":"a"},{"name":"b"}])"_ba;
}

void TestStore::remembersAnInterruptedChange()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Json during = entriesWhileChanging(Json::parse(before.toStdString()), Json::parse(after.toStdString()));
    QTEST(QByteArray::fromStdString(during.dump()), "during");
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
