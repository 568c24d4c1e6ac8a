// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls.h"
#include "clickhouse/scriptedserver.h"
#include "clickhouse/server.h"
#include "support/certificates.h"

#include <QNetworkAccessManager>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace TestSupport;
using Kind = Aiven::ApiError::Kind;
using Layer = Aiven::ApiError::Layer;
using Fault = Aiven::ApiError::TlsFault;
using Effect = Aiven::ApiError::Effect;

/// What only a real socket shows: repeats and timeouts are Qt's own doing.
class TestAivenSockets : public QObject
{
    Q_OBJECT

private slots:
    void deadConnectionOneSend_data();
    void deadConnectionOneSend();
    void drippingServerEnds();
    void refusedServers_data();
    void refusedServers();

private:
    const Certificates m_authority{u"Known-CA"_s};
};

void TestAivenSockets::deadConnectionOneSend_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<bool>("reused");
    for (const QByteArray &verb : changingVerbs) {
        QTest::addRow("%s, fresh connection", verb.constData()) << verb << false;
        QTest::addRow("%s, N-07 reused connection", verb.constData()) << verb << true;
    }
}

void TestAivenSockets::deadConnectionOneSend()
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

void TestAivenSockets::drippingServerEnds()
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

void TestAivenSockets::refusedServers_data()
{
    QTest::addColumn<QSslConfiguration>("tls");
    QTest::addColumn<Fault>("fault");
    const QString here = u"IP:127.0.0.1"_s;
    QTest::newRow("N-22 self-signed") << m_authority.selfSigned(here) << Fault::Untrusted;
    QTest::newRow("N-23 expired") << m_authority.server(here, -1) << Fault::Expired;
    QTest::newRow("N-24 wrong host") << m_authority.server(u"DNS:a.example"_s) << Fault::WrongHost;
    QTest::newRow("N-25 other CA") << Certificates(u"Other-CA"_s).server(here) << Fault::Untrusted;
    QTest::newRow("good") << m_authority.server(here) << Fault::None;
}

void TestAivenSockets::refusedServers()
{
    QFETCH(const QSslConfiguration, tls);
    QFETCH(const Fault, fault);
    const QSslConfiguration system = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([&system] { QSslConfiguration::setDefaultConfiguration(system); });
    QSslConfiguration trusting = system;
    trusting.addCaCertificates(QSslCertificate::fromData(m_authority.authority()));
    QSslConfiguration::setDefaultConfiguration(trusting);
    ScriptedServer server(
        [](QTcpSocket &socket, const SeenRequest &) {
            ScriptedServer::answer(socket, "200 OK", "Content-Type: application/json\r\n", "{\"projects\": []}");
        },
        tls);
    QNetworkAccessManager network;
    Aiven::Timing timing = quick();
    timing.usual = std::chrono::seconds(5);
    Aiven::Client client(network, account(server.address().url.toString()), timing);
    QObject owner;
    const auto result = wait(client.listProjects(&owner));
    QCOMPARE(result->has_value(), fault == Fault::None);
    QCOMPARE(server.seen().size(), fault == Fault::None ? 1 : 0); // a refused server never sees the token
    if (fault == Fault::None)
        return;
    QCOMPARE(result->error().layer, Layer::Tls);
    QCOMPARE(result->error().tlsFault, fault);
}

QTEST_GUILESS_MAIN(TestAivenSockets)
#include "tst_aivensockets.moc"
