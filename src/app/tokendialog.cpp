// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokendialog.h"

#include "app/describe.h"
#include "core/format.h"
#include "core/webaddress.h"
#include "widgets/metrics.h"
#include "widgets/statelabel.h"
#include "widgets/text.h"
#include "widgets/wordsdialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

using Widgets::Text;
using Widgets::TextRole;

namespace {

QString roleSentence(const Aiven::User &user)
{
    QStringList parts;
    for (auto role = user.roles.cbegin(); role != user.roles.cend() && parts.size() < 4; ++role)
        parts << QStringLiteral("%1 (%2)").arg(role.key(), role.value().join(u", "_s));
    if (parts.isEmpty())
        //: Token dialog: the token works, its rights are not listed
        return TokenDialog::tr("The token is valid. What it may do shows when you open a project.");
    const QString list = parts.join(u" · "_s);
    //: Token dialog: what the token may do; %1 is a list "project (role) · project (role)"
    return TokenDialog::tr("It may work in: %1").arg(Core::displayText(list, 300));
}

} // namespace

TokenDialog::TokenDialog(QNetworkAccessManager &network, QWidget *parent) : Dialog(parent), m_network(network)
{
    //: Title of a dialog
    setWindowTitle(tr("Connect with an Aiven token"));
    setMinimumWidth(H(38));
    body().setSpacing(H(0.25));
    addFields();
    addResult();
    addCancel();
    //: Button of the token dialog
    m_connect = Widgets::makeButton(tr("Connect"), "primary");
    addPrimary(m_connect);
    connect(m_connect, &QPushButton::clicked, this, &TokenDialog::submit);
    m_pause.setSingleShot(true);
    m_pause.setInterval(500); // a pasted token is checked at once, a typed one not at each key
    connect(&m_pause, &QTimer::timeout, this, &TokenDialog::check);
    setState(State::Empty, {});
    m_token->setFocus();
}

TokenDialog::~TokenDialog() = default;

void TokenDialog::addFields()
{
    //: Label of a field: the address of the API
    auto *urlLabel = new Text(TextRole::Label, tr("API address"));
    m_url = new QLineEdit(u"https://api.aiven.io"_s);
    urlLabel->setBuddy(m_url);
    //: Label of a field
    auto *tokenLabel = new Text(TextRole::Label, tr("Token"));
    m_token = new QLineEdit;
    m_token->setEchoMode(QLineEdit::Password);
    tokenLabel->setBuddy(m_token);
    body().addWidget(tokenLabel);
    body().addWidget(m_token);
    //: Help below the token field
    body().addWidget(
        (new Text(TextRole::Help, tr("Create a token in the Aiven Console: User information > Tokens > Generate "
                                     "token. Aiven shows it once.")))
            ->wrapped());
    body().addSpacing(H(0.75));
    body().addWidget(urlLabel);
    body().addWidget(m_url);
    //: Help below the address field
    body().addWidget(
        (new Text(TextRole::Help, tr("Aiven's own address, or any server that speaks the same API.")))->wrapped());
    body().addSpacing(H(0.75));
    //: Tick: where the token is kept
    m_keep = new QCheckBox(tr("Keep the token in the system keychain"));
    m_keep->setChecked(true);
    body().addWidget(m_keep);
    //: Help below the tick
    body().addWidget(
        (new Text(TextRole::Help, tr("Without it the token is used for this session only and forgotten when you "
                                     "leave.")))
            ->wrapped());
    connect(m_token, &QLineEdit::textChanged, this, &TokenDialog::onEdited);
    connect(m_url, &QLineEdit::textChanged, this, &TokenDialog::onEdited);
}

