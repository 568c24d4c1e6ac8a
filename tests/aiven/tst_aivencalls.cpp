// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls.h"
#include "support/fakenetwork.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace TestSupport;
using Kind = Aiven::ApiError::Kind;

class TestAivenCalls : public QObject
{
    Q_OBJECT

private slots:
    void repeatsThenSucceeds();
    void waitsAsAsked();
    void tellsOfLongWaits();
    void givesUpAWait();
    void oddTextStaysAsItIs();
    void asksOnceAfter401();
    void refusedAddresses_data();
    void refusedAddresses();
    void requestsCarryTheRules();
    void ownerGone();
    void handlerMayDeleteOwner();
    void neverAnswersAtOnce();
    void errorsCarryNoSecret();
};

void TestAivenCalls::repeatsThenSucceeds()
{
    int asked = 0;
    FakeNetwork network([&asked](const FakeRequest &) {
        return ++asked < 3 ? FakeAnswer::cut() : FakeAnswer::text(R"({"user": {"user": "ada@example.org"}})");
    });
    Aiven::Client client(network, account(), quick());
    QObject owner;
    const auto result = wait(client.currentUser(&owner));
    QVERIFY(result && result->has_value());
    QCOMPARE((*result)->name, u"ada@example.org"_s);
    QCOMPARE(asked, 3);
}

void TestAivenCalls::waitsAsAsked()
{
    FakeNetwork network(
        [](const FakeRequest &) { return FakeAnswer::refusal(429, u"Rate limit 120 exceeded - try again in 28s"_s); });
    Aiven::Client client(network, account(), quick());
    QObject owner;
    const auto result = wait(client.currentUser(&owner));
    QCOMPARE(result->error().retryAfter, 28);
}

void TestAivenCalls::tellsOfLongWaits()
{
    FakeNetwork network([](const FakeRequest &) { return FakeAnswer::refusal(429, u"x"_s).with("Retry-After", "1"); });
    Aiven::Timing timing = quick();
    timing.longestWait = std::chrono::seconds(60);
    Aiven::Client client(network, account(), timing);
    QObject owner;
    QSignalSpy waiting(client.currentUser(&owner), &Aiven::ApiCall::waiting);
    QTRY_COMPARE(waiting.size(), 1);
    QCOMPARE(waiting.constFirst().constFirst().toInt(), 1);
}

void TestAivenCalls::givesUpAWait()
{
    FakeNetwork network([](const FakeRequest &) { return FakeAnswer::refusal(429, u"x"_s).with("Retry-After", "30"); });
    Aiven::Timing timing = quick();
    timing.longestWait = std::chrono::seconds(60);
    Aiven::Client client(network, account(), timing);
    QList<Aiven::CallWait> waits;
    client.setWaitObserver([&waits](const Aiven::CallWait &wait) { waits.append(wait); });
    QObject owner;
    std::optional<Aiven::Result<Aiven::User>> result;
    client.currentUser(&owner)->then([&result](Aiven::Result<Aiven::User> answer) { result = std::move(answer); });
    QTRY_COMPARE(waits.size(), 1);
    QCOMPARE(waits.constFirst().seconds, 30);
    QCOMPARE(waits.constFirst().request, u"GET /v1/me"_s);
    QVERIFY(!result);
    waits.constFirst().call->giveUp();
    QVERIFY(result && !*result);
    QCOMPARE(result->error().kind, Aiven::ApiError::Kind::RateLimited);
    QCOMPARE(network.requests().size(), 1);
}

void TestAivenCalls::oddTextStaysAsItIs()
{
    // N-34 NUL and controls, N-36 unknown keys and 2⁶⁴−1
    FakeNetwork network([](const FakeRequest &) {
        return FakeAnswer::text(R"({"service_integration": {"integration_type": "clickhouse_kafka", "new": [1],
            "service_integration_id": "i", "description": "a\u0000b\u202e",
            "user_config": {"z": 18446744073709551615, "a": "<redacted>"}}})");
    });
    Aiven::Client client(network, account(), quick());
    QObject owner;
    const auto result = wait(client.getIntegration(u"p"_s, u"i"_s, &owner));
    QVERIFY(result->has_value());
    QCOMPARE((*result)->description, u"a"_s + QChar(0) + u"b\u202e"_s);
    QCOMPARE(Core::toText((*result)->userConfig), R"({"z":18446744073709551615,"a":"<redacted>"})");
}

void TestAivenCalls::asksOnceAfter401()
{
    // N-17: one question for many calls, nothing more is sent with the refused token.
    FakeNetwork network([](const FakeRequest &) { return FakeAnswer::refusal(401, u"Invalid token"_s); });
    Aiven::Client client(network, account(), quick());
    int asked = 0;
    client.setTokenRefusedHandler([&asked] { ++asked; });
    QObject owner;
    int refused = 0;
    for (int i = 0; i < 20; ++i) {
        client.listProjects(&owner)->then(
            [&refused](const auto &result) { refused += result.error().kind == Kind::Unauthorized; });
    }
    QTRY_COMPARE(refused, 20);
    QCOMPARE(asked, 1);
    const qsizetype sent = network.requests().size();
    wait(client.listProjects(&owner));
    QCOMPARE(network.requests().size(), sent);

    client.setToken(Core::Secret(u"another-token"_s));
    wait(client.listProjects(&owner));
    QCOMPARE(network.requests().size(), sent + 1);
    QCOMPARE(network.requests().constLast().request.rawHeader("Authorization"), "aivenv1 another-token");
    QCOMPARE(asked, 2);
}

