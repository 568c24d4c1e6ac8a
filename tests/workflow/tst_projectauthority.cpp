// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/projectauthority.h"

#include "aiven/client.h"
#include "clickhouse/query.h"
#include "clickhouse/scriptedserver.h"
#include "support/certificates.h"
#include "support/fakenetwork.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TestSupport;
using ClickHouse::Query;
using ClickHouse::QueryError;
using Cause = ClickHouse::TlsProblem::Cause;
using State = ClickHouse::Query::State;
using Work = ClickHouse::Query::ServerWork;

namespace {

constexpr auto askLine = "GET /v1/project/p/kms/ca";
const QString here = u"IP:127.0.0.1"_s;

/// A project whose authority can be asked for, and a server of it that answers every statement with one row.
struct Scene
{
    Scene(const QSslConfiguration &tls, const FakeAnswer &answer)
        : server(
              [](QTcpSocket &socket, const SeenRequest &request) {
                  const bool isCount = request.body.contains("system.processes");
                  ScriptedServer::answerOk(socket, isCount ? "0\n" : "id\nUInt8\n1\n");
              },
              tls)
        , network([answer](const FakeRequest &) { return answer; })
    {}

    [[nodiscard]] ClickHouse::Server address() const
    {
        ClickHouse::Server address = server.address();
        address.authority = authority.get();
        return address;
    }
    /// Runs one statement to its end.
    [[nodiscard]] std::unique_ptr<Query> run() const
    {
        auto query = std::make_unique<Query>(address());
        query->start({u"INSERT INTO t VALUES (1)"_s, {}, {}, {}});
        [&query] { QTRY_VERIFY(!query->isRunning()); }();
        return query;
    }

    ScriptedServer server;
    FakeNetwork network;
    Aiven::Client client{network, {QUrl(u"https://api.example.org"_s), Core::Secret(u"token-of-the-test"_s), u"t"_s}};
    std::unique_ptr<Workflow::ProjectAuthority> authority =
        std::make_unique<Workflow::ProjectAuthority>(client, u"p"_s, nullptr);
};

FakeAnswer certificate(const QByteArray &pem)
{
    return FakeAnswer::json({{"certificate", pem.toStdString()}});
}

} // namespace

/// Which servers get a statement over HTTPS, and what is said of the others. Real sockets, real certificates.
class TestProjectAuthority final : public QObject
{
    Q_OBJECT

private slots:
    void asksNobodyWhenTrusted();
    void asksTheProjectOnce_data();
    void asksTheProjectOnce();
    void refuses_data();
    void refuses();
    void N27_notTls();
    void onlyTheProjectVouches();
    void asksAgainAfterAFailure();
    void cancelsWhileAsking();
    void endsWithItsSession();
    void endsAStatementOnTheServer();

private:
    const Certificates m_project{u"Project-CA"_s};
    const Certificates m_other{u"Other-CA"_s};
};

void TestProjectAuthority::asksNobodyWhenTrusted()
{
    const Scene scene(m_other.server(here), certificate(m_project.authority()));
    ClickHouse::Server address = scene.address();
    address.trusted = QSslCertificate::fromData(m_other.authority()); // in place of the system's authorities
    Query query(address);
    query.start({u"SELECT 1"_s, {}, {}, {}});
    QTRY_COMPARE(query.state(), State::Complete);
    QCOMPARE(scene.server.seen().size(), 1);
    QVERIFY(scene.network.requests().isEmpty());
}

void TestProjectAuthority::asksTheProjectOnce_data()
{
    QTest::addColumn<QSslConfiguration>("tls");
    QSslConfiguration tls = m_project.server(here);
    QTest::newRow("N-25 project CA") << tls;
    tls.setLocalCertificateChain(tls.localCertificateChain() + QSslCertificate::fromData(m_project.authority()));
    QTest::newRow("N-25 project CA, shown by the server") << tls;
}

void TestProjectAuthority::asksTheProjectOnce()
{
    QFETCH(const QSslConfiguration, tls);
    const Scene scene(tls, certificate(m_project.authority()));
    const auto query = scene.run();
    QCOMPARE(query->state(), State::Complete);
    QCOMPARE(query->store()->rowCount(), 1);
    QCOMPARE(scene.server.seen().size(), 1); // sent once, in spite of the handshake that failed before
    QCOMPARE(scene.run()->state(), State::Complete);
    QCOMPARE(scene.server.seen().size(), 2);
    QCOMPARE(scene.network.lines(), QByteArrayList{askLine});
}

void TestProjectAuthority::refuses_data()
{
    QTest::addColumn<QSslConfiguration>("tls");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<int>("asked");
    QTest::newRow("N-22 self-signed") << m_other.selfSigned(here) << Cause::SelfSigned << 0;
    QTest::newRow("N-23 expired") << m_project.server(here, -1) << Cause::Expired << 0;
    QTest::newRow("N-24 wrong host") << m_project.server(u"DNS:a.example,DNS:b.example"_s) << Cause::WrongHost << 0;
    QTest::newRow("N-25 other CA") << m_other.server(here) << Cause::UnknownIssuer << 1;
}

