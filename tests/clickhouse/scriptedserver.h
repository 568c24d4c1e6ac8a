// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QString>

#include <functional>

class QTcpServer;
class QTcpSocket;

namespace ClickHouse {
struct Server;
}

/// What a request of the console said.
struct SeenRequest
{
    QByteArray head; ///< request line and headers
    QByteArray body;

    [[nodiscard]] QString parameter(const QString &name) const;
};

/// A server on the loopback that answers every request with the bytes the test wants: heads, cut bodies, silence.
class ScriptedServer
{
public:
    using Answer = std::function<void(QTcpSocket &socket, const SeenRequest &request)>;

    /// With a TLS configuration it speaks HTTPS.
    explicit ScriptedServer(Answer answer, const QSslConfiguration &tls = {});
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    [[nodiscard]] ClickHouse::Server address() const;
    [[nodiscard]] const QList<SeenRequest> &seen() const { return m_seen; }
    /// The statements that came, without the console's own look at system.processes.
    [[nodiscard]] QStringList statements() const;

    /// A whole answer with status 200 and a length.
    static void answerOk(QTcpSocket &socket, const QByteArray &body, const QByteArray &headers = {});
    static void answer(QTcpSocket &socket, const QByteArray &status, const QByteArray &headers, const QByteArray &body);
    /// The head of a chunked answer, then its chunks; an empty chunk ends it.
    static void beginChunked(QTcpSocket &socket, const QByteArray &headers = {});
    static void writeChunk(QTcpSocket &socket, const QByteArray &bytes);

private:
    void onConnected();
    void onReadable(QTcpSocket *socket);

    const Answer m_answer;
    QTcpServer *m_server;
    QList<SeenRequest> m_seen;
};