void TestAivenCalls::refusedAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("https") << u"https://api.aiven.io"_s << true;
    QTest::newRow("loopback") << u"http://127.0.0.1:8123"_s << true;
    QTest::newRow("loopback 6") << u"http://[::1]:8123"_s << true;
    QTest::newRow("plain http") << u"http://api.aiven.io"_s << false;
    QTest::newRow("localhost is a name") << u"http://localhost:8123"_s << false;
    QTest::newRow("looks like loopback") << u"http://127.0.0.1.example.org"_s << false;
    QTest::newRow("user info") << u"https://ada:pw@api.aiven.io"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestAivenCalls::refusedAddresses()
{
    QFETCH(const QString, url);
    QFETCH(const bool, allowed);
    FakeNetwork network([](const FakeRequest &) { return FakeAnswer::text(R"({"projects": []})"); });
    Aiven::Client client(network, account(url), quick());
    QObject owner;
    const auto result = wait(client.listProjects(&owner));
    QCOMPARE(result->has_value(), allowed);
    QCOMPARE(network.requests().size(), allowed ? 1 : 0);
    if (!allowed)
        QCOMPARE(result->error().kind, Kind::BadAddress);
}

void TestAivenCalls::requestsCarryTheRules()
{
    // N-21: what keeps Qt from following with the token in hand, and the other switches of the wrapper.
    FakeNetwork network([](const FakeRequest &) { return FakeAnswer::text({}, 307); });
    Aiven::Client client(network, account(), quick());
    QVERIFY(errorOf(client, "POST").has_value());
    const QNetworkRequest &sent = network.requests().constFirst().request;
    QCOMPARE(sent.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
             int(QNetworkRequest::ManualRedirectPolicy));
    QCOMPARE(sent.attribute(QNetworkRequest::Http2AllowedAttribute).toBool(), false);
    QCOMPARE(sent.attribute(QNetworkRequest::DoNotBufferUploadDataAttribute).toBool(), true);
    QVERIFY(sent.header(QNetworkRequest::ContentLengthHeader).toInt() > 0);
    QCOMPARE(sent.decompressedSafetyCheckThreshold(), -1);
    QVERIFY(sent.transferTimeout() > 0);
    QVERIFY(!sent.url().toString().contains("token"_L1));
}

void TestAivenCalls::ownerGone()
{
    // N-45: the window closes while the request runs.
    FakeNetwork network([](const FakeRequest &) { return FakeAnswer::hang(); });
    Aiven::Client client(network, account(), quick());
    auto owner = std::make_unique<QObject>();
    bool called = false;
    client.currentUser(owner.get())->then([&called](const auto &) { called = true; });
    QTRY_COMPARE(network.requests().size(), 1);
    owner.reset();
    QCOMPARE(network.aborted(), 1);
    // A later call runs its course: by then the first would have answered, too.
    QObject other;
    wait(client.listProjects(&other));
    QVERIFY(!called);
}

void TestAivenCalls::handlerMayDeleteOwner()
{
    FakeNetwork network([](const FakeRequest &) { return FakeAnswer::text(R"({"projects": []})"); });
    Aiven::Client client(network, account(), quick());
    auto *const owner = new QObject;
    int called = 0;
    client.listProjects(owner)->then([owner, &called](const auto &) {
        int &count = called; // the captures die with the owner's reply
        delete owner;
        ++count;
    });
    QTRY_COMPARE(called, 1);
}

void TestAivenCalls::neverAnswersAtOnce()
{
    FakeNetwork network;
    Aiven::Client client(network, account(u"http://example.org"_s), quick());
    QObject owner;
    bool called = false;
    client.listProjects(&owner)->then([&called](const auto &) { called = true; });
    QVERIFY(!called);
    QTRY_VERIFY(called);
}

void TestAivenCalls::errorsCarryNoSecret()
{
    // The fake's errorString holds a URL with a password, as Qt's own does.
    FakeNetwork network([](const FakeRequest &) { return FakeAnswer::cut(); });
    Aiven::Client client(network, account(), quick());
    QObject owner;
    const auto result = wait(client.listProjects(&owner));
    const Aiven::ApiError &error = result->error();
    for (const QString &text : {error.serverMessage, error.reason, error.request, error.host})
        QVERIFY(!text.contains("secret"_L1) && !text.contains("token-of"_L1));
}

QTEST_GUILESS_MAIN(TestAivenCalls)
#include "tst_aivencalls.moc"
