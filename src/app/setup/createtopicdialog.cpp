// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/createtopicdialog.h"

#include "app/describe.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace App {

namespace {

constexpr qlonglong hour = 3'600'000; // milliseconds

} // namespace

QString topicNameProblem(const QString &name)
{
    static const QRegularExpression allowed(u"^[-_.A-Za-z0-9]*\\z"_s);
    if (!allowed.match(name).hasMatch())
        //: error below the field for a topic's name
        return CreateTopicDialog::tr("Letters A to Z, digits, and - _ . only.");
    if (name == "."_L1 || name == ".."_L1)
        //: error below the field for a topic's name
        return CreateTopicDialog::tr("A topic cannot be named . or ..");
    if (name.size() > 249)
        //: error below the field for a topic's name
        return CreateTopicDialog::tr("At most 249 characters.");
    return {};
}

CreateTopicDialog::CreateTopicDialog(Aiven::Client &client, const QString &project, const QString &service,
                                     QWidget *parent)
    : Dialog(parent)
    , m_client(client)
    , m_project(project)
    , m_service(service)
    , m_bar(new Widgets::MessageBar)
    , m_name(new QLineEdit)
    , m_help(new Text(TextRole::Help))
    , m_partitions(new QSpinBox)
    , m_replication(new QSpinBox)
    , m_retention(new QComboBox)
    , m_create(Widgets::makeButton({}, "primary"))
{
    //: title of a dialog; %1 is the name of a service
    setWindowTitle(tr("Create topic – %1").arg(service));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_name, &QLineEdit::textChanged, this, &CreateTopicDialog::updateState);
    connect(m_create, &QPushButton::clicked, this, &QDialog::accept);
    m_name->setFocus();
    updateState();
}

void CreateTopicDialog::build()
{
    body().setSpacing(H(0.25));
    body().addWidget(m_bar);

    const auto addField = [this](const QString &caption, QWidget *field) {
        auto *label = new Text(TextRole::Label, caption);
        label->setBuddy(field);
        body().addWidget(label);
        body().addWidget(field);
    };
    //: label of a field
    addField(tr("Name"), m_name);
    m_name->setMinimumWidth(H(24));
    m_name->setMaxLength(1'000);
    body().addWidget(m_help);
    body().addSpacing(H(0.5));
    m_partitions->setRange(1, 1'000'000);
    //: label of a field: the number of parts of a Kafka topic
    addField(tr("Partitions"), m_partitions);
    body().addWidget(new Text(TextRole::Help, tr("Messages are spread over them. One is enough to try things out.")));
    body().addSpacing(H(0.5));
    m_replication->setRange(0, 32); // the API's most
    //: choice: how many copies of a Kafka topic; left to the service
    m_replication->setSpecialValueText(tr("as the service does"));
    //: label of a field: the number of copies of a Kafka topic
    addField(tr("Replication"), m_replication);
    body().addWidget(new Text(TextRole::Help,
                               tr("Copies on different nodes, at most as many as the service has. Two or more survive the "
                                  "loss of a node.")));
    body().addSpacing(H(0.5));
    //: label of a field: how long a Kafka topic keeps messages
    addField(tr("Keep messages"), m_retention);
    //: choices: how long a Kafka topic keeps messages; the first leaves it to the service
    m_retention->addItem(tr("as the service does"));
    m_retention->addItem(tr("1 hour"), hour);
    m_retention->addItem(tr("1 day"), 24 * hour);
    //: choices: how long a Kafka topic keeps messages
    m_retention->addItem(tr("7 days"), 7 * 24 * hour);
    m_retention->addItem(tr("30 days"), 30 * 24 * hour);
    //: choices: how long a Kafka topic keeps messages
    m_retention->addItem(tr("without limit"), -1LL);
    body().addStretch();
    addCancel();
    addPrimary(m_create);
}

void CreateTopicDialog::accept()
{
    const QString name = m_name->text();
    if (m_sending || name.isEmpty() || !topicNameProblem(name).isEmpty())
        return;
    m_sending = true;
    m_bar->hide();
    updateState();
    Aiven::NewTopic wanted;
    wanted.name = name;
    wanted.partitions = m_partitions->value();
    if (m_replication->value() > 0)
        wanted.replication = m_replication->value();
    if (const QVariant retention = m_retention->currentData(); retention.isValid())
        wanted.retentionMs = retention.toLongLong();
    m_client.createTopic(m_project, m_service, wanted, this)->then([this, name](Aiven::Result<Aiven::Done> result) {
        m_sending = false;
        updateState();
        if (!result) {
            const UserMessage message = describe(result.error());
            m_bar->setMessage(Widgets::MessageBar::Kind::Error, message.title, message.text + u' ' + message.nextStep);
            return;
        }
        emit created(name);
        QDialog::accept();
    });
}

void CreateTopicDialog::updateState()
{
    const QString problem = topicNameProblem(m_name->text());
    m_name->setProperty("bad", !problem.isEmpty());
    m_name->update();
    m_help->setInk(problem.isEmpty() ? Widgets::Token::Dim : Widgets::Token::Error);
    //: help below the field for a topic's name
    m_help->setText(problem.isEmpty() ? tr("1 to 249 letters, digits, and - _ .") : problem);
    const bool ready = problem.isEmpty() && !m_name->text().isEmpty();
    m_name->setEnabled(!m_sending);
    m_partitions->setEnabled(!m_sending);
    m_create->setEnabled(ready && !m_sending);
    //: button; and while the request runs
    m_create->setText(m_sending ? tr("Creating…") : tr("Create topic"));
    m_create->setToolTip(m_name->text().isEmpty() ? tr("Enter a name first.") : problem);
}

} // namespace App
