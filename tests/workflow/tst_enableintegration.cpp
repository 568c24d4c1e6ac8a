// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeapi.h"
#include "workflow/enableintegration.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TestSupport;
using Workflow::EnableIntegration;
using Workflow::Failure;
using State = EnableIntegration::State;
using Kind = Aiven::ApiError::Kind;

namespace {

Aiven::NewIntegration wanted()
{
    Aiven::NewIntegration integration;
    integration.type = u"clickhouse_kafka"_s;
    integration.sourceService = u"kafka-demo"_s;
    integration.destService = u"ch"_s;
    return integration;
}

} // namespace

class TestEnableIntegration : public QObject
{
    Q_OBJECT

private slots:
    void K16_K18_K19_walksThroughTheStates();
    void startsOnce();
    void K16_toleratesLagAfterCreation();
    void adoptsTheExistingOne();
    void lostAnswer_data();
    void lostAnswer();
    void unreadableOutcomeIsReadBackFirst();
    void refusals_data();
    void refusals();
    void deletedMeanwhile();
    void failedIntegration();
    void troubleGoesOn();
    void watcherGone();
};

void TestEnableIntegration::K16_K18_K19_walksThroughTheStates()
{
    FakeApi api;
    api.looksUntilActive = 3;
    api.looksUntilDatabase = 2;
    Aiven::Client client = api.client();
    EnableIntegration enable(client, u"p"_s, wanted(), QString(), nullptr);
    QList<State> seen;
    connect(&enable, &EnableIntegration::stateChanged, &enable, [&] { seen.append(enable.state()); });
    QCOMPARE(enable.databaseNames(), QStringList(u"service_kafka-demo"_s));
    enable.start();
    QTRY_COMPARE(enable.state(), State::Active);
    QCOMPARE(seen, QList<State>({State::Sending, State::Accepted, State::Starting, State::Active}));
    QCOMPARE(enable.integration().id, u"i-1"_s);
    QVERIFY(!enable.isAdopted());
    QVERIFY(*enable.reachedAt(State::Sending) <= *enable.reachedAt(State::Active));
    QCOMPARE(api.count("POST"), 1);
}

void TestEnableIntegration::startsOnce()
{
    // N-44: a double click.
    FakeApi api;
    Aiven::Client client = api.client();
    EnableIntegration enable(client, u"p"_s, wanted(), QString(), nullptr);
    enable.start();
    enable.start();
    QTRY_COMPARE(enable.state(), State::Active);
    enable.start();
    QCOMPARE(enable.state(), State::Active);
    QCOMPARE(api.count("POST"), 1);
}

void TestEnableIntegration::K16_toleratesLagAfterCreation()
{
    FakeApi api;
    api.answerNext(getLine, FakeAnswer::refusal(404, u"Service integration not found"_s));
    api.answerNext(getLine, FakeAnswer::refusal(404, u"Service integration not found"_s));
    api.answerNext(databasesLine, FakeAnswer::refusal(404, u"User avnadmin with component main not found"_s));
    Aiven::Client client = api.client();
    EnableIntegration enable(client, u"p"_s, wanted(), QString(), nullptr);
    enable.start();
    QTRY_COMPARE(enable.state(), State::Active);
}

void TestEnableIntegration::adoptsTheExistingOne()
{
    FakeApi api;
    api.exists = true;
    Aiven::Client client = api.client();
    EnableIntegration enable(client, u"p"_s, wanted(), QString(), nullptr);
    enable.start();
    QTRY_COMPARE(enable.state(), State::Active);
    QVERIFY(enable.isAdopted());
    QCOMPARE(enable.integration().id, u"i-1"_s);
}

void TestEnableIntegration::lostAnswer_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<bool>("done");
    for (const bool done : {true, false}) {
        const char *const how = done ? "done" : "not done";
        QTest::addRow("N-04 cut, %s", how) << FakeAnswer::cut() << done;
        QTest::addRow("timed out, %s", how) << FakeAnswer::hang() << done;
        QTest::addRow("N-16 504, %s", how) << FakeAnswer::text({}, 504) << done;
        QTest::addRow("cut JSON, %s", how) << FakeAnswer::text("{") << done;
        QTest::addRow("no id, %s", how) << FakeAnswer::text(
                                               R"({"service_integration": {"integration_type": "clickhouse_kafka"}})")
                                        << done;
    }
}

void TestEnableIntegration::lostAnswer()
{
    QFETCH(const FakeAnswer, answer);
    QFETCH(const bool, done);
    FakeApi api;
    api.exists = done;
    api.answerNext(createLine, answer);
    Aiven::Client client = api.client();
    EnableIntegration enable(client, u"p"_s, wanted(), QString(), nullptr);
    enable.start();
    QTRY_VERIFY(enable.state() == State::Active || enable.state() == State::Failed);
    QCOMPARE(enable.state(), done ? State::Active : State::Failed);
    QVERIFY(!enable.isAdopted());
    QCOMPARE(api.count("POST"), 1);
    if (!done) {
        QCOMPARE(enable.failure().readBack, Failure::ReadBack::NotDone);
        enable.start();
        QTRY_COMPARE(enable.state(), State::Active);
    }
}

