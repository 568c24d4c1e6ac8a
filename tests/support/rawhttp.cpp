// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawhttp.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpSocket>

namespace RawHttp {

namespace {

/// Reads until the bytes gathered satisfy the condition, or the time is over.
template <typename Condition>
bool readUntil(QTcpSocket &socket, QByteArray &gathered, int timeoutMs, Condition isEnough)
{
    QElapsedTimer clock;
    clock.start();
    while (!isEnough()) {
        const int left = timeoutMs - int(clock.elapsed());
        if (left <= 0 || (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(left)))
            break;
        gathered += socket.readAll();
    }
    return isEnough();
}

/// Takes one answer off the front of what is gathered. Our servers always send a length.
Answer takeAnswer(QTcpSocket &socket, QByteArray &gathered, int timeoutMs)
{
    Answer answer;
    const auto headEnd = [&gathered] { return gathered.indexOf("\r\n\r\n"); };
    if (!readUntil(socket, gathered, timeoutMs, [&headEnd] { return headEnd() >= 0; }))
        return answer;
    answer.head = gathered.first(headEnd());
    gathered.remove(0, headEnd() + 4);
    const qsizetype length = answer.header("Content-Length").toLongLong();
    readUntil(socket, gathered, timeoutMs, [&gathered, length] { return gathered.size() >= length; });
    answer.body = gathered.first(qMin(length, gathered.size()));
    gathered.remove(0, answer.body.size());
    answer.status = answer.head.mid(9, 3).toInt();
    return answer;
}

} // namespace

QByteArray Answer::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

Answer send(int port, const QByteArray &bytes, int timeoutMs)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
    if (!socket.waitForConnected(timeoutMs))
        return {};
    socket.write(bytes);
    QByteArray gathered;
    return takeAnswer(socket, gathered, timeoutMs);
}

QList<Answer> sendMany(int port, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
    if (!socket.waitForConnected())
        return {};
    socket.write(bytes);
    QList<Answer> answers;
    QByteArray gathered;
    for (Answer answer = takeAnswer(socket, gathered, 1000); answer.status != 0;
         answer = takeAnswer(socket, gathered, 1000))
        answers.append(answer);
    return answers;
}

} // namespace RawHttp
