// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/httppost.h"
#include "clickhouse/server.h"
#include "scriptedserver.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ClickHouse::HttpPost;
using ClickHouse::PostRequest;
using End = ClickHouse::HttpPost::End;

namespace {

PostRequest requestTo(const ScriptedServer &server)
{
    PostRequest request;
    request.url = server.address().url;
    request.body = "SELECT 1";
    return request;
}

/// A post with everything it hands on.
struct Watched
{
    explicit Watched(const PostRequest &request) : post(request, nullptr)
    {
        QObject::connect(&post, &HttpPost::received, &post, [this](QByteArrayView bytes) { body += bytes; });
        post.start();
    }

    HttpPost post;
    QByteArray body;
    QSignalSpy ends{&post, &HttpPost::finished};
};

} // namespace

class TestHttpPost final : public QObject
{
    Q_OBJECT

private slots:
    void unpacks_data();
    void unpacks();
    void passesOverAnInterimAnswer();
    void abortsInTheMiddleOfAPiece();
    void givesUpWithoutAByte();
    void speaksNothingButHttp();
};

void TestHttpPost::unpacks_data()
{
    QTest::addColumn<qsizetype>("cut");
    QTest::addColumn<End>("end");
    QTest::newRow("whole") << qsizetype(0) << End::Complete;
    QTest::newRow("cut") << qsizetype(10) << End::ConnectionLost;
}

void TestHttpPost::unpacks()
{
    QFETCH(const qsizetype, cut);
    QFETCH(const End, end);
    const QByteArray rows = QByteArray("1\tone\n").repeated(100'000);
    ScriptedServer server([&](QTcpSocket &socket, const SeenRequest &) {
        const QByteArray packed = qCompress(rows).sliced(4); // Qt puts the length in front
        ScriptedServer::beginChunked(socket, "Content-Encoding: deflate\r\n");
        ScriptedServer::writeChunk(socket, packed.chopped(cut));
        if (cut > 0)
            return socket.disconnectFromHost();
        ScriptedServer::writeChunk(socket, {});
    });
    PostRequest request = requestTo(server);
    request.packed = true;
    Watched watched(request);
    QTRY_COMPARE(watched.ends.size(), 1);
    QCOMPARE(watched.ends.first().first().value<End>(), end);
    QVERIFY(server.seen().first().head.contains("zstd")); // what ClickHouse likes best
    QVERIFY(rows.startsWith(watched.body));
    QCOMPARE(watched.body.size() == rows.size(), cut == 0);
}

void TestHttpPost::passesOverAnInterimAnswer()
{
    ScriptedServer server([](QTcpSocket &socket, const SeenRequest &) {
        socket.write("HTTP/1.1 100 Continue\r\nX-Name: interim\r\n\r\n");
        ScriptedServer::answer(socket, "201 Created", "x-name:  final \r\n", "body");
    });
    Watched watched(requestTo(server));
    QSignalSpy heads(&watched.post, &HttpPost::headReceived);
    QTRY_COMPARE(watched.ends.size(), 1);
    QCOMPARE(heads.size(), 1);
    QCOMPARE(watched.post.status(), 201);
    QCOMPARE(watched.post.header("X-Name"), "final"_ba);
    QVERIFY(watched.post.header("X-Other").isNull());
    QCOMPARE(watched.body, "body"_ba);
}

void TestHttpPost::abortsInTheMiddleOfAPiece()
{
    bool isClosed = false;
    ScriptedServer server([&](QTcpSocket &socket, const SeenRequest &) {
        QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&isClosed] { isClosed = true; });
        ScriptedServer::beginChunked(socket);
        ScriptedServer::writeChunk(socket, "1\n");
    });
    Watched watched(requestTo(server));
    connect(&watched.post, &HttpPost::received, &watched.post, &HttpPost::abort);
    QTRY_VERIFY(isClosed);
    QVERIFY(watched.ends.isEmpty());
}

void TestHttpPost::givesUpWithoutAByte()
{
    ScriptedServer server([](QTcpSocket &, const SeenRequest &) {});
    PostRequest request = requestTo(server);
    request.patience = 300ms;
    Watched watched(request);
    QTRY_COMPARE(watched.ends.size(), 1);
    QCOMPARE(watched.ends.first().first().value<End>(), End::ConnectionLost); // it was sent
}

void TestHttpPost::speaksNothingButHttp()
{
    PostRequest request;
    request.url = QUrl(u"file:///etc/hostname"_s);
    Watched watched(request);
    QTRY_COMPARE(watched.ends.size(), 1);
    QCOMPARE(watched.ends.first().first().value<End>(), End::ConnectFailed);
    QVERIFY(watched.body.isEmpty());
}

QTEST_GUILESS_MAIN(TestHttpPost)
#include "tst_httppost.moc"
