// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakenetwork.h"
#include "workflow/connectiontest.h"
#include "workflow/createservice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TestSupport;
using Workflow::ConnectionFault;
using Workflow::CreateService;
using State = CreateService::State;

namespace {

constexpr auto orderLine = "POST /v1/project/p/service";
constexpr auto lookLine = "GET /v1/project/p/service/my-kafka?include_secrets=false";

/// A project that builds one service.
struct Project
{
    Project() : network([this](const FakeRequest &request) { return answer(request); })
    {
        using namespace std::chrono_literals;
        timing = {.check = 1s, .usual = 1s, .slow = 1s, .backOff = 1ms, .longestWait = 5ms, .poll = 1ms};
    }

    FakeAnswer answer(const FakeRequest &request)
    {
        if (!queued.value(request.line()).isEmpty())
            return queued[request.line()].takeFirst();
        const bool runs = looks <= 0;
        looks -= request.verb == "GET";
        return FakeAnswer::json({{"service",
                                  {{"service_name", "my-kafka"},
                                   {"service_type", "kafka"},
                                   {"plan", "startup-2"},
                                   {"state", runs ? "RUNNING" : "REBUILDING"}}}});
    }
    [[nodiscard]] Aiven::Client client()
    {
        return {network, {QUrl(u"https://api.example.org"_s), Core::Secret(u"token-of-the-test"_s), u"t"_s}, timing};
    }

    FakeNetwork network;
    Aiven::Timing timing;
    QMap<QByteArray, QList<FakeAnswer>> queued;
    int looks = 3; ///< until it runs
};

const Aiven::NewService wanted{u"my-kafka"_s, u"kafka"_s, u"startup-2"_s, {}};

} // namespace

class TestCreateService : public QObject
{
    Q_OBJECT

private slots:
    void K14_watchesUntilItRuns();
    void K14_lostAnswerIsReadBack();
    void K14_refused();
    void K14_troubleGoesOn();
    void D9_faults_data();
    void D9_faults();
};

void TestCreateService::K14_watchesUntilItRuns()
{
    Project project;
    Aiven::Client client = project.client();
    CreateService create(client, u"p"_s, wanted, nullptr);
    QList<State> states;
    connect(&create, &CreateService::stateChanged, this, [&] { states.append(create.state()); });
    create.start();
    create.start();
    QTRY_COMPARE(create.state(), State::Running);
    QCOMPARE(states, QList<State>({State::Sending, State::Building, State::Running}));
    QCOMPARE(project.network.count("POST"), 1);
}

void TestCreateService::K14_lostAnswerIsReadBack()
{
    // N-04: a service costs money, so it is ordered once.
    Project project;
    project.queued[orderLine] = {FakeAnswer::cut()};
    Aiven::Client client = project.client();
    CreateService create(client, u"p"_s, wanted, nullptr);
    create.start();
    QTRY_COMPARE(create.state(), State::Running);
    QCOMPARE(project.network.count("POST"), 1);
}

void TestCreateService::K14_refused()
{
    Project project;
    project.queued[orderLine] = {FakeAnswer::refusal(409, u"Service name is already in use"_s)};
    Aiven::Client client = project.client();
    CreateService create(client, u"p"_s, wanted, nullptr);
    create.start();
    QTRY_COMPARE(create.state(), State::Failed);
    QCOMPARE(create.error().kind, Aiven::ApiError::Kind::Conflict);
    create.start(); // again, with what was mended elsewhere
    QTRY_COMPARE(create.state(), State::Running);
}

void TestCreateService::K14_troubleGoesOn()
{
    Project project;
    for (int i = 0; i < 3; ++i)
        project.queued[lookLine].append(FakeAnswer::refusal(503, u"Later"_s));
    Aiven::Client client = project.client();
    CreateService create(client, u"p"_s, wanted, nullptr);
    create.start();
    QTRY_COMPARE(create.state(), State::Running);
}

void TestCreateService::D9_faults_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<ConnectionFault>("fault");
    QTest::newRow("D9 name, libpq")
        << u"Try 1. Connection to `nowhere:5432` failed: could not translate host name \"nowhere\" to address"_s
        << ConnectionFault::Name;
    QTest::newRow("D9 network, libpq") << u"connection to server at \"127.0.0.1\", port 1 failed: Connection refused"_s
                                       << ConnectionFault::Network;
    QTest::newRow("D9 TLS, libpq") << u"server does not support SSL, but SSL was required"_s << ConnectionFault::Tls;
    QTest::newRow("D9 password, libpq") << u"FATAL:  password authentication failed for user \"ada\""_s
                                        << ConnectionFault::Password;
    QTest::newRow("D9 user, libpq") << u"FATAL:  role \"ada\" does not exist"_s << ConnectionFault::Password;
    QTest::newRow("D9 database, libpq") << u"FATAL:  database \"shop\" does not exist"_s << ConnectionFault::Database;
    QTest::newRow("D9 schema") << u"PostgreSQL's database \"shop\" has no schema \"crm\""_s << ConnectionFault::Schema;
    QTest::newRow("D9 grants, libpq") << u"ERROR:  permission denied for schema sales"_s << ConnectionFault::Grants;
    QTest::newRow("D9 MySQL password") << u"Access denied for user 'ada'@'10.0.0.1' (using password: YES)"_s
                                       << ConnectionFault::Password;
    QTest::newRow("D9 MySQL database") << u"Unknown database 'shop'"_s << ConnectionFault::Database;
    QTest::newRow("D9 ClickHouse grants")
        << u"Code: 497. DB::Exception: ada: Not enough privileges. (ACCESS_DENIED)"_s << ConnectionFault::Grants;
    QTest::newRow("D9 collection") << u"Code: 669. DB::Exception: There is no named collection `x`"_s
                                   << ConnectionFault::Collection;
    QTest::newRow("D9 no such function")
        << u"Code: 46. DB::Exception: Unknown table function mysql (UNKNOWN_FUNCTION)"_s
        << ConnectionFault::Unsupported;
    QTest::newRow("D9 anything else") << u"Code: 62. DB::Exception: Syntax error"_s << ConnectionFault::Other;
}

void TestCreateService::D9_faults()
{
    QFETCH(const QString, message);
    QFETCH(const ConnectionFault, fault);
    QCOMPARE(Workflow::connectionFault(message), fault);
}

QTEST_GUILESS_MAIN(TestCreateService)
#include "tst_createservice.moc"
