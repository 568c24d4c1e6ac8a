// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

namespace App {

/// headgate-sandbox as a child of this program: started from the folder of our own executable, ended with us (its
/// standard input closes).
class SandboxProcess final : public QObject
{
    Q_OBJECT
public:
    enum class State { Stopped, Starting, Ready, Failed };

    /// The folder in which headgate-sandbox is.
    explicit SandboxProcess(QString folder, QObject *parent = nullptr);
    ~SandboxProcess() override;

    /// Does nothing while it starts or runs. An empty folder: a temporary one, removed at the end.
    void start(const QString &dataFolder);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QUrl apiUrl() const { return m_apiUrl; }
    [[nodiscard]] const Core::Secret &token() const { return m_token; }
    [[nodiscard]] QString project() const { return m_project; }
    /// Cause and way out, after Failed.
    [[nodiscard]] QString failure() const { return m_failure; }
    /// What the sandbox wrote to standard error, the newest lines.
    [[nodiscard]] QString log() const { return m_log; }

signals:
    void stateChanged();

private:
    void onOutput();
    void onErrorOutput();
    void onFinished(int exitCode, QProcess::ExitStatus status);
    void onError(QProcess::ProcessError error);
    void fail(const QString &reason);
    void setState(State state);

    const QString m_folder;
    QProcess m_process;
    QTimer m_patience;
    State m_state = State::Stopped;
    QByteArray m_line;
    QUrl m_apiUrl;
    Core::Secret m_token;
    QString m_project;
    QString m_failure;
    QString m_log;
};

} // namespace App
