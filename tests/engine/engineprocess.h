// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QProcess>
#include <QTcpSocket>

/// An answer of the engine, its body put together from its chunks.
struct HttpAnswer
{
    int status = 0;
    QMap<QByteArray, QByteArray> headers; ///< names in small letters
    QByteArray body;
    bool complete = false;
};

/// The built headgate-engine on a data folder, and a plain HTTP client that can also misbehave.
class EngineProcess
{
public:
    EngineProcess();
    ~EngineProcess();

    /// An empty text, or why it does not serve.
    QString start(const QString &folder, const QByteArray &settings = "{}");
    /// Closes its input and waits; the time it took in milliseconds, or -1.
    qint64 stop();
    void kill();
    void writeLine(const QByteArray &line) { m_process.write(line + '\n'); }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] QByteArray errorOutput();

    /// POST with the statement as body, as the ordinary user "avnadmin".
    HttpAnswer query(const QByteArray &sql, const QByteArray &parameters = {}, const QByteArray &user = "avnadmin:pw");
    HttpAnswer queryAsInternal(const QByteArray &sql) { return query(sql, {}, "internal:secret"); }
    HttpAnswer get(const QByteArray &target, const QByteArray &fields);
    /// The rows as text, or the error.
    QByteArray value(const QByteArray &sql);

    /// A request's text with the right Host and credentials.
    [[nodiscard]] QByteArray head(const QByteArray &method, const QByteArray &target, const QByteArray &fields = {},
                                  const QByteArray &user = "avnadmin:pw") const;
    void connectSocket(QTcpSocket &socket) const;
    /// Sends bytes as they are and reads one answer.
    HttpAnswer exchange(const QByteArray &bytes);
    static HttpAnswer readAnswer(QTcpSocket &socket);

private:
    QProcess m_process;
    QByteArray m_errors;
    quint16 m_port = 0;
};