void TestEnableIntegration::unreadableOutcomeIsReadBackFirst()
{
    // Both the creation and the look after it are lost: trying again must look before it creates.
    FakeApi api;
    api.answerNext(createLine, FakeAnswer::cut());
    for (int i = 0; i < 3; ++i)
        api.answerNext(listLine, FakeAnswer::cut());
    Aiven::Client client = api.client();
    EnableIntegration enable(client, u"p"_s, wanted(), QString(), nullptr);
    enable.start();
    QTRY_COMPARE(enable.state(), State::Failed);
    QCOMPARE(enable.failure().readBack, Failure::ReadBack::Unreadable);
    api.exists = true;
    enable.start();
    QTRY_COMPARE(enable.state(), State::Active);
    QCOMPARE(api.count("POST"), 1);
}

void TestEnableIntegration::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("kind");
    QTest::newRow("plan") << 403 << u"Service integrations are not available for this service"_s
                          << int(Kind::Forbidden);
    QTest::newRow("invalid") << 400 << u"Invalid input"_s << int(Kind::Invalid);
    QTest::newRow("service gone") << 404 << u"Service kafka-demo does not exist"_s << int(Kind::NotFound);
    QTest::newRow("N-20 off") << 409 << u"Service is powered off"_s << int(Kind::Conflict);
    QTest::newRow("N-20 limit") << 409 << u"Only 1 integration(s) of this type allowed per service"_s
                                << int(Kind::Conflict);
    QTest::newRow("token") << 401 << u"Invalid token"_s << int(Kind::Unauthorized);
}

void TestEnableIntegration::refusals()
{
    QFETCH(const int, status);
    QFETCH(const QString, message);
    QFETCH(const int, kind);
    FakeApi api;
    api.answerNext(createLine, FakeAnswer::refusal(status, message));
    Aiven::Client client = api.client();
    EnableIntegration enable(client, u"p"_s, wanted(), QString(), nullptr);
    enable.start();
    QTRY_COMPARE(enable.state(), State::Failed);
    QCOMPARE(enable.failedIn(), State::Sending);
    QCOMPARE(int(enable.failure().error->kind), kind);
    QCOMPARE(enable.failure().error->serverMessage, message);
    QCOMPARE(enable.failure().readBack, Failure::ReadBack::NotNeeded);
}

void TestEnableIntegration::deletedMeanwhile()
{
    FakeApi api;
    api.looksUntilActive = 10'000;
    Aiven::Client client = api.client();
    EnableIntegration enable(client, u"p"_s, wanted(), QString(), nullptr);
    enable.start();
    QTRY_COMPARE(enable.state(), State::Starting);
    api.exists = false;
    QTRY_COMPARE(enable.state(), State::Failed);
    QCOMPARE(enable.failure().error->kind, Kind::NotFound);
    QCOMPARE(enable.failedIn(), State::Starting);
}

void TestEnableIntegration::failedIntegration()
{
    FakeApi api;
    api.failure = u"Kafka brokers cannot be reached"_s;
    Aiven::Client client = api.client();
    EnableIntegration enable(client, u"p"_s, wanted(), QString(), nullptr);
    enable.start();
    QTRY_COMPARE(enable.state(), State::Failed);
    QCOMPARE(enable.failure().cause, Failure::Cause::IntegrationFailed);
    QCOMPARE(enable.failure().messages, QStringList(api.failure));
    // Mended meanwhile: trying again watches the same one.
    api.failure.clear();
    enable.start();
    QTRY_COMPARE(enable.state(), State::Active);
    QCOMPARE(api.count("POST"), 1);
}

void TestEnableIntegration::troubleGoesOn()
{
    FakeApi api;
    api.looksUntilActive = 5;
    for (int i = 0; i < 3; ++i)
        api.answerNext(getLine, FakeAnswer::text({}, 503));
    Aiven::Client client = api.client();
    EnableIntegration enable(client, u"p"_s, wanted(), QString(), nullptr);
    bool troubled = false;
    connect(&enable, &EnableIntegration::stateChanged, &enable, [&] { troubled |= enable.trouble().has_value(); });
    enable.start();
    QTRY_COMPARE(enable.state(), State::Active);
    QVERIFY(troubled);
    QVERIFY(!enable.trouble());
}

void TestEnableIntegration::watcherGone()
{
    FakeApi api;
    api.answerNext(createLine, FakeAnswer::hang());
    Aiven::Client client = api.client();
    auto enable = std::make_unique<EnableIntegration>(client, u"p"_s, wanted(), QString(), nullptr);
    enable->start();
    QTRY_COMPARE(api.count("POST"), 1);
    enable.reset();
    QCOMPARE(api.network.aborted(), 1);
}

QTEST_GUILESS_MAIN(TestEnableIntegration)
#include "tst_enableintegration.moc"
