// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sandboxprocess.h"

#include "support/rawhttp.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

constexpr int startTimeoutMs = 30'000; // sanitizers on a busy machine
constexpr int endTimeoutMs = 20'000;

} // namespace

SandboxProcess::SandboxProcess()
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
}

SandboxProcess::~SandboxProcess()
{
    // Its engines end with it; a clean end removes the temporary folder.
    terminate();
    killHard();
}

QString SandboxProcess::programFolder()
{
    const QString given = qEnvironmentVariable("HEADGATE_BIN");
    return given.isEmpty() ? QCoreApplication::applicationDirPath() + u"/../bin"_s : given;
}

bool SandboxProcess::start(const QStringList &arguments)
{
    m_process.start(programFolder() + u"/headgate-sandbox"_s, arguments);
    QElapsedTimer clock;
    clock.start();
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && clock.elapsed() < startTimeoutMs)
        m_process.waitForReadyRead(100);
    m_errorOutput = QString::fromUtf8(m_process.readAllStandardError());
    const auto line = Core::parseJson(m_process.readLine());
    if (!line) {
        m_errorOutput += m_process.errorString();
        return false;
    }
    m_apiUrl = QUrl(Core::textAt(*line, "api_url"));
    m_token = Core::textAt(*line, "token");
    m_project = Core::textAt(*line, "project");
    return true;
}

void SandboxProcess::killHard()
{
    m_process.kill();
    m_process.waitForFinished(endTimeoutMs);
}

void SandboxProcess::terminate()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    m_process.waitForFinished(endTimeoutMs);
}

SandboxProcess::Answer SandboxProcess::call(const QByteArray &method, const QByteArray &path,
                                            const Core::Json &body) const
{
    QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port()) +
                         "\r\nAuthorization: aivenv1 " + m_token.toUtf8() + "\r\nConnection: close\r\n";
    if (!body.is_null()) {
        const QByteArray text = Core::toText(body);
        request +=
            "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(text.size()) + "\r\n\r\n" + text;
    } else {
        request += "\r\n";
    }
    const RawHttp::Answer answer = RawHttp::send(port(), request, 60'000);
    const auto json = Core::parseJson(answer.body);
    return {answer.status, json ? *json : Core::Json()};
}

Core::Json SandboxProcess::query(const QString &service, const QString &sql, const QString &database) const
{
    const Answer answer =
        call("POST", "/v1/project/" + m_project.toUtf8() + "/service/" + service.toUtf8() + "/clickhouse/query",
             {{"database", Core::toStdString(database)}, {"query", Core::toStdString(sql)}});
    if (answer.status != 200)
        qWarning().noquote() << "Query failed:" << answer.message();
    return Core::memberAt(answer.body, "data");
}
