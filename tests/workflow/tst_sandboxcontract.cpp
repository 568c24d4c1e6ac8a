// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandboxprocess.h"
#include "workflow/applydraft.h"
#include "workflow/enableintegration.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QTest>

using namespace Qt::StringLiterals;
using Workflow::ApplyDraft;
using Workflow::EnableIntegration;

namespace {

const QString clickHouse = u"clickhouse-demo"_s;
const QString kafka = u"kafka-demo"_s;
constexpr int patience = 60'000; // engines under sanitizers on a busy machine

/// The guide's example, with one topic for each table so that both can be written.
Core::Json guideConfig(std::initializer_list<const char *> tables)
{
    Core::Json list = Core::Json::array();
    for (const char *name : tables) {
        list.push_back({{"name", name},
                        {"columns", {{{"name", "id"}, {"type", "UInt64"}}, {{"name", "name"}, {"type", "String"}}}},
                        {"topics", Core::Json::array({{{"name", "topic1"}}})},
                        {"data_format", "JSONEachRow"},
                        {"group_name", std::string(name) + "-group"}});
    }
    Core::Json config = Core::Json::object();
    config["tables"] = list;
    return config;
}

} // namespace

/// The client and the workflows against the real sandbox: real HTTP, real ClickHouse, real Kafka. What is written here
/// holds for the cloud as well.
class TestSandboxContract : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void reads();
    void refusesWrongToken();
    void readsWhatIsNotThere();
    void enablesOnce();
    void appliesTables();
    void refusalNamesTheField();
    void changedByAnother();
    void topicsAndMessages();
    void hobbyistIsRefused();
    void disconnects();
    void cleanupTestCase();

private:
    template <typename T>
    std::optional<Aiven::Result<T>> wait(Aiven::ApiReply<T> *reply)
    {
        std::optional<Aiven::Result<T>> got;
        reply->then([&got](Aiven::Result<T> result) { got = std::move(result); });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, patience))
            qFatal("no answer");
        if (!*got)
            qInfo() << "answer:" << got->error().httpStatus << got->error().serverMessage;
        return got;
    }

    [[nodiscard]] Aiven::Client client(const QString &token)
    {
        Aiven::Timing timing;
        timing.poll = std::chrono::milliseconds(100);
        return {m_network, {m_sandbox.apiUrl(), Core::Secret(token), u"Sandbox"_s}, timing};
    }
    [[nodiscard]] Aiven::Integration integration();

    SandboxProcess m_sandbox;
    QNetworkAccessManager m_network;
    std::unique_ptr<Aiven::Client> m_client;
    QString m_project;
    QString m_id;
};

void TestSandboxContract::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.errorOutput()));
    m_client = std::make_unique<Aiven::Client>(client(m_sandbox.token()));
    m_project = m_sandbox.project();
}

void TestSandboxContract::reads()
{
    QVERIFY(wait(m_client->currentUser(this))->has_value());
    const auto projects = wait(m_client->listProjects(this));
    QVERIFY(projects->has_value());
    QCOMPARE((*projects)->constFirst().name, m_project);
    const auto authorities = wait(m_client->listAuthorities(m_project, this));
    QVERIFY(authorities->has_value() && (*authorities)->constFirst().isSelfSigned());
    const auto services = wait(m_client->listServices(m_project, this));
    QVERIFY(services->has_value() && (*services)->size() >= 3);
    const auto redacted = wait(m_client->getService(m_project, clickHouse, Aiven::Secrets::Redact, this));
    QVERIFY((*redacted)->isUsable());
    QVERIFY((*redacted)->mainUser() && (*redacted)->mainUser()->password.isEmpty());
    const auto open = wait(m_client->getService(m_project, clickHouse, Aiven::Secrets::Include, this));
    QVERIFY(!(*open)->mainUser()->password.isEmpty());
    QCOMPARE((*open)->clickHouseUrl().scheme(), u"http"_s);
    QCOMPARE((*open)->clickHouseUrl().host(), u"127.0.0.1"_s);
    const auto types = wait(m_client->listIntegrationTypes(m_project, this));
    QVERIFY(types->has_value());
    const auto pairings = wait(m_client->listIntegrations(m_project, clickHouse, this));
    QVERIFY(pairings->has_value());
    QVERIFY(std::any_of((*pairings)->cbegin(), (*pairings)->cend(), [](const Aiven::Integration &one) {
        return one.isCandidate() && one.type == "clickhouse_kafka"_L1 && one.source.service == kafka;
    }));
    const auto rows = wait(m_client->query(m_project, clickHouse, u"default"_s, u"SELECT 1 AS x"_s, this));
    QCOMPARE((*rows)->columns.constFirst().name, u"x"_s);
}

