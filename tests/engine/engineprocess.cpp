// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engineprocess.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

QByteArray readLine(QTcpSocket &socket)
{
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(patience))
            return {};
    }
    return socket.readLine().trimmed();
}

bool readExactly(QTcpSocket &socket, qint64 size, QByteArray &into)
{
    while (size > 0) {
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(patience))
            return false;
        const QByteArray piece = socket.read(size);
        into += piece;
        size -= piece.size();
    }
    return true;
}

bool readChunks(QTcpSocket &socket, QByteArray &into)
{
    for (;;) {
        bool isNumber = false;
        const qint64 size = readLine(socket).toLongLong(&isNumber, 16);
        if (!isNumber || !readExactly(socket, size, into))
            return false;
        readLine(socket);
        if (size == 0)
            return true;
    }
}

} // namespace

EngineProcess::EngineProcess()
{
    m_process.setProgram(qEnvironmentVariable("HEADGATE_BIN") + u"/headgate-engine"_s);
}

EngineProcess::~EngineProcess()
{
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

QByteArray EngineProcess::errorOutput()
{
    m_errors += m_process.readAllStandardError();
    return m_errors;
}

QString EngineProcess::start(const QString &folder, const QByteArray &settings)
{
    m_process.setArguments({u"--data"_s, folder, u"--port"_s, u"0"_s});
    m_process.start();
    QJsonObject first = QJsonDocument::fromJson(settings).object();
    first[u"users"_s] = QJsonObject{{u"avnadmin"_s, u"pw"_s}, {u"other"_s, u"pä:s"_s}};
    first[u"internal"_s] = QJsonObject{{u"name"_s, u"internal"_s}, {u"password"_s, u"secret"_s}};
    writeLine(QJsonDocument(first).toJson(QJsonDocument::Compact));
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patience))
            return u"headgate-engine did not start: "_s + QString::fromUtf8(errorOutput()) +
                   u"\nWhen libchdb is missing, run packaging/install, or set HEADGATE_LIBCHDB to its path."_s;
    }
    m_port = quint16(QJsonDocument::fromJson(m_process.readLine()).object()[u"http_port"_s].toInt());
    return m_port ? QString() : u"headgate-engine told no port"_s;
}

qint64 EngineProcess::stop()
{
    QElapsedTimer clock;
    clock.start();
    m_process.closeWriteChannel();
    return m_process.waitForFinished(patience) && m_process.exitStatus() == QProcess::NormalExit ? clock.elapsed() : -1;
}

void EngineProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

QByteArray EngineProcess::head(const QByteArray &method, const QByteArray &target, const QByteArray &fields,
                               const QByteArray &user) const
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n";
    if (!user.isEmpty())
        text += "Authorization: Basic " + user.toBase64() + "\r\n";
    return text + fields + "\r\n";
}

void EngineProcess::connectSocket(QTcpSocket &socket) const
{
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    socket.waitForConnected(patience);
}

HttpAnswer EngineProcess::exchange(const QByteArray &bytes)
{
    QTcpSocket socket;
    connectSocket(socket);
    socket.write(bytes);
    return readAnswer(socket);
}

HttpAnswer EngineProcess::readAnswer(QTcpSocket &socket)
{
    HttpAnswer answer;
    answer.status = readLine(socket).split(' ').value(1).toInt();
    for (QByteArray line = readLine(socket); !line.isEmpty(); line = readLine(socket)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers[line.first(colon).toLower()] = line.sliced(colon + 1).trimmed();
    }
    if (answer.headers.value("transfer-encoding") == "chunked")
        answer.complete = readChunks(socket, answer.body);
    else
        answer.complete = readExactly(socket, answer.headers.value("content-length").toLongLong(), answer.body);
    return answer;
}

HttpAnswer EngineProcess::query(const QByteArray &sql, const QByteArray &parameters, const QByteArray &user)
{
    const QByteArray fields = "Content-Length: " + QByteArray::number(sql.size()) + "\r\n";
    return exchange(head("POST", "/?" + parameters, fields, user) + sql);
}

HttpAnswer EngineProcess::get(const QByteArray &target, const QByteArray &fields)
{
    return exchange(head("GET", target, fields, {}));
}

QByteArray EngineProcess::value(const QByteArray &sql)
{
    return query(sql).body.trimmed();
}