void TestProjectAuthority::refuses()
{
    QFETCH(const QSslConfiguration, tls);
    QFETCH(const Cause, cause);
    QFETCH(const int, asked);
    const Scene scene(tls, certificate(m_project.authority()));
    for (int run = 0; run < 2; ++run) {
        const auto query = scene.run();
        QCOMPARE(query->state(), State::Failed);
        const QueryError &error = query->error();
        QCOMPARE(error.kind, QueryError::Kind::TlsFailed);
        QCOMPARE(error.text, u"127.0.0.1"_s);
        QCOMPARE(error.tls.cause, cause);
        QVERIFY(!error.tls.isAuthorityMissing);
        const QSslCertificate shown = tls.localCertificate();
        QCOMPARE(error.tls.issuer, shown.issuerDisplayName());
        QCOMPARE(error.tls.validUntil, shown.expiryDate());
        QCOMPARE(error.tls.names, shown.subjectAlternativeNames().values());
    }
    QCOMPARE(scene.network.requests().size(), asked);
    QVERIFY(scene.server.seen().isEmpty()); // neither a statement nor a password
}

void TestProjectAuthority::N27_notTls()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, &plain,
            [&plain] { plain.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n"); });
    Query query({QUrl(u"https://127.0.0.1:%1"_s.arg(plain.serverPort())), u"avnadmin"_s, Core::Secret(u"pass:word"_s)});
    query.start({u"SELECT 1"_s, {}, {}, {}});
    QTRY_COMPARE(query.state(), State::Failed);
    QCOMPARE(query.error().kind, QueryError::Kind::TlsFailed);
    QCOMPARE(query.error().tls.cause, Cause::Protocol);
}

void TestProjectAuthority::onlyTheProjectVouches()
{
    const Scene scene(m_other.server(here), certificate(m_project.authority()));
    ClickHouse::Server address = scene.server.address();
    address.trusted = QSslCertificate::fromData(m_project.authority());
    Query query(address);
    query.start({u"SELECT 1"_s, {}, {}, {}});
    QTRY_COMPARE(query.state(), State::Failed);
    QCOMPARE(query.error().tls.cause, Cause::UnknownIssuer);
    QVERIFY(scene.server.seen().isEmpty());
}

void TestProjectAuthority::asksAgainAfterAFailure()
{
    Scene scene(m_project.server(here), FakeAnswer::refusal(403, u"Not a project member"_s));
    const auto refused = scene.run();
    QCOMPARE(refused->error().tls.cause, Cause::UnknownIssuer);
    QVERIFY(refused->error().tls.isAuthorityMissing);
    scene.network.setHandler([](const FakeRequest &) { return certificate("no PEM"); });
    QVERIFY(scene.run()->error().tls.isAuthorityMissing);
    QVERIFY(scene.server.seen().isEmpty());
    scene.network.setHandler([this](const FakeRequest &) { return certificate(m_project.authority()); });
    QCOMPARE(scene.run()->state(), State::Complete);
    QCOMPARE(scene.network.requests().size(), 3);
}

void TestProjectAuthority::cancelsWhileAsking()
{
    const Scene scene(m_project.server(here), FakeAnswer::hang());
    Query query(scene.address());
    query.start({u"SELECT 1"_s, {}, {}, {}});
    QTRY_COMPARE(scene.network.requests().size(), 1);
    query.cancel();
    QCOMPARE(query.state(), State::Cancelled);
    QTRY_COMPARE(query.serverWork(), Work::Stopped);
    QVERIFY(scene.server.seen().isEmpty());
}

void TestProjectAuthority::endsWithItsSession()
{
    Scene scene(m_project.server(here), FakeAnswer::hang());
    Query query(scene.address());
    query.start({u"SELECT 1"_s, {}, {}, {}});
    QTRY_COMPARE(scene.network.requests().size(), 1);
    scene.authority.reset();
    QCOMPARE(query.state(), State::Failed);
    QVERIFY(query.error().tls.isAuthorityMissing);
}

void TestProjectAuthority::endsAStatementOnTheServer()
{
    // KILL QUERY goes the same way as the statement that it ends.
    ScriptedServer server(
        [](QTcpSocket &socket, const SeenRequest &request) {
            if (request.body.startsWith("KILL"))
                ScriptedServer::answerOk(socket, {});
            else if (request.body.contains("system.processes"))
                ScriptedServer::answerOk(socket, "0\n");
        },
        m_project.server(here));
    const Scene scene({}, certificate(m_project.authority()));
    ClickHouse::Server address = server.address();
    address.authority = scene.authority.get();
    Query query(address);
    query.start({u"SELECT sleep(3)"_s, {}, {}, {}});
    QTRY_COMPARE(server.seen().size(), 1);
    query.cancel();
    QTRY_COMPARE(query.serverWork(), Work::Stopped);
    QVERIFY(server.statements().constLast().startsWith(u"KILL QUERY"));
}

QTEST_GUILESS_MAIN(TestProjectAuthority)
#include "tst_projectauthority.moc"
