// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/server.h"

#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using Sandbox::Kafka::Server;
using Sandbox::Kafka::Writer;

namespace {

/// A request as it goes over the wire.
QByteArray frame(std::int16_t key, std::int16_t version, Writer body = {})
{
    const std::string request = Writer().int16(key).int16(version).int32(7).string("test").take() + body.take();
    return QByteArray::fromStdString(Writer().bytes(request).take());
}

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

const QByteArray versions = frame(18, 0);

} // namespace

/// The broker's port with what no Kafka client would send.
class TestKafkaServer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_server = std::make_unique<Server>(m_folder.path().toStdString()); }
    void cleanupTestCase() { m_server.reset(); }

    void hangsUpOnNonsense_data();
    void hangsUpOnNonsense();
    void tellsItsVersions();
    void takesARequestInPieces();
    void answersInOrder();
    void refusesABrokenBatch();

private:
    void connectTo(QTcpSocket &socket);
    /// One answer without its length; empty when the connection was closed instead.
    QByteArray answer(QTcpSocket &socket);

    QTemporaryDir m_folder;
    std::unique_ptr<Server> m_server;
};

void TestKafkaServer::connectTo(QTcpSocket &socket)
{
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_server->port()));
    QVERIFY(socket.waitForConnected());
}

QByteArray TestKafkaServer::answer(QTcpSocket &socket)
{
    const auto has = [&socket](qint64 size) {
        while (socket.bytesAvailable() < size) {
            if (!socket.waitForReadyRead(5000))
                return false;
        }
        return true;
    };
    if (!has(4))
        return {};
    const qint64 size = Sandbox::Kafka::integerAt(socket.read(4).toStdString(), 0, 4);
    return has(size) ? socket.read(size) : QByteArray();
}

void TestKafkaServer::hangsUpOnNonsense_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("web page") << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTest::newRow("negative length") << bytes(Writer().int32(-1).take());
    QTest::newRow("huge length") << bytes(Writer().int32(0x7fffffff).take());
    QTest::newRow("no request") << bytes(Writer().bytes("").take());
    QTest::newRow("half a header") << bytes(Writer().bytes("abc").take());
    QTest::newRow("unknown kind") << frame(99, 0);
    QTest::newRow("unknown version") << frame(3, 99);
    QTest::newRow("no body") << frame(1, 11);
    QTest::newRow("endless list") << frame(3, 1, Writer().int32(0x7fffffff));
    QTest::newRow("endless text") << frame(11, 0, Writer().int16(0x7fff));
    QTest::newRow("list of lists") << frame(9, 1, Writer().string("g").int32(1).string("t").int32(1000000));
}

void TestKafkaServer::hangsUpOnNonsense()
{
    QFETCH(const QByteArray, request);
    QTcpSocket socket;
    connectTo(socket);
    socket.write(request);
    QVERIFY(socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected(5000));
    QTcpSocket other;
    connectTo(other);
    other.write(versions);
    QVERIFY(!answer(other).isEmpty());
}

/// A newer client asks in a version of its own first.
void TestKafkaServer::tellsItsVersions()
{
    QTcpSocket socket;
    connectTo(socket);
    socket.write(frame(18, 9));
    const std::string told = answer(socket).toStdString();
    QCOMPARE(Sandbox::Kafka::integerAt(told, 0, 4), 7);
    QCOMPARE(Sandbox::Kafka::integerAt(told, 4, 2), 35);
    QCOMPARE(Sandbox::Kafka::integerAt(told, 6, 4), qint64(Sandbox::Kafka::supportedVersions.size()));
}

void TestKafkaServer::takesARequestInPieces()
{
    QTcpSocket socket;
    connectTo(socket);
    for (const char byte : versions) {
        socket.write(&byte, 1);
        QVERIFY(socket.waitForBytesWritten());
    }
    QVERIFY(!answer(socket).isEmpty());
}

/// The first one waits for messages; the second may not overtake it.
void TestKafkaServer::answersInOrder()
{
    QCOMPARE(m_server->use([](Sandbox::Kafka::Broker &broker) { return broker.topics.create("order", 1); }),
             Sandbox::Kafka::ErrorCode::None);
    Writer fetch;
    fetch.int32(-1).int32(200).int32(1).int32(1 << 20).int8(0); // replica, longest wait, bytes, isolation
    fetch.int32(1).string("order").int32(1).int32(0).int64(0).int32(1 << 20);
    QTcpSocket socket;
    connectTo(socket);
    socket.write(frame(1, 4, std::move(fetch)) + versions);
    const QByteArray first = answer(socket);
    QVERIFY2(first.contains("order"), first.toHex().constData());
    QVERIFY(!answer(socket).contains("order"));
}

void TestKafkaServer::refusesABrokenBatch()
{
    QCOMPARE(m_server->use([](Sandbox::Kafka::Broker &broker) { return broker.topics.create("broken", 1); }),
             Sandbox::Kafka::ErrorCode::None);
    Writer produce;
    produce.int16(-1).int16(1).int32(1000).int32(1).string("broken").int32(1).int32(0).bytes(std::string(70, '\2'));
    QTcpSocket socket;
    connectTo(socket);
    socket.write(frame(0, 3, std::move(produce)));
    const std::string told = answer(socket).toStdString();
    const std::size_t error = 4 + 4 + 2 + 6 + 4 + 4; // behind the topic's name and the partition's number
    QCOMPARE(Sandbox::Kafka::integerAt(told, error, 2), 2);
    QCOMPARE(m_server->use([](Sandbox::Kafka::Broker &broker) { return broker.topics.find("broken", 0)->latest(); }),
             0);
}

QTEST_GUILESS_MAIN(TestKafkaServer)
#include "tst_kafkaserver.moc"
