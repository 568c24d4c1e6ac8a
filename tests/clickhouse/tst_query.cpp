// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/query.h"
#include "scriptedserver.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using ClickHouse::Query;
using ClickHouse::QueryError;
using ClickHouse::QueryRequest;
using State = ClickHouse::Query::State;
using Work = ClickHouse::Query::ServerWork;

namespace {

const QByteArray head = "id\tname\nUInt64\tString\n";
const QByteArray serverText =
    "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED) (version 26.5.1.1)\n";

QByteArray tagged(const QByteArray &message)
{
    const QByteArray tag = "abcdefghijklmnop";
    return "\r\n__exception__\r\n" + tag + "\r\n" + message + QByteArray::number(message.size()) + " " + tag +
           "\r\n__exception__\r\n";
}

const QByteArray tagHeader = "X-ClickHouse-Exception-Tag: abcdefghijklmnop\r\n";

} // namespace

class TestQuery final : public QObject
{
    Q_OBJECT

private slots:
    void readsAnAnswer();
    void sendsWhatItIsTold();
    void takesStatementsWithoutResult();
    void meetsFaults_data();
    void meetsFaults();
    void dataThatLooksLikeAnErrorIsData_data();
    void dataThatLooksLikeAnErrorIsData();
    void connectionRefused();
    void cancelsAtOnce();
    void saysWhenTheServerGoesOn();
    void endsOnTheServerWhenDestroyed();
    void stopsAtTheLimit();
    void readsPosition();
};

