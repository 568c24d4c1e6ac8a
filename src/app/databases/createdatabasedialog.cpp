// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databases/createdatabasedialog.h"

#include "app/describe.h"
#include "core/format.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QLineEdit>
#include <QPushButton>

#include <array>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace {

constexpr int kLongestName = 40; // the API's limit

/// Aiven keeps these for integrations and for itself (reserved_replicated_database_prefixes).
bool isReserved(const QString &name)
{
    constexpr std::array prefixes{"service_"_L1, "endpoint_"_L1, "aiven"_L1};
    return std::any_of(prefixes.begin(), prefixes.end(), [&name](QLatin1StringView prefix) { return name.startsWith(prefix); });
}

} // namespace

CreateDatabaseDialog::CreateDatabaseDialog(Aiven::Client &client, QString project, QString service, const QStringList &existing,
                                           QWidget *parent)
    : Dialog(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(std::move(service))
    , m_existing(existing)
    , m_name(new QLineEdit)
    , m_help(new Text(TextRole::Help))
    , m_messages(new Widgets::MessageBar)
    //: Button of a dialog
    , m_create(Widgets::makeButton(tr("Create database"), "primary"))
{
    //: Title of a dialog; %1 is a service
    setWindowTitle(tr("Create a database in %1").arg(Core::displayText(m_service, 100)));
    setMinimumWidth(H(34));
    body().setSpacing(H(0.25));
    //: Label of a field
    auto *label = new Text(TextRole::Label, tr("Name"));
    label->setBuddy(m_name);
    body().addWidget(label);
    body().addWidget(m_name);
    body().addWidget(m_help->wrapped());
    m_help->setMinimumHeight(H(2.6)); // two lines are reserved, so that the dialog does not jump
    m_help->setAlignment(Qt::AlignTop);
    body().addWidget(m_messages);
    body().addStretch();
    addCancel();
    addPrimary(m_create);
    connect(m_create, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, &CreateDatabaseDialog::updateState);
    updateState();
    m_name->setFocus();
}

QString CreateDatabaseDialog::problem() const
{
    const QString name = m_name->text();
    if (name.trimmed() != name)
        //: What is wrong with the name of a database
        return tr("The name begins or ends with a blank.");
    if (name.size() > kLongestName)
        //: What is wrong with the name of a database; a number of characters
        return tr("The name has %1 characters; at most 40 are possible.").arg(QString::number(name.size()));
    if (isReserved(name))
        //: What is wrong with the name of a database
        return tr("Names that begin with service_, endpoint_ or aiven are kept for integrations and for Aiven itself.");
    if (m_existing.contains(name))
        //: What is wrong with the name of a database
        return tr("A database of this name exists already.");
    return {};
}

void CreateDatabaseDialog::updateState()
{
    const QString wrong = problem();
    m_name->setProperty("bad", !wrong.isEmpty());
    m_name->update();
    m_help->setInk(wrong.isEmpty() ? Widgets::Token::Dim : Widgets::Token::Error);
    //: Help below the field for a database's name
    m_help->setText(wrong.isEmpty() ? tr("For tables of your own, such as the destination of a view. Databases of integrations "
                                         "come with their integration.")
                                    : wrong);
    m_name->setReadOnly(m_busy);
    m_create->setEnabled(!m_busy && wrong.isEmpty() && !m_name->text().isEmpty());
    //: Why the button is off
    m_create->setToolTip(m_name->text().isEmpty() ? tr("Enter a name first") : wrong.toHtmlEscaped());
    //: Button of a dialog, while the request runs and before
    m_create->setText(m_busy ? tr("Creating…") : tr("Create database"));
}

void CreateDatabaseDialog::accept()
{
    if (!m_create->isEnabled())
        return;
    m_busy = true;
    m_messages->hide();
    updateState();
    m_client.createDatabase(m_project, m_service, m_name->text(), this)
        ->then([this](const Aiven::Result<Aiven::Done> &answer) { onAnswer(answer); });
}

void CreateDatabaseDialog::onAnswer(const Aiven::Result<Aiven::Done> &answer)
{
    m_busy = false;
    updateState();
    if (answer) {
        emit created(m_name->text());
        QDialog::accept();
        return;
    }
    const UserMessage message = describe(answer.error());
    m_messages->setMessage(Widgets::MessageBar::Kind::Error, message.title, (message.text + u' ' + message.nextStep).trimmed());
    m_name->setFocus();
}

} // namespace App
