// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>

/// A headgate-sandbox of its own for a test: on a free port, in a temporary folder unless told otherwise, killed with the
/// object. The program is looked for in HEADGATE_BIN, which ctest sets, then beside the tests.
class SandboxProcess
{
public:
    struct Answer
    {
        int status = 0;
        Core::Json body;
        [[nodiscard]] QString message() const { return Core::textAt(body, "message"); }
    };

    SandboxProcess();
    ~SandboxProcess();

    /// Starts it and waits for its line. False with a reason in errorOutput().
    [[nodiscard]] bool start(const QStringList &arguments = {});
    /// As the system kills it: no clean-up, no farewell.
    void killHard();
    /// Asks by SIGTERM and waits for the end.
    void terminate();

    [[nodiscard]] QUrl apiUrl() const { return m_apiUrl; }
    [[nodiscard]] QString token() const { return m_token; }
    [[nodiscard]] QString project() const { return m_project; }
    [[nodiscard]] int port() const { return m_apiUrl.port(); }
    [[nodiscard]] QProcess &process() { return m_process; }
    [[nodiscard]] QString errorOutput() const { return m_errorOutput; }

    /// One call of the API, blocking: call("GET", "/v1/me"). A null body sends none.
    Answer call(const QByteArray &method, const QByteArray &path, const Core::Json &body = {}) const;
    /// The rows of a statement that runs as avnadmin through the API.
    [[nodiscard]] Core::Json query(const QString &service, const QString &sql,
                                   const QString &database = QStringLiteral("default")) const;

    /// Where headgate-sandbox and headgate-engine are.
    [[nodiscard]] static QString programFolder();

private:
    QProcess m_process;
    QUrl m_apiUrl;
    QString m_token;
    QString m_project;
    QString m_errorOutput;
};
