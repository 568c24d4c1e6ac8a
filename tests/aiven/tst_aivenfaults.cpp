// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/client.h"
#include "support/fakenetwork.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace TestSupport;
using Kind = Aiven::ApiError::Kind;
using Layer = Aiven::ApiError::Layer;
using Effect = Aiven::ApiError::Effect;

namespace {

Aiven::Timing quick()
{
    using namespace std::chrono_literals;
    return {.check = 100ms, .usual = 100ms, .slow = 100ms, .backOff = 1ms, .longestWait = 5ms, .poll = 1ms};
}

Aiven::Account account(const QString &url = u"https://api.example.org"_s)
{
    return {QUrl(url), Core::Secret(u"token-of-the-test"_s), u"test"_s};
}

/// Waits for a call's answer.
template <typename T>
std::optional<Aiven::Result<T>> wait(Aiven::ApiReply<T> *reply)
{
    std::optional<Aiven::Result<T>> got;
    reply->then([&got](Aiven::Result<T> result) { got = std::move(result); });
    [&got] { QTRY_VERIFY(got.has_value()); }();
    return got;
}

/// Sends one changing call of the given verb and waits for its error.
std::optional<Aiven::ApiError> errorOf(Aiven::Client &client, const QByteArray &verb)
{
    QObject owner;
    std::optional<Aiven::ApiError> error;
    const auto keep = [&error](const auto &result) {
        if (!result)
            error = result.error();
    };
    if (verb == "POST")
        client.createIntegration(u"p"_s, {}, &owner)->then(keep);
    else if (verb == "PUT")
        client.updateIntegration(u"p"_s, u"id"_s, Core::Json::object(), &owner)->then(keep);
    else
        client.deleteIntegration(u"p"_s, u"id"_s, &owner)->then(keep);
    [&error] { QTRY_VERIFY(error.has_value()); }();
    return error;
}

QByteArray nested(int depth)
{
    return R"({"user": )" + QByteArray(depth, '[') + QByteArray(depth, ']') + '}';
}

const QByteArrayList changingVerbs{"POST", "PUT", "DELETE"};

} // namespace

class TestAivenFaults : public QObject
{
    Q_OBJECT

private slots:
    void readFaults_data();
    void readFaults();
    void changeFaults_data();
    void changeFaults();
    void repeatsThenSucceeds();
    void waitsAsAsked();
    void tellsOfLongWaits();
    void oddTextStaysAsItIs();
    void asksOnceAfter401();
    void refusedAddresses_data();
    void refusedAddresses();
    void requestsCarryTheRules();
    void ownerGone();
    void handlerMayDeleteOwner();
    void neverAnswersAtOnce();
    void deadConnectionOneSend_data();
    void deadConnectionOneSend();
    void drippingServerEnds();
    void errorsCarryNoSecret();
};

