// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QUrl>

class QMenu;
class QWidget;

namespace Widgets {
class MessageBar;
}

namespace App {
class Accounts;
class PageStack;
class SandboxProcess;
class Session;
class TokenDialog;

/// Signing in and out, as the window shows it: the token dialog, the sandbox as an account, and what has to be said when
/// a token is refused or the keychain is locked. Dialogs are children of the window.
class AccountDesk final : public QObject
{
    Q_OBJECT
public:
    /// The messages stand above pages other than the welcome page, which has its own.
    AccountDesk(Accounts &accounts, SandboxProcess &sandbox, PageStack &pages, Widgets::MessageBar &messages,
                QWidget *window);

    /// Starts the sandbox, or tells that it is open. An empty folder: the data is temporary.
    void openSandbox(const QString &dataFolder = {});
    void openTokenDialog(const QUrl &baseUrl = {});
    /// Asks for another token of an account; what is open stays open. Asks once at a time.
    void signInAgain(Session *session);
    /// Fills a menu with one entry for each account, which signs out of it.
    void fillSignOut(QMenu &menu);

signals:
    /// For the status bar.
    void happened(const QString &sentence);
    void sandboxStarting(bool starting);
    void sandboxIsOpen(App::Session *session);

private:
    void onSandbox();
    void onAdded(Session *session);
    void onRefused(Session *session);
    void onNotRestored(const QUrl &baseUrl, const QString &reason);
    [[nodiscard]] Widgets::MessageBar &messages() const;

    Accounts &m_accounts;
    SandboxProcess &m_sandbox;
    PageStack &m_pages;
    Widgets::MessageBar &m_messages;
    QWidget *const m_window;
    QPointer<TokenDialog> m_asking;
};

} // namespace App
