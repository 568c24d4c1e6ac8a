// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accountdesk.h"

#include "app/accounts.h"
#include "app/pagestack.h"
#include "app/sandboxprocess.h"
#include "app/tokendialog.h"
#include "app/welcomepage.h"
#include "core/format.h"
#include "widgets/messagebar.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::MessageBar;

AccountDesk::AccountDesk(Accounts &accounts, SandboxProcess &sandbox, PageStack &pages, MessageBar &messages,
                         QWidget *window)
    : QObject(window)
    , m_accounts(accounts)
    , m_sandbox(sandbox)
    , m_pages(pages)
    , m_messages(messages)
    , m_window(window)
{
    connect(&m_accounts, &Accounts::added, this, &AccountDesk::onAdded);
    connect(&m_accounts, &Accounts::notRestored, this, &AccountDesk::onNotRestored);
    connect(&m_accounts, &Accounts::notKept, this, [this](const Session *, const QString &reason) {
        //: Status bar; %1 is the keychain's own sentence
        emit happened(tr("The token is used for this session only: %1").arg(reason));
    });
    connect(&m_sandbox, &SandboxProcess::stateChanged, this, &AccountDesk::onSandbox);
}

MessageBar &AccountDesk::messages() const
{
    return m_pages.isWelcome() ? m_pages.welcome().messages() : m_messages;
}

void AccountDesk::openSandbox(const QString &dataFolder)
{
    for (Session *session : m_accounts.sessions()) {
        if (session->baseUrl() == m_sandbox.apiUrl())
            return emit sandboxIsOpen(session);
    }
    m_sandbox.start(dataFolder);
}

void AccountDesk::onSandbox()
{
    emit sandboxStarting(m_sandbox.state() == SandboxProcess::State::Starting);
    switch (m_sandbox.state()) {
    case SandboxProcess::State::Starting:
        //: Status bar
        emit happened(tr("Starting the sandbox…"));
        break;
    case SandboxProcess::State::Ready:
        //: Status bar
        emit happened(tr("The sandbox is ready"));
        //: Name of the account of the sandbox
        m_accounts.add({m_sandbox.apiUrl(), m_sandbox.token(), tr("Sandbox"), {}}, Accounts::Keep::ThisSession,
                       u"flask"_s);
        break;
    case SandboxProcess::State::Failed: {
        //: Message: title
        const QString title = tr("The sandbox is not running");
        emit happened(title);
        messages().setMessage(MessageBar::Kind::Error, title, m_sandbox.failure());
        //: Button that starts the sandbox again
        connect(messages().addButton(tr("Try again")), &QPushButton::clicked, this, [this] { openSandbox(); });
        break;
    }
    case SandboxProcess::State::Stopped: break;
    }
}

void AccountDesk::openTokenDialog(const QUrl &baseUrl)
{
    auto *dialog = new TokenDialog(m_accounts.network(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!baseUrl.isEmpty())
        dialog->setBaseUrl(baseUrl);
    connect(dialog, &TokenDialog::connected, this, [this](const Aiven::Account &account, bool keep) {
        m_accounts.add(account, keep ? Accounts::Keep::Always : Accounts::Keep::ThisSession);
    });
    dialog->open();
}

void AccountDesk::signInAgain(Session *session)
{
    if (m_asking)
        return;
    QWidget *const inFront = QApplication::activeModalWidget();
    auto *dialog = new TokenDialog(m_accounts.network(), inFront ? inFront : m_window);
    m_asking = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->askAgain(session->baseUrl(), session->label());
    connect(dialog, &TokenDialog::connected, session, [this, session](const Aiven::Account &account, bool keep) {
        m_accounts.renew(session, account, keep ? Accounts::Keep::Always : Accounts::Keep::ThisSession);
    });
    connect(session, &QObject::destroyed, dialog, &QDialog::reject);
    dialog->open();
}

void AccountDesk::fillSignOut(QMenu &menu)
{
    menu.clear();
    for (Session *session : m_accounts.sessions())
        menu.addAction(Core::displayText(session->label(), 100), session,
                       [this, session] { m_accounts.remove(session); });
    if (menu.isEmpty())
        //: Menu without accounts
        menu.addAction(tr("No account is open"))->setEnabled(false);
}

void AccountDesk::onAdded(Session *session)
{
    m_messages.hide();
    connect(session, &Session::tokenRefused, this, [this, session] { onRefused(session); });
    connect(session, &Session::tokenRenewed, this, [this, session] {
        m_messages.hide();
        //: Status bar; %1 is an account
        emit happened(tr("Signed in to %1 again").arg(session->label()));
    });
}

void AccountDesk::onRefused(Session *session)
{
    //: Message; %1 is the account
    messages().setMessage(
        MessageBar::Kind::Error, tr("%1 did not accept the token").arg(session->label()),
        //: Message
        tr("It may be expired, revoked, or limited to other IP addresses. What was read stays readable, what "
           "was entered stays as it is."));
    //: Button of a message: asks for another token
    connect(messages().addButton(tr("Sign in again…")), &QPushButton::clicked, session,
            [this, session] { signInAgain(session); });
    // Nobody reaches that button while a dialog is open, and closing it would lose what was entered there.
    const QWidget *const inFront = QApplication::activeModalWidget();
    if (inFront && !qobject_cast<const TokenDialog *>(inFront))
        signInAgain(session);
}

void AccountDesk::onNotRestored(const QUrl &baseUrl, const QString &reason)
{
    //: Message on the welcome page; %1 is the account's host
    const QString title = tr("The token for %1 could not be read").arg(baseUrl.host());
    const QString cause = reason.isEmpty() ? QString() : u' ' + reason;
    MessageBar &bar = m_pages.welcome().messages();
    //: Message on the welcome page; the keychain's own words may follow
    bar.setMessage(MessageBar::Kind::Warning, title,
                   tr("The system keychain is locked or has no entry. Unlock it and start again, or "
                      "use the token for this session only.") +
                       cause);
    //: Button of the message on the welcome page
    connect(bar.addButton(tr("Enter a token…")), &QPushButton::clicked, this,
            [this, baseUrl] { openTokenDialog(baseUrl); });
}

} // namespace App
