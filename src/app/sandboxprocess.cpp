// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandboxprocess.h"

#include "core/json.h"
#include "core/logging.h"

#include <QFileInfo>

namespace App {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000; // a first start on a slow disk unpacks sample data
constexpr qsizetype kLogLimit = 8'000;

} // namespace

SandboxProcess::SandboxProcess(QString folder, QObject *parent) : QObject(parent), m_folder(std::move(folder))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        //: Why the sandbox did not start
        fail(tr("It did not answer within 30 s. The computer may be very busy; try again."));
        m_process.kill();
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &SandboxProcess::onOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &SandboxProcess::onErrorOutput);
    connect(&m_process, &QProcess::finished, this, &SandboxProcess::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, &SandboxProcess::onError);
}

SandboxProcess::~SandboxProcess()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel(); // the sandbox ends when its standard input does
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(3000)) {
        m_process.terminate();
        if (!m_process.waitForFinished(2000))
            m_process.kill();
    }
}

void SandboxProcess::start(const QString &dataFolder)
{
    if (m_state == State::Starting || m_state == State::Ready)
        return;
    const QString program = m_folder + u"/headgate-sandbox"_s;
    m_line.clear();
    m_failure.clear();
    m_log.clear();
    setState(State::Starting);
    if (!QFileInfo(program).isExecutable()) {
        //: Why the sandbox did not start; %1 is a file name
        fail(tr("%1 is missing. Build or install the sandbox: it belongs beside this program.").arg(program));
        return;
    }
    m_patience.start();
    m_process.start(program, dataFolder.isEmpty() ? QStringList() : QStringList{u"--data"_s, dataFolder});
}

void SandboxProcess::onOutput()
{
    m_line += m_process.readAllStandardOutput();
    const qsizetype end = m_line.indexOf('\n');
    if (end < 0 || m_state != State::Starting)
        return;
    const auto json = Core::parseJson(m_line.left(end));
    const QUrl url(json ? Core::textAt(*json, "api_url") : QString());
    if (!url.isValid() || url.isEmpty()) {
        //: Why the sandbox did not start
        fail(tr("Its first line of output was not understood. The two programs may be of different versions."));
        return;
    }
    m_patience.stop();
    m_apiUrl = url;
    m_token = Core::Secret(Core::textAt(*json, "token"));
    m_project = Core::textAt(*json, "project");
    setState(State::Ready);
}

void SandboxProcess::onErrorOutput()
{
    const QString text = Core::redacted(QString::fromUtf8(m_process.readAllStandardError()));
    qCInfo(Core::appLog).noquote() << "sandbox:" << text.trimmed();
    m_log = (m_log + text).right(kLogLimit);
}

void SandboxProcess::onFinished(int exitCode, QProcess::ExitStatus status)
{
    onErrorOutput();
    const QString last = m_log.trimmed().section(u'\n', -1);
    if (status == QProcess::CrashExit) {
        //: Why the sandbox ended
        fail(tr("It ended by a crash. Start it again; with --sandbox-data nothing that was acknowledged is lost."));
        return;
    }
    const QString code = QString::number(exitCode);
    //: Why the sandbox ended: exit code, last line of its log
    fail(last.isEmpty() ? tr("It ended with code %1.").arg(code) : tr("It ended with code %1: %2").arg(code, last));
}

void SandboxProcess::onError(QProcess::ProcessError error)
{
    if (error == QProcess::FailedToStart)
        fail(m_process.errorString());
}

void SandboxProcess::fail(const QString &reason)
{
    m_patience.stop();
    if (m_state == State::Failed)
        return;
    m_failure = reason;
    setState(State::Failed);
}

void SandboxProcess::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace App