void TokenDialog::addResult()
{
    body().addSpacing(H(0.75));
    m_result = new Widgets::StateLabel;
    m_result->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_detail = new Text(TextRole::Help);
    m_detail->wrapped()->selectable();
    m_detail->setMinimumHeight(H(3.2)); // two lines are reserved, so that the dialog does not jump
    m_detail->setAlignment(Qt::AlignTop);
    body().addWidget(m_result);
    body().addWidget(m_detail);
    body().addStretch();
}

void TokenDialog::setBaseUrl(const QUrl &url)
{
    m_url->setText(url.toString());
}

void TokenDialog::askAgain(const QUrl &url, const QString &label)
{
    //: Title of a dialog; %1 is an account
    setWindowTitle(tr("Sign in to %1 again").arg(Core::displayText(label, 100)));
    setBaseUrl(url);
    m_url->setReadOnly(true);
}

QUrl TokenDialog::baseUrl() const
{
    return QUrl(m_url->text().trimmed().remove(QRegularExpression(u"/+$"_s)));
}

void TokenDialog::onEdited()
{
    m_check.reset();
    m_client.reset();
    m_submitWhenAccepted = false;
    if (m_token->text().trimmed().isEmpty())
        return setState(State::Empty, {});
    if (Core::addressProblem(baseUrl()) != Core::AddressProblem::None)
        //: Token dialog: what is wrong with the address
        return setState(State::BadAddress, tr("This address cannot be used"),
                        tr("It needs https, and no user name or password in it. http is accepted for 127.0.0.1 only."));
    //: Token dialog: state while the token is checked
    setState(State::Waiting, tr("Checking…"));
    m_pause.start();
}

void TokenDialog::check()
{
    m_client = std::make_unique<Aiven::Client>(
        m_network, Aiven::Account{baseUrl(), Core::Secret(m_token->text().trimmed()), Core::hostAndPort(baseUrl())});
    m_check = std::make_unique<QObject>();
    setState(State::Checking, tr("Checking…"));
    m_client->currentUser(m_check.get())->then([this](const Aiven::Result<Aiven::User> &answer) { onAnswer(answer); });
}

void TokenDialog::onAnswer(const Aiven::Result<Aiven::User> &answer)
{
    if (!answer) {
        const UserMessage message = describe(answer.error());
        return setState(State::Refused, message.title, Widgets::shortened(message.body()));
    }
    m_user = answer->name;
    const QString name =
        answer->realName.isEmpty() ? answer->name : QStringLiteral("%1, %2").arg(answer->realName, answer->name);
    //: Token dialog: the token was accepted; %1 is the user
    setState(State::Accepted, tr("Signed in as %1").arg(Core::displayText(name, 100)), roleSentence(*answer));
    if (m_submitWhenAccepted)
        submit();
}

void TokenDialog::setState(State state, const QString &word, const QString &detail)
{
    m_state = state;
    const bool working = state == State::Waiting || state == State::Checking;
    const bool failed = state == State::Refused || state == State::BadAddress;
    m_result->setVisible(!word.isEmpty());
    m_result->setState(working ? Widgets::State::Working : failed ? Widgets::State::Failed : Widgets::State::Ok, word);
    m_detail->setText(detail);
    m_detail->setTextInteractionFlags(detail.isEmpty() ? Qt::NoTextInteraction : Qt::TextSelectableByMouse);
    m_connect->setEnabled(working || state == State::Accepted);
    //: Why the button is off
    m_connect->setToolTip(m_connect->isEnabled() ? QString() : tr("It needs a token that was accepted"));
    m_url->setProperty("bad", state == State::BadAddress);
    m_token->setProperty("bad", state == State::Refused);
    m_url->update();
    m_token->update();
}

void TokenDialog::submit()
{
    if (m_state == State::Waiting)
        check();
    if (m_state != State::Accepted) {
        m_submitWhenAccepted = m_state == State::Checking; // Return right after pasting: wait for the answer
        return;
    }
    Aiven::Account account = m_client->account();
    account.user = m_user;
    emit connected(account, m_keep->isChecked());
    accept();
}

} // namespace App