void TestSandboxContract::refusesWrongToken()
{
    Aiven::Client stranger = client(u"not-the-token"_s);
    const auto user = wait(stranger.currentUser(this));
    QCOMPARE(user->error().kind, Aiven::ApiError::Kind::Unauthorized);
    QCOMPARE(user->error().serverMessage, u"Invalid token"_s);
}

void TestSandboxContract::readsWhatIsNotThere()
{
    QCOMPARE(wait(m_client->listServices(u"no such"_s, this))->error().httpStatus, 404);
    const auto gone = wait(m_client->getIntegration(m_project, u"00000000-0000-0000-0000-000000000000"_s, this));
    QCOMPARE(gone->error().kind, Aiven::ApiError::Kind::NotFound);
    const auto topic = wait(m_client->getTopic(m_project, kafka, u"a/b 'c'`d`\"e\""_s, this));
    QCOMPARE(topic->error().kind, Aiven::ApiError::Kind::NotFound);
    const auto sql = wait(m_client->query(m_project, clickHouse, u"default"_s, u"SELECT no_such"_s, this));
    QCOMPARE(sql->error().kind, Aiven::ApiError::Kind::Invalid);
    QVERIFY(sql->error().serverMessage.contains("DB::Exception"_L1));
}

void TestSandboxContract::enablesOnce()
{
    Aiven::NewIntegration wanted;
    wanted.type = u"clickhouse_kafka"_s;
    wanted.sourceService = kafka;
    wanted.destService = clickHouse;
    EnableIntegration first(*m_client, m_project, wanted, {}, nullptr);
    first.start();
    QTRY_COMPARE_WITH_TIMEOUT(first.state(), EnableIntegration::State::Active, patience);
    QVERIFY(!first.isAdopted());
    m_id = first.integration().id;
    const auto databases = wait(m_client->listDatabases(m_project, clickHouse, this));
    QVERIFY(std::any_of((*databases)->cbegin(), (*databases)->cend(),
                        [&first](const Aiven::Database &one) { return first.databaseNames().contains(one.name); }));

    EnableIntegration second(*m_client, m_project, wanted, {}, nullptr);
    second.start();
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), EnableIntegration::State::Active, patience);
    QVERIFY(second.isAdopted());
    QCOMPARE(second.integration().id, m_id);
}

Aiven::Integration TestSandboxContract::integration()
{
    return *wait(m_client->getIntegration(m_project, m_id, this)).value();
}

void TestSandboxContract::appliesTables()
{
    const Core::Json before = integration().userConfig;
    ApplyDraft apply(*m_client, m_project, m_id, before, guideConfig({"one", "two"}), nullptr);
    apply.start();
    QTRY_COMPARE_WITH_TIMEOUT(apply.state(), ApplyDraft::State::Done, patience);
    QCOMPARE(apply.visible(), 2);

    ApplyDraft again(*m_client, m_project, m_id, before, guideConfig({"one", "two"}), nullptr);
    again.start();
    QTRY_COMPARE_WITH_TIMEOUT(again.state(), ApplyDraft::State::Done, patience);
    QVERIFY(again.wasUnchanged());

    ApplyDraft fewer(*m_client, m_project, m_id, integration().userConfig, guideConfig({"two"}), nullptr);
    fewer.start();
    QTRY_COMPARE_WITH_TIMEOUT(fewer.state(), ApplyDraft::State::Done, patience);
    QCOMPARE(fewer.wanted(), 1);
}

