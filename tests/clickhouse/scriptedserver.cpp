// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedserver.h"

#include "clickhouse/server.h"

#include <QSslServer>
#include <QTcpSocket>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

QString SeenRequest::parameter(const QString &name) const
{
    const QByteArray target = head.split(' ').value(1);
    return QUrlQuery(QUrl::fromEncoded(target)).queryItemValue(name, QUrl::FullyDecoded);
}

namespace {

QTcpServer *makeServer(const QSslConfiguration &tls)
{
    if (tls.isNull())
        return new QTcpServer;
    auto *const server = new QSslServer;
    server->setSslConfiguration(tls);
    return server;
}

} // namespace

ScriptedServer::ScriptedServer(Answer answer, const QSslConfiguration &tls)
    : m_answer(std::move(answer))
    , m_server(makeServer(tls))
{
    QObject::connect(m_server, &QTcpServer::pendingConnectionAvailable, m_server, [this] { onConnected(); });
    m_server->listen(QHostAddress::LocalHost);
}

ScriptedServer::~ScriptedServer()
{
    delete m_server;
}

ClickHouse::Server ScriptedServer::address() const
{
    const QString scheme = qobject_cast<QSslServer *>(m_server) ? u"https"_s : u"http"_s;
    return {QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme, QString::number(m_server->serverPort()))), u"avnadmin"_s,
            Core::Secret(u"pass:word"_s)};
}

QStringList ScriptedServer::statements() const
{
    QStringList statements;
    for (const SeenRequest &request : m_seen) {
        if (!request.body.contains("system.processes"))
            statements.append(QString::fromUtf8(request.body));
    }
    return statements;
}

void ScriptedServer::onConnected()
{
    while (QTcpSocket *const socket = m_server->nextPendingConnection()) {
        QObject::connect(socket, &QTcpSocket::readyRead, m_server, [this, socket] { onReadable(socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QTcpSocket::deleteLater);
    }
}

void ScriptedServer::onReadable(QTcpSocket *socket)
{
    const QByteArray peeked = socket->peek(socket->bytesAvailable());
    const qsizetype headEnd = peeked.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    const QByteArray head = peeked.left(headEnd);
    const qsizetype at = head.toLower().indexOf("content-length: ");
    const qsizetype length = at < 0 ? 0 : head.mid(at + 16).split('\r').first().toLongLong();
    if (peeked.size() < headEnd + 4 + length)
        return;
    socket->read(headEnd + 4);
    m_seen.append({head, socket->read(length)});
    m_answer(*socket, m_seen.last());
}

void ScriptedServer::answerOk(QTcpSocket &socket, const QByteArray &body, const QByteArray &headers)
{
    answer(socket, "200 OK", "X-ClickHouse-Format: TabSeparatedWithNamesAndTypes\r\n" + headers, body);
}

void ScriptedServer::answer(QTcpSocket &socket, const QByteArray &status, const QByteArray &headers,
                            const QByteArray &body)
{
    socket.write("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
                 "\r\n\r\n" + body);
}

void ScriptedServer::beginChunked(QTcpSocket &socket, const QByteArray &headers)
{
    socket.write("HTTP/1.1 200 OK\r\nX-ClickHouse-Format: TabSeparatedWithNamesAndTypes\r\n" + headers +
                 "Transfer-Encoding: chunked\r\n\r\n");
}

void ScriptedServer::writeChunk(QTcpSocket &socket, const QByteArray &bytes)
{
    socket.write(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}