void TestQuery::readsAnAnswer()
{
    ScriptedServer server([](QTcpSocket &socket, const SeenRequest &) {
        ScriptedServer::answerOk(socket, head + "1\tone\n2\t\\N\n",
                                 "X-ClickHouse-Summary: {\"read_rows\":\"48213\",\"read_bytes\":\"3400\"}\r\n"
                                 "X-Sandbox-Notice: ReplicatedMergeTree was created as MergeTree\r\n");
    });
    Query query(server.address());
    QSignalSpy firstRows(&query, &Query::firstRowsArrived);
    query.start({u"SELECT 1"_s, {}, {}, {}});
    QCOMPARE(query.state(), State::Running);
    QTRY_COMPARE(query.state(), State::Complete);
    QCOMPARE(firstRows.size(), 1);
    QCOMPARE(query.store()->rowCount(), 2);
    QCOMPARE(query.store()->cell(0, 1).text, u"one"_s);
    QCOMPARE(query.summary().readRows, 48'213);
    QCOMPARE(query.summary().writtenRows, -1);
    QCOMPARE(query.notices(), QStringList{u"ReplicatedMergeTree was created as MergeTree"_s});
}

void TestQuery::sendsWhatItIsTold()
{
    ScriptedServer server([](QTcpSocket &socket, const SeenRequest &) { ScriptedServer::answerOk(socket, head); });
    Query query(server.address());
    query.start({u"INSERT INTO t VALUES ('ü;')"_s, u"my db&x=1"_s, {{u"max_threads"_s, u"2"_s}}, {}});
    QTRY_COMPARE(query.state(), State::Complete);
    QCOMPARE(server.seen().size(), 1);
    const SeenRequest &request = server.seen().first();
    QVERIFY(request.head.startsWith("POST /?"));
    QCOMPARE(request.body, "INSERT INTO t VALUES ('ü;')"_ba);
    QCOMPARE(request.parameter(u"database"_s), u"my db&x=1"_s);
    QCOMPARE(request.parameter(u"max_threads"_s), u"2"_s);
    QCOMPARE(request.parameter(u"query_id"_s), query.queryId());
    QVERIFY(request.head.contains("Authorization: Basic " + QByteArray("avnadmin:pass:word").toBase64()));
    QVERIFY(!request.head.split('\r').first().contains("pass")); // never in the address
}

void TestQuery::takesStatementsWithoutResult()
{
    ScriptedServer server([](QTcpSocket &socket, const SeenRequest &) {
        ScriptedServer::answer(socket, "200 OK", "Content-Type: text/plain\r\n", {});
    });
    Query query(server.address());
    query.start({u"CREATE TABLE t (id UInt8) ENGINE = Log"_s, {}, {}, {}});
    QTRY_COMPARE(query.state(), State::Complete);
    QCOMPARE(query.store()->rowCount(), 0);
    QCOMPARE(query.store()->byteCount(), 0);
}

void TestQuery::meetsFaults_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<QueryError::Kind>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("rows");
    using Kind = QueryError::Kind;
    const QString limit = u"Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)"_s;
    const auto row = [](const char *name, ScriptedServer::Answer answer) -> QTestData & {
        return QTest::newRow(name) << std::move(answer);
    };

    row("S-01 error first",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::answer(socket, "500 Internal", "X-ClickHouse-Exception-Code: 241\r\n", serverText);
        })
        << Kind::Server << 241 << limit << qint64(0);
    row("S-02 late, with tag",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::beginChunked(socket, tagHeader);
            ScriptedServer::writeChunk(socket, head + "1\ta\n2\tb\n3\tunfin" + tagged(serverText));
            ScriptedServer::writeChunk(socket, {});
        })
        << Kind::Server << 241 << limit << qint64(2);
    row("S-02 late, with tag, cut chunks",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::beginChunked(socket, tagHeader);
            ScriptedServer::writeChunk(socket, head + "1\ta\n2\tb\n3\tunfin");
            ScriptedServer::writeChunk(socket, tagged(serverText));
            socket.disconnectFromHost();
        })
        << Kind::Server << 241 << limit << qint64(2);
    row("S-03 late, without tag",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::beginChunked(socket);
            ScriptedServer::writeChunk(socket, head + "1\ta\n2\tb\n" + serverText);
            ScriptedServer::writeChunk(socket, {});
        })
        << Kind::Server << 241 << limit << qint64(2);
    row("S-03 late, without tag, inside a row",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::beginChunked(socket);
            ScriptedServer::writeChunk(socket, head + "1\ta\n2\tunf" + serverText);
            ScriptedServer::writeChunk(socket, {});
        })
        << Kind::Server << 241 << limit << qint64(1);
    row("S-04 200 with a code",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::answerOk(socket, {}, "X-ClickHouse-Exception-Code: 60\r\n");
        })
        << Kind::Server << 60 << QString() << qint64(0);
    row("S-06 cut inside a character",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::beginChunked(socket);
            ScriptedServer::writeChunk(socket, head + "1\ta\n2\t\xC3");
            socket.disconnectFromHost();
        })
        << Kind::ConnectionLost << 0 << QString() << qint64(1);
    row("S-06 cut between two chunks",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::beginChunked(socket);
            ScriptedServer::writeChunk(socket, head + "1\ta\n");
            socket.disconnectFromHost();
        })
        << Kind::ConnectionLost << 0 << QString() << qint64(1);
    row("S-06 cut between two chunks of a long answer",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::beginChunked(socket);
            for (int chunk = 0; chunk < 20; ++chunk)
                ScriptedServer::writeChunk(socket,
                                           (chunk ? QByteArray() : head) + QByteArray("1\ta\n").repeated(100'000));
            socket.disconnectFromHost();
        })
        << Kind::ConnectionLost << 0 << QString() << qint64(2'000'000);
    row("N-31 cut without a length",
        [](QTcpSocket &socket, const SeenRequest &) {
            socket.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + head + "1\ta\n2\tb");
            socket.disconnectFromHost();
        })
        << Kind::ConnectionLost << 0 << QString() << qint64(1);
    row("S-19 wrong password",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::answer(
                socket, "403 Forbidden", "X-ClickHouse-Exception-Code: 516\r\n",
                "Code: 516. DB::Exception: avnadmin: Authentication failed. (AUTHENTICATION_FAILED)\n");
        })
        << Kind::Server << 516 << u"avnadmin: Authentication failed. (AUTHENTICATION_FAILED)"_s << qint64(0);
    row("N-21 redirect",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::answer(socket, "302 Found", "Location: https://elsewhere.example/\r\n", {});
        })
        << Kind::Redirected << 0 << u"elsewhere.example"_s << qint64(0);
    row("N-15 HTML",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::answer(socket, "502 Bad Gateway", "Content-Type: text/html\r\n", "<h1>nginx</h1>");
        })
        << Kind::NotClickHouse << 0 << QString() << qint64(0);
    row("HTML with 200",
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::answer(socket, "200 OK", "Content-Type: text/html\r\n", "<h1>Log in</h1>\n<p>\n");
        })
        << Kind::NotClickHouse << 0 << QString() << qint64(0);
    row("N-04 closed before the head", [](QTcpSocket &socket, const SeenRequest &) { socket.disconnectFromHost(); })
        << Kind::ConnectionLost << 0 << QString() << qint64(0);
}

void TestQuery::meetsFaults()
{
    QFETCH(const ScriptedServer::Answer, answer);
    QFETCH(const QueryError::Kind, kind);
    QFETCH(const int, code);
    QFETCH(const QString, text);
    QFETCH(const qint64, rows);
    ScriptedServer server(answer);
    Query query(server.address());
    query.start({u"SELECT 1"_s, {}, {}, {}});
    QTRY_COMPARE(query.state(), State::Failed);
    QCOMPARE(query.error().kind, kind);
    QCOMPARE(query.error().code, code);
    QCOMPARE(query.error().text, text);
    QCOMPARE(query.store()->rowCount(), rows);
    QCOMPARE(server.seen().size(), 1); // sent exactly once
}

void TestQuery::dataThatLooksLikeAnErrorIsData_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("one column") << "x\nString\nCode: 60. DB::Exception: no\n"_ba
                                << ""_ba;
    QTest::newRow("two columns") << head + "1\tCode: 60. DB::Exception: no\n"
                                 << ""_ba;
    QTest::newRow("error columns behind") << "a\tb\nString\tString\nCode: 60. DB::Exception: no\t2\n"_ba
                                          << ""_ba;
    QTest::newRow("with a tag announced") << "x\nString\n" + serverText << tagHeader;
}