void TestSandboxContract::refusalNamesTheField()
{
    Core::Json config = guideConfig({"two", "three"});
    config["tables"][1]["columns"][0]["type"] = "NoSuchType";
    ApplyDraft wrongType(*m_client, m_project, m_id, integration().userConfig, config, nullptr);
    wrongType.start();
    QTRY_COMPARE_WITH_TIMEOUT(wrongType.state(), ApplyDraft::State::Failed, patience);
    QVERIFY(wrongType.failure().error.has_value());
    QVERIFY2(!wrongType.failure().error->fields.isEmpty(), qPrintable(wrongType.failure().error->serverMessage));
    QCOMPARE(wrongType.failure().error->fields.constFirst().pointer, u"/tables/1/columns/0/type"_s);

    config = guideConfig({"two", "three"});
    config["tables"][1].erase("group_name");
    ApplyDraft missing(*m_client, m_project, m_id, integration().userConfig, config, nullptr);
    missing.start();
    QTRY_COMPARE_WITH_TIMEOUT(missing.state(), ApplyDraft::State::Failed, patience);
    QCOMPARE(missing.failure().error->fields.constFirst().pointer, u"/tables/1/group_name"_s);
}

void TestSandboxContract::changedByAnother()
{
    const Core::Json loaded = integration().userConfig;
    QVERIFY(wait(m_client->updateIntegration(m_project, m_id, guideConfig({"theirs"}), this))->has_value());
    ApplyDraft mine(*m_client, m_project, m_id, loaded, guideConfig({"mine"}), nullptr);
    mine.start();
    QTRY_COMPARE_WITH_TIMEOUT(mine.state(), ApplyDraft::State::Conflict, patience);
    QCOMPARE(Core::textAt(mine.theirs()["tables"][0], "name"), u"theirs"_s);
    mine.overwrite();
    QTRY_COMPARE_WITH_TIMEOUT(mine.state(), ApplyDraft::State::Done, patience);
}

void TestSandboxContract::topicsAndMessages()
{
    Aiven::NewTopic wanted;
    wanted.name = u"contract.topic_1"_s;
    QVERIFY(wait(m_client->createTopic(m_project, kafka, wanted, this))->has_value());
    QCOMPARE(wait(m_client->createTopic(m_project, kafka, wanted, this))->error().kind,
             Aiven::ApiError::Kind::Conflict);
    Aiven::NewMessages messages;
    messages.records = {{nullptr, {{"id", 1}, {"name", "Michelangelo"}}, {}}};
    const auto produced = wait(m_client->produceMessages(m_project, kafka, wanted.name, messages, this));
    QVERIFY(produced->has_value() && !(*produced)->constFirst().errorCode);
    const auto topic = wait(m_client->getTopic(m_project, kafka, wanted.name, this));
    QCOMPARE((*topic)->partitions.constFirst().latestOffset, 1);
    QCOMPARE((*topic)->replication, 3); // of a service with three nodes
    Aiven::MessageRequest from;
    from.offsets = {{0, 0}};
    const auto read = wait(m_client->readMessages(m_project, kafka, wanted.name, from, this));
    QVERIFY(read->has_value() && (*read)->size() == 1);
    QCOMPARE(Core::textAt((*read)->constFirst().value, "name"), u"Michelangelo"_s);
    QVERIFY(wait(m_client->deleteTopic(m_project, kafka, wanted.name, this))->has_value());
}

void TestSandboxContract::hobbyistIsRefused()
{
    Aiven::NewIntegration wanted;
    wanted.type = u"clickhouse_kafka"_s;
    wanted.sourceService = kafka;
    wanted.destService = u"clickhouse-hobby"_s;
    EnableIntegration enable(*m_client, m_project, wanted, {}, nullptr);
    enable.start();
    QTRY_COMPARE_WITH_TIMEOUT(enable.state(), EnableIntegration::State::Failed, patience);
    QCOMPARE(enable.failure().error->kind, Aiven::ApiError::Kind::Forbidden);
}

void TestSandboxContract::disconnects()
{
    QVERIFY(wait(m_client->deleteIntegration(m_project, m_id, this))->has_value());
    ApplyDraft late(*m_client, m_project, m_id, Core::Json::object(), guideConfig({"mine"}), nullptr);
    late.start();
    QTRY_COMPARE_WITH_TIMEOUT(late.state(), ApplyDraft::State::Failed, patience);
    QCOMPARE(late.failure().error->kind, Aiven::ApiError::Kind::NotFound);
}

void TestSandboxContract::cleanupTestCase()
{
    m_sandbox.terminate();
}

QTEST_GUILESS_MAIN(TestSandboxContract)
#include "tst_sandboxcontract.moc"
