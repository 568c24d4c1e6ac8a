// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandboxprocess.h"
#include "app/settings.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

class QNetworkAccessManager;

namespace App {
class Accounts;
class MainWindow;
class SecretStore;
} // namespace App

/// The console as main.cpp puts it together, but with empty settings of its own and a keychain that forgets.
class Console
{
public:
    Console();
    ~Console();
    Q_DISABLE_COPY_MOVE(Console)

    void show();
    /// The process that the window started: where a witness asks.
    [[nodiscard]] const App::SandboxProcess &sandbox() const { return m_sandbox; }

private:
    QTemporaryDir m_folder;
    QSettings m_store;
    App::Settings m_settings;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<App::SecretStore> m_keychain;
    App::SandboxProcess m_sandbox;
    std::unique_ptr<App::Accounts> m_accounts;
    std::unique_ptr<App::MainWindow> m_window;
};
