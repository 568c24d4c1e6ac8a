// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls.h"
#include "support/fakenetwork.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace TestSupport;
using Kind = Aiven::ApiError::Kind;
using Layer = Aiven::ApiError::Layer;
using Effect = Aiven::ApiError::Effect;

namespace {

QByteArray nested(int depth)
{
    return R"({"user": )" + QByteArray(depth, '[') + QByteArray(depth, ']') + '}';
}

} // namespace

class TestAivenFaults : public QObject
{
    Q_OBJECT

private slots:
    void readFaults_data();
    void readFaults();
    void changeFaults_data();
    void changeFaults();
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
    QVERIFY(error.serverMessage.size() <= 32'001);
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

QTEST_GUILESS_MAIN(TestAivenFaults)
#include "tst_aivenfaults.moc"
