// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/refusals.h"
#include "support/sandboxprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using Core::Json;

/// Requests that no honest client sends. Each is answered in the API's shape or closed; the sandbox stays alive and small.
class TestSandboxHostile final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answersInTheApisShape_data();
    void answersInTheApisShape();
    void bodies_data();
    void bodies();
    void refusedBodiesAreNoRequests();
    void keepsConnectionsAlive();
    void floodsOfHeaders();
    void slowClientsDoNotStopOthers();
    void randomBytes();
    void cleanup();

private:
    [[nodiscard]] QByteArray head(const QByteArray &firstLine, const QByteArray &more = {}) const
    {
        return firstLine + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_sandbox.port()) +
               "\r\nAuthorization: aivenv1 " + m_sandbox.token().toUtf8() + "\r\n" + more + "\r\n";
    }
    [[nodiscard]] qint64 memoryKiB() const;

    SandboxProcess m_sandbox;
};

namespace {

const QByteArray project = "/v1/project/sandbox";

struct Shape
{
    const char *name;
    const char *request; ///< @H stands for a good host header, @T for the token's, @P for the project's path
    int status;
};

constexpr Shape shapes[] = {
    {"no HTTP", "hello\r\n\r\n", 400},
    {"unknown method", "BREW /v1/me HTTP/1.1\r\n@H@T\r\n", 400},
    {"no version", "GET /v1/me\r\n\r\n", 400},
    {"no host", "GET /v1/me HTTP/1.1\r\n@T\r\n", 421},
    {"rebound name", "GET /v1/me HTTP/1.1\r\nHost: evil.example\r\n@T\r\n", 421},
    {"web page", "GET /v1/me HTTP/1.1\r\n@H@TOrigin: http://evil.example\r\n\r\n", 403},
    {"preflight", "OPTIONS /v1/me HTTP/1.1\r\n@H@T\r\n", 403},
    {"no token", "GET /v1/me HTTP/1.1\r\n@H\r\n", 401},
    {"no token, unknown path", "GET /x HTTP/1.1\r\n@H\r\n", 401},
    {"trace", "TRACE /v1/me HTTP/1.1\r\n@H@T\r\n", 400},
    {"absolute target", "GET http://127.0.0.1:PORT/v1/me HTTP/1.1\r\n@H@T\r\n", 404},
    {"dots", "GET /v1/../v1/me HTTP/1.1\r\n@H@T\r\n", 404},
    {"encoded dots", "GET /v1/%2e%2e/me HTTP/1.1\r\n@H@T\r\n", 404},
    {"encoded slash is no separator", "GET /v1%2Fme HTTP/1.1\r\n@H@T\r\n", 404},
    {"line break in the path", "GET /v1/%0A HTTP/1.1\r\n@H@T\r\n", 404},
    {"NUL in the path", "GET /v1/project/%00 HTTP/1.1\r\n@H@T\r\n", 404},
    {"NUL in a query", "GET /v1/nothing?%00=%00 HTTP/1.1\r\n@H@T\r\n", 404},
    {"broken escape", "GET /v1/%zz HTTP/1.1\r\n@H@T\r\n", 404},
    {"not UTF-8", "GET /v1/%ff HTTP/1.1\r\n@H@T\r\n", 404},
    {"range", "GET /v1/me HTTP/1.1\r\n@H@TRange: x\r\n\r\n", 416},
    {"chunked", "POST @P/integration HTTP/1.1\r\n@H@TTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 411},
    {"both lengths",
     "POST @P/integration HTTP/1.1\r\n@H@TContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411},
    {"two lengths", "POST @P/integration HTTP/1.1\r\n@H@TContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400},
    {"bomb", "POST @P/integration HTTP/1.1\r\n@H@TContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", 415},
    {"oversize", "POST @P/integration HTTP/1.1\r\n@H@TContent-Length: 8388609\r\n\r\n", 413},
    {"GET with a body", "GET /v1/me HTTP/1.1\r\n@H@TContent-Length: 2\r\n\r\n{}", 400},
};

} // namespace

void TestSandboxHostile::initTestCase()
{
    QVERIFY2(m_sandbox.start(), qPrintable(m_sandbox.errorOutput()));
}

void TestSandboxHostile::cleanup()
{
    QCOMPARE(m_sandbox.process().state(), QProcess::Running);
    QCOMPARE(m_sandbox.call("GET", "/v1/me").status, 200);
}

qint64 TestSandboxHostile::memoryKiB() const
{
    QFile status(u"/proc/%1/status"_s.arg(const_cast<SandboxProcess &>(m_sandbox).process().processId()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmHWM:") + 6, 20).simplified().split(' ').first().toLongLong();
}

void TestSandboxHostile::answersInTheApisShape_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    for (const Shape &shape : shapes)
        QTest::newRow(shape.name) << QByteArray(shape.request) << shape.status;
    const QByteArray end = " HTTP/1.1\r\n@H@T\r\n";
    QTest::newRow("long target") << "GET /" + QByteArray(9000, 'a') + end << 414;
    QTest::newRow("longest target") << "GET /" + QByteArray(8000, 'a') + end << 404;
    QTest::newRow("deep path") << "GET " + QByteArray("/a").repeated(4000) + end << 404;
    QTest::newRow("long query") << "GET /?" + QByteArray("a=%41&").repeated(1300) + end << 404;
}

void TestSandboxHostile::answersInTheApisShape()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    const QByteArray port = QByteArray::number(m_sandbox.port());
    request.replace("@H", "Host: 127.0.0.1:" + port + "\r\n").replace("@P", project).replace("PORT", port);
    request.replace("@T", "Authorization: aivenv1 " + m_sandbox.token().toUtf8() + "\r\n");
    compareErrorShape(RawHttp::send(m_sandbox.port(), request), status);
}

void TestSandboxHostile::bodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << "{"_ba;
    QTest::newRow("text after it") << "{} x"_ba;
    QTest::newRow("not UTF-8") << "{\"topic_name\":\"\xff\"}"_ba;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF{}"_ba;
    QTest::newRow("deep arrays") << QByteArray(1'000'000, '[');
    QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(200'000);
    QTest::newRow("twice the same key") << R"({"topic_name":"a","topic_name":"b"})"_ba;
    QTest::newRow("number") << "1e999"_ba;
    QTest::newRow("null") << "null"_ba;
    QTest::newRow("huge number") << R"({"topic_name":"t","partitions":1e300})"_ba;
    QTest::newRow("fraction") << R"({"topic_name":"t","partitions":1.5})"_ba;
    QTest::newRow("overflow") << R"({"topic_name":"t","partitions":18446744073709551615})"_ba;
    QTest::newRow("hours overflow") << R"({"topic_name":"t","retention_hours":9223372036854775807})"_ba;
    QTest::newRow("long name") << R"({"topic_name":")" + QByteArray(4'000'000, 'a') + "\"}";
    QTest::newRow("surrogate") << R"({"topic_name":"\ud800"})"_ba;
    QTest::newRow("NUL") << R"({"topic_name":"\u0000"})"_ba;
    QTest::newRow("path") << R"({"topic_name":"../../x"})"_ba;
    QTest::newRow("dots") << R"({"topic_name":".."})"_ba;
    QTest::newRow("wrong kinds") << R"({"topic_name":{},"tags":{},"config":[]})"_ba;
    QTest::newRow("tags") << R"({"topic_name":"t","tags":[{"key":1}]})"_ba;
}

void TestSandboxHostile::bodies()
{
    QFETCH(QByteArray, body);
    const QByteArray length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    const QByteArray request = head("POST " + project + "/service/kafka-demo/topic", length) + body;
    compareErrorShape(RawHttp::send(m_sandbox.port(), request), 400);
}

void TestSandboxHostile::refusedBodiesAreNoRequests()
{
    const QByteArray smuggled = head("DELETE " + project + "/service/kafka-demo/topic/topic1");
    const QByteArray outer = "POST /v1/me HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_sandbox.port()) +
                             "\r\nContent-Length: " + QByteArray::number(smuggled.size()) + "\r\n\r\n";
    const QList<RawHttp::Answer> answers = RawHttp::sendMany(m_sandbox.port(), outer + smuggled);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers.first().status, 401);
    QCOMPARE(m_sandbox.call("GET", project + "/service/kafka-demo/topic/topic1").status, 200);
}

void TestSandboxHostile::keepsConnectionsAlive()
{
    QByteArray pipeline;
    for (int request = 0; request < 50; ++request)
        pipeline += head("GET /v1/me");
    pipeline += head("POST /v1/me", "Content-Length: 2\r\n") + "{}" + head("DELETE /v1/me") + head("GET /v1/me");
    const QList<RawHttp::Answer> answers = RawHttp::sendMany(m_sandbox.port(), pipeline);
    QCOMPARE(answers.size(), 53);
    QCOMPARE(answers.at(49).status, 200);
    QCOMPARE(answers.at(50).status, 405);
    QCOMPARE(answers.at(51).status, 405);
    QCOMPARE(answers.at(52).status, 200);
}

void TestSandboxHostile::floodsOfHeaders()
{
    const qint64 before = memoryKiB();
    QByteArray headers;
    for (int header = 0; header < 400'000; ++header)
        headers += "X-" + QByteArray::number(header) + ": some value that is long enough\r\n";
    compareErrorShape(RawHttp::send(m_sandbox.port(), head("GET /v1/me", headers)), 400);
    compareErrorShape(RawHttp::send(m_sandbox.port(), head("GET /v1/me", "X: " + QByteArray(20'000'000, 'x') + "\r\n")),
                      431);
    QVERIFY2(memoryKiB() - before < 16 * 1024, qPrintable(QString::number(memoryKiB() - before)));
}

void TestSandboxHostile::slowClientsDoNotStopOthers()
{
    std::vector<std::unique_ptr<QTcpSocket>> slow;
    for (int client = 0; client < 40; ++client) {
        auto &socket = slow.emplace_back(std::make_unique<QTcpSocket>());
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(m_sandbox.port()));
        QVERIFY(socket->waitForConnected());
        socket->write("GET /v1/me HT");
        socket->flush();
    }
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(m_sandbox.call("GET", "/v1/me").status, 200);
    QVERIFY(clock.elapsed() < 3000);
}

void TestSandboxHostile::randomBytes()
{
    QRandomGenerator random(20261121); // the same bytes every time
    const QByteArray valid =
        head("POST " + project + "/service/kafka-demo/topic", "Content-Length: 20\r\n") + R"({"topic_name":"zzz"})";
    for (int round = 0; round < 300; ++round) {
        QByteArray request = valid;
        for (int change = 0; change < 1 + round % 8; ++change)
            request[random.bounded(int(request.size()))] = char(random.bounded(256));
        // A changed length may leave the server waiting for more: closing is the end of it.
        const RawHttp::Answer answer = RawHttp::send(m_sandbox.port(), request, 100);
        QVERIFY(answer.status == 0 || answer.status == 200 || (answer.status >= 400 && answer.status < 500));
    }
}

QTEST_GUILESS_MAIN(TestSandboxHostile)
#include "tst_sandboxhostile.moc"