void TestAivenFaults::readFaults_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("sends");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("layer");

    const auto row = [](const char *name, const FakeAnswer &answer, Kind kind, int sends, const QString &message = {},
                        Layer layer = Layer::None) {
        QTest::newRow(name) << answer << int(kind) << sends << message << int(layer);
    };
    using Net = QNetworkReply;
    FakeAnswer cutBody = FakeAnswer::text(R"({"user": {"us)");
    cutBody.error = Net::RemoteHostClosedError;
    const QByteArray page = "<html><head><title>x</title></head><body><h1>Bad <b>Gateway</b></h1>"
                            "<script>alert(1)</script> nginx &amp; co</body></html>";
    row("N-01 refused", FakeAnswer::cut(Net::ConnectionRefusedError), Kind::Network, 3, {}, Layer::Connect);
    row("N-02 name unknown", FakeAnswer::cut(Net::HostNotFoundError), Kind::Network, 3, {}, Layer::Name);
    row("N-03 reset before reply", FakeAnswer::cut(), Kind::Network, 3, {}, Layer::Transfer);
    row("N-08 cut body", cutBody, Kind::BadReply, 1);
    row("N-09 slow head", FakeAnswer::hang(), Kind::Timeout, 1);
    row("N-12 429 header", FakeAnswer::refusal(429, u"slow down"_s).with("Retry-After", "1"), Kind::RateLimited, 3,
        u"slow down"_s);
    row("N-13 429 text", FakeAnswer::refusal(429, u"Rate limit 120 exceeded - try again in 28s"_s), Kind::RateLimited,
        3, u"Rate limit 120 exceeded - try again in 28s"_s);
    row("N-14 429 for ever", FakeAnswer::refusal(429, u"try again in 99999s"_s), Kind::RateLimited, 3);
    row("N-15 500 JSON", FakeAnswer::refusal(500, u"internal"_s), Kind::Server, 3, u"internal"_s);
    row("N-15 502 HTML", FakeAnswer::text(page, 502, "text/html"), Kind::Server, 3, u"Bad Gateway nginx & co"_s);
    row("N-15 503", FakeAnswer::text({}, 503), Kind::Server, 3);
    row("N-15 504", FakeAnswer::text("upstream", 504, "text/plain"), Kind::Server, 3, u"upstream"_s);
    row("501 is not repeated", FakeAnswer::text({}, 501), Kind::Server, 1);
    row("408", FakeAnswer::text({}, 408), Kind::Server, 3);
    row("401", FakeAnswer::refusal(401, u"Invalid token"_s), Kind::Unauthorized, 1, u"Invalid token"_s);
    row("403", FakeAnswer::refusal(403, u"Not a project member"_s), Kind::Forbidden, 1, u"Not a project member"_s);
    row("N-19 404", FakeAnswer::refusal(404, u"Service x does not exist"_s), Kind::NotFound, 1,
        u"Service x does not exist"_s);
    row("410", FakeAnswer::refusal(410, u"gone"_s), Kind::NotFound, 1, u"gone"_s);
    row("N-20 409", FakeAnswer::refusal(409, u"not powered"_s), Kind::Conflict, 1, u"not powered"_s);
    row("N-21 redirect", FakeAnswer::text({}, 302).with("Location", "https://evil.example/"), Kind::Redirected, 1);
    row("N-27 not TLS", FakeAnswer::cut(Net::SslHandshakeFailedError), Kind::Network, 1, {}, Layer::Tls);
    row("N-28 proxy", FakeAnswer::cut(Net::ProxyAuthenticationRequiredError), Kind::Network, 1, {}, Layer::Proxy);
    row("N-30 cut JSON", FakeAnswer::text(R"({"user": {"user": "a"}, )"), Kind::BadReply, 1);
    row("N-31 without length", FakeAnswer::text(R"({"user": {"user": "a")"), Kind::BadReply, 1);
    row("N-32 empty", FakeAnswer::text(""), Kind::BadReply, 1);
    row("N-32 null", FakeAnswer::text("null"), Kind::BadReply, 1);
    row("N-32 wrong root", FakeAnswer::text("[]"), Kind::BadReply, 1);
    row("N-32 key missing", FakeAnswer::text("{}"), Kind::BadReply, 1);
    row("N-33 wrong type", FakeAnswer::text(R"({"user": {"user": 7}})"), Kind::BadReply, 1);
    row("N-33 list for object", FakeAnswer::text(R"({"user": []})"), Kind::BadReply, 1);
    row("N-34 bad UTF-8", FakeAnswer::text("{\"user\": {\"user\": \"\xff\"}}"), Kind::BadReply, 1);
    row("N-34 byte order mark", FakeAnswer::text("\xEF\xBB\xBF{\"user\": {\"user\": \"a\"}}"), Kind::BadReply, 1);
    row("N-35 deep", FakeAnswer::text(nested(100'000)), Kind::BadReply, 1);
    row("N-35 huge", FakeAnswer::text(QByteArray(5 << 20, ' ')), Kind::BadReply, 1);
    row("HTML for JSON", FakeAnswer::text("<html>Sign in</html>", 200, "text/html"), Kind::BadReply, 1);
    row("N-39 1 MB message", FakeAnswer::refusal(403, QString(1 << 20, u'x')), Kind::Forbidden, 1);
    row("N-40 odd status", FakeAnswer::refusal(418, u"teapot"_s), Kind::Invalid, 1, u"teapot"_s);
}

void TestAivenFaults::readFaults()
{
    QFETCH(const FakeAnswer, answer);
    QFETCH(const int, kind);
    QFETCH(const int, sends);
    QFETCH(const QString, message);
    QFETCH(const int, layer);

    FakeNetwork network([&answer](const FakeRequest &) { return answer; });
    Aiven::Client client(network, account(), quick());
    QObject owner;
    QElapsedTimer clock;
    clock.start();
    const auto result = wait(client.currentUser(&owner));
    QVERIFY(result && !result->has_value());
    const Aiven::ApiError &error = result->error();
    QCOMPARE(int(error.kind), kind);
    QCOMPARE(int(error.layer), layer);
    QCOMPARE(network.requests().size(), sends);
    QCOMPARE(error.effect, Effect::None);
    QCOMPARE(error.host, u"api.example.org"_s);
    QCOMPARE(error.request, u"GET /v1/me"_s);
    if (!message.isEmpty())
        QCOMPARE(error.serverMessage, message);
    QVERIFY(error.serverMessage.size() <= 2'001);
    if (error.kind == Kind::Redirected)
        QCOMPARE(error.redirectHost, u"evil.example"_s);
    QVERIFY(clock.elapsed() < 1'000);
}

void TestAivenFaults::changeFaults_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("unknown");

    using Net = QNetworkReply;
    QTest::newRow("cut before the reply") << FakeAnswer::cut() << int(Kind::Network) << true;
    QTest::newRow("not sent again") << FakeAnswer::cut(Net::ContentReSendError) << int(Kind::Network) << true;
    QTest::newRow("refused") << FakeAnswer::cut(Net::ConnectionRefusedError) << int(Kind::Network) << false;
    QTest::newRow("timed out") << FakeAnswer::hang() << int(Kind::Timeout) << true;
    QTest::newRow("N-16 502") << FakeAnswer::text("<html>x</html>", 502, "text/html") << int(Kind::Server) << true;
    QTest::newRow("501") << FakeAnswer::text({}, 501) << int(Kind::Server) << false;
    QTest::newRow("429") << FakeAnswer::refusal(429, u"try again in 3s"_s) << int(Kind::RateLimited) << false;
    QTest::newRow("400") << FakeAnswer::refusal(400, u"no"_s) << int(Kind::Invalid) << false;
    QTest::newRow("409") << FakeAnswer::refusal(409, u"no"_s) << int(Kind::Conflict) << false;
    QTest::newRow("cut JSON") << FakeAnswer::text("{") << int(Kind::BadReply) << true;
}

void TestAivenFaults::changeFaults()
{
    QFETCH(const FakeAnswer, answer);
    QFETCH(const int, kind);
    QFETCH(const bool, unknown);

    // N-04 POST, N-05 PUT, N-06 DELETE
    for (const QByteArray &verb : changingVerbs) {
        FakeNetwork network([&answer](const FakeRequest &) { return answer; });
        Aiven::Client client(network, account(), quick());
        const auto error = errorOf(client, verb);
        QVERIFY(error.has_value());
        QCOMPARE(int(error->kind), kind);
        QCOMPARE(error->effect == Effect::Unknown, unknown);
        QCOMPARE(network.requests().size(), 1);
        QCOMPARE(network.requests().constFirst().verb, verb);
    }
}

void TestAivenFaults::repeatsThenSucceeds()
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

void TestAivenFaults::waitsAsAsked()
{
    FakeNetwork network([](const FakeRequest &) {
        return FakeAnswer::refusal(429, u"Rate limit 120 exceeded - try again in 28s"_s);
    });
    Aiven::Client client(network, account(), quick());
    QObject owner;
    const auto result = wait(client.currentUser(&owner));
    QCOMPARE(result->error().retryAfter, 28);
}

void TestAivenFaults::tellsOfLongWaits()
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

void TestAivenFaults::oddTextStaysAsItIs()
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

void TestAivenFaults::asksOnceAfter401()
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

void TestAivenFaults::refusedAddresses_data()
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

void TestAivenFaults::refusedAddresses()
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

void TestAivenFaults::requestsCarryTheRules()
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

void TestAivenFaults::ownerGone()
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

void TestAivenFaults::handlerMayDeleteOwner()
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

void TestAivenFaults::neverAnswersAtOnce()
{
    FakeNetwork network;
    Aiven::Client client(network, account(u"http://example.org"_s), quick());
    QObject owner;
    bool called = false;
    client.listProjects(&owner)->then([&called](const auto &) { called = true; });
    QVERIFY(!called);
    QTRY_VERIFY(called);
}

void TestAivenFaults::deadConnectionOneSend_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<bool>("reused");
    for (const QByteArray &verb : changingVerbs) {
        QTest::addRow("%s, fresh connection", verb.constData()) << verb << false;
        QTest::addRow("%s, N-07 reused connection", verb.constData()) << verb << true;
    }
}

void TestAivenFaults::deadConnectionOneSend()
{
    // A real socket, because the repeats are Qt's own. The server reads a changing request and hangs up.
    QFETCH(const QByteArray, verb);
    QFETCH(const bool, reused);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int changes = 0;
    connect(&server, &QTcpServer::newConnection, &server, [&server, &changes] {
        QTcpSocket *const socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &changes] {
            const QByteArray got = socket->readAll();
            if (got.startsWith("GET")) {
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n"
                              "{\"projects\": []}");
                return;
            }
            changes += changingVerbs.contains(got.left(got.indexOf(' ')));
            socket->disconnectFromHost();
        });
    });
    QNetworkAccessManager network;
    Aiven::Timing timing = quick();
    timing.usual = timing.slow = std::chrono::seconds(5);
    Aiven::Client client(network, account(u"http://127.0.0.1:%1"_s.arg(server.serverPort())), timing);
    QObject owner;
    if (reused)
        QVERIFY(wait(client.listProjects(&owner))->has_value());
    const auto error = errorOf(client, verb);
    QVERIFY(error.has_value());
    QCOMPARE(changes, 1);
    QCOMPARE(error->kind, Kind::Network);
    QCOMPARE(error->layer, Layer::Transfer);
    QCOMPARE(error->effect, Effect::Unknown);
}

void TestAivenFaults::drippingServerEnds()
{
    // N-10: bytes keep coming, so the inactivity timer never fires; the deadline does.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTimer drip;
    connect(&server, &QTcpServer::newConnection, &server, [&server, &drip] {
        QTcpSocket *const socket = server.nextPendingConnection();
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"projects\": [");
        connect(&drip, &QTimer::timeout, socket, [socket] { socket->write(" "); });
    });
    drip.start(10);
    QNetworkAccessManager network;
    Aiven::Client client(network, account(u"http://127.0.0.1:%1"_s.arg(server.serverPort())), quick());
    QObject owner;
    const auto result = wait(client.listProjects(&owner));
    QCOMPARE(result->error().kind, Kind::Timeout);
}

void TestAivenFaults::errorsCarryNoSecret()
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

QTEST_GUILESS_MAIN(TestAivenFaults)
#include "tst_aivenfaults.moc"