void TestQuery::dataThatLooksLikeAnErrorIsData()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, headers);
    ScriptedServer server(
        [&](QTcpSocket &socket, const SeenRequest &) { ScriptedServer::answerOk(socket, body, headers); });
    Query query(server.address());
    query.start({u"SELECT 1"_s, {}, {}, {}});
    QTRY_COMPARE(query.state(), State::Complete);
    QCOMPARE(query.store()->rowCount(), 1);
}

void TestQuery::connectionRefused()
{
    ClickHouse::Server address;
    {
        ScriptedServer gone([](QTcpSocket &, const SeenRequest &) {});
        address = gone.address();
    }
    Query query(address);
    query.start({u"SELECT 1"_s, {}, {}, {}});
    QTRY_COMPARE(query.state(), State::Failed);
    QCOMPARE(query.error().kind, QueryError::Kind::ConnectFailed);
}

void TestQuery::cancelsAtOnce()
{
    ScriptedServer server([](QTcpSocket &socket, const SeenRequest &request) {
        if (request.body.startsWith("KILL"))
            return ScriptedServer::answerOk(socket, {});
        if (request.body.contains("system.processes"))
            return ScriptedServer::answerOk(socket, "0\n");
        ScriptedServer::beginChunked(socket);
        ScriptedServer::writeChunk(socket, head + "1\ta\n");
    });
    Query query(server.address());
    query.start({u"SELECT sleep(3)"_s, {}, {}, {}});
    QTRY_COMPARE(query.store()->rowCount(), 1);
    query.cancel();
    QCOMPARE(query.state(), State::Cancelled);
    QCOMPARE(query.serverWork(), Work::Asking);
    QTRY_COMPARE(query.serverWork(), Work::Stopped);
    QCOMPARE(query.store()->rowCount(), 1);
    QCOMPARE(server.statements().last(), u"KILL QUERY WHERE query_id = '%1' ASYNC"_s.arg(query.queryId()));
}

void TestQuery::saysWhenTheServerGoesOn()
{
    ScriptedServer server([](QTcpSocket &socket, const SeenRequest &request) {
        if (request.body.startsWith("KILL"))
            return ScriptedServer::answer(socket, "403 Forbidden", {}, "Code: 497. DB::Exception: no\n");
        if (request.body.contains("system.processes"))
            ScriptedServer::answerOk(socket, "1\n");
    });
    Query query(server.address());
    query.start({u"SELECT sleep(3)"_s, {}, {}, {}});
    QTRY_COMPARE(server.seen().size(), 1);
    query.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(query.serverWork(), Work::StillRunning, 10'000);
}

void TestQuery::endsOnTheServerWhenDestroyed()
{
    ScriptedServer server([](QTcpSocket &socket, const SeenRequest &request) {
        if (request.body.startsWith("KILL"))
            ScriptedServer::answerOk(socket, {});
    });
    auto query = std::make_unique<Query>(server.address());
    query->start({u"SELECT sleep(3)"_s, {}, {}, {}});
    QTRY_COMPARE(server.seen().size(), 1);
    query.reset();
    QTRY_VERIFY(server.statements().last().startsWith(u"KILL QUERY"));
}

void TestQuery::stopsAtTheLimit()
{
    ScriptedServer server([](QTcpSocket &socket, const SeenRequest &request) {
        if (request.body.startsWith("KILL"))
            return ScriptedServer::answerOk(socket, {});
        ScriptedServer::beginChunked(socket);
        ScriptedServer::writeChunk(socket, head + QByteArray("7\tabcdefghijk\n").repeated(100'000));
    });
    Query query(server.address());
    query.start({u"SELECT 1"_s, {}, {}, {qint64(64) << 10, qint64(512) << 10}});
    QTRY_COMPARE(query.state(), State::CutAtLimit);
    QCOMPARE(query.error().kind, QueryError::Kind::None);
    QCOMPARE(query.store()->rowCount(), ((512 << 10) - head.size()) / 14);
    QTRY_VERIFY(server.statements().last().startsWith(u"KILL QUERY"));
}

void TestQuery::readsPosition()
{
    const auto one =
        QueryError::fromServerText("Code: 62. DB::Exception: Syntax error: failed at position 8 (FORM): FORM x. "
                                   "Expected one of: FROM. (SYNTAX_ERROR) (version 26.5.1.1 (official build))\n");
    QCOMPARE(one.code, 62);
    QCOMPARE(one.position, (QueryError::Position{1, 8}));
    QVERIFY(one.text.endsWith(u"(SYNTAX_ERROR)"));
    const auto two = QueryError::fromServerText("Code: 62. DB::Exception: Syntax error: failed at position 20 (x) "
                                                "(line 2, col 5): x. (SYNTAX_ERROR)");
    QCOMPARE(two.position, (QueryError::Position{2, 5}));
    QVERIFY(!QueryError::fromServerText("Code: 60. DB::Exception: Unknown table").position);
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
