// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/integrationssection.h"

#include "app/describe.h"
#include "app/disconnecting.h"
#include "app/integration/settingsdialog.h"
#include "app/integrationstable.h"
#include "app/setup/credentialsdialog.h"
#include "app/setup/sources.h"
#include "app/wholetext.h"
#include "core/format.h"
#include "widgets/card.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/sectionheading.h"
#include "widgets/states.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QSet>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

namespace {

/// How many services and endpoints could be a source of this one. A source is a candidate of several types at once, and
/// the service itself is one of what takes its logs and metrics.
int sourceCount(const QList<Aiven::Integration> &all, const QString &service)
{
    QSet<QString> names;
    for (const Aiven::Integration &integration : all) {
        if (integration.isCandidate() && integration.dest.service == service && !integration.source.name().isEmpty())
            names.insert(integration.source.name());
    }
    return int(names.size());
}

} // namespace

IntegrationsSection::IntegrationsSection(Aiven::Client &client, QString project, QString service, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(std::move(service))
    , m_model(m_service)
    //: Heading, the guide's words
    , m_heading(new Widgets::SectionHeading(tr("Service integrations")))
    //: Button, the guide's words
    , m_setUp(Widgets::makeButton(tr("Set up integration"), u"plus"_s, "primary"))
    , m_reason(new Text(TextRole::Help))
    , m_messages(new Widgets::MessageBar)
    , m_card(new Widgets::Card)
    , m_table(new IntegrationsTable(m_model, *m_card))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(H(0.5));
    m_heading->addAction(m_setUp);
    m_column->addWidget(m_heading);
    m_reason->wrapped();
    m_reason->hide();
    m_column->addWidget(m_reason);
    m_column->addWidget(m_messages);
    auto *inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(H(0.1), 3, H(0.1), 3); // or the table would cover the rounded corners
    inside->addWidget(m_table);
    m_column->addWidget(m_card);
    m_card->hide();
    connect(m_setUp, &QPushButton::clicked, this, &IntegrationsSection::setUpRequested);
    connect(m_table, &IntegrationsTable::editTablesRequested, this, &IntegrationsSection::editTablesRequested);
    connect(m_table, &IntegrationsTable::currentIntegrationChanged, this,
            &IntegrationsSection::currentIntegrationChanged);
    connect(m_table, &IntegrationsTable::disconnectRequested, this, &IntegrationsSection::disconnectIntegration);
    connect(m_table, &IntegrationsTable::settingsRequested, this, &IntegrationsSection::editSettings);
    connect(m_table, &IntegrationsTable::errorRequested, this, &IntegrationsSection::showErrors);
    connect(m_table, &IntegrationsTable::credentialsRequested, this, &IntegrationsSection::showCredentials);
    connect(m_table, &IntegrationsTable::idCopied, this, [this](const QString &id) {
        //: Status bar; %1 is the id
        emit happened(tr("Integration id %1 copied").arg(id));
    });
}

void IntegrationsSection::setService(const Aiven::Service &service)
{
    m_facts.service = service;
    showBlocked();
}

void IntegrationsSection::setRoles(const QStringList &roles)
{
    m_facts.roles = roles;
    showBlocked();
    if (m_empty)
        setIntegrations(m_all); // what it offers depends on it
}

void IntegrationsSection::showBlocked()
{
    if (!m_facts.service)
        return;
    const QString problem = serviceProblem(m_facts);
    m_blocked = problem.isEmpty() ? permissionProblem(m_facts) : problem;
    m_setUp->setEnabled(m_blocked.isEmpty());
    m_setUp->setToolTip(m_blocked);
    m_reason->setText(m_blocked);
    m_reason->setVisible(!m_blocked.isEmpty());
}

void IntegrationsSection::setIntegrations(const QList<Aiven::Integration> &all)
{
    m_all = all;
    m_model.setIntegrations(all);
    const int enabled = m_model.rowCount();
    m_heading->setCount(enabled);
    //: Below the heading "Service integrations"
    m_heading->setSentence(enabled == 0 ? QString()
                                        : tr("Data that other services and external sources let into this one, and "
                                             "logs and metrics that it sends out."));
    m_card->setVisible(enabled > 0);
    delete m_empty;
    // In the empty state the button stands in the middle of the page, and there is one primary button per view.
    m_setUp->setVisible(enabled > 0 || !m_blocked.isEmpty());
    if (enabled == 0)
        buildEmptyState(sourceCount(all, m_service));
}

void IntegrationsSection::buildEmptyState(int sources)
{
    //: Empty page of integrations
    QString text = tr("Connect a Kafka topic or a PostgreSQL database, and query it here as if it were a table.");
    if (m_blocked.isEmpty() && sources > 0)
        //: Empty page of integrations: how many services of the project could be connected
        text += u' ' + tr("There are %n possible source(s) in this project.", nullptr, sources);
    //: Empty page of integrations
    m_empty = new Widgets::EmptyState(u"flow"_s, tr("No integrations yet"), text);
    m_empty->setMinimumHeight(H(18));
    if (m_blocked.isEmpty()) {
        QPushButton *button = m_empty->addButton(m_setUp->text(), "primary", u"plus"_s);
        connect(button, &QPushButton::clicked, this, &IntegrationsSection::setUpRequested);
    }
    m_column->addWidget(m_empty);
}

const Aiven::Integration *IntegrationsSection::current() const
{
    return m_table->current();
}

const Aiven::Integration *IntegrationsSection::find(const QString &integrationId) const
{
    for (const Aiven::Integration &integration : m_model.integrations()) {
        if (integration.id == integrationId)
            return &integration;
    }
    return nullptr;
}

void IntegrationsSection::showCredentials(const QString &integrationId)
{
    const Aiven::Integration *integration = find(integrationId);
    if (!integration)
        return;
    auto *dialog = new CredentialsDialog(m_client, m_project, m_service, *integration, this);
    connect(dialog, &CredentialsDialog::queryRequested, this, &IntegrationsSection::queryRequested);
    dialog->open();
}

SettingsDialog *IntegrationsSection::openSettings(const QString &integrationId)
{
    const Aiven::Integration *integration = find(integrationId);
    if (!integration)
        return nullptr;
    const QString name =
        integration->source.service == m_service ? integration->dest.name() : integration->source.name();
    auto *dialog = new SettingsDialog(m_client, {m_project, m_service, integrationId, name}, m_model.databases(), this);
    connect(dialog, &SettingsDialog::applied, this, [this, name] { emit settingsApplied(name); });
    dialog->open();
    return dialog;
}

void IntegrationsSection::editSettings(const QString &integrationId)
{
    (void)openSettings(integrationId);
}

void IntegrationsSection::addDatabase(const QString &integrationId)
{
    if (SettingsDialog *dialog = openSettings(integrationId))
        dialog->addDatabase();
}

void IntegrationsSection::removeDatabase(const QString &integrationId, const QString &database)
{
    if (SettingsDialog *dialog = openSettings(integrationId))
        dialog->removeDatabase(database);
}

void IntegrationsSection::showErrors(const QString &integrationId)
{
    const Aiven::Integration *integration = find(integrationId);
    if (!integration)
        return;
    const QString name =
        integration->source.service == m_service ? integration->dest.name() : integration->source.name();
    //: Message bar; %1 is the other service
    m_messages->setMessage(
        Widgets::MessageBar::Kind::Error, tr("%1 reports an error").arg(Core::displayText(name, 100)),
        (Core::displayText(integration->status.errors.join(u' '), wholeText) + u' ' + likelyCause(*integration))
            .trimmed());
}

/// What the API thinks of the cause, as a sentence with the next step.
QString IntegrationsSection::likelyCause(const Aiven::Integration &integration) const
{
    const QString &cause = integration.status.likelyCause;
    if (cause == "source"_L1)
        //: After the errors of an integration; %1 is the source service or endpoint
        return tr("Likely cause: the source. Look whether %1 is running and can be reached.")
            .arg(Core::displayText(integration.source.name(), 100));
    if (cause == "destination"_L1)
        //: After the errors of an integration; %1 is the destination service or endpoint
        return tr("Likely cause: the destination. Look whether %1 is running and can be reached.")
            .arg(Core::displayText(integration.dest.name(), 100));
    if (cause == "integration"_L1)
        //: After the errors of an integration
        return tr("Likely cause: the integration's own configuration. Look at its tables and settings.");
    return {};
}

void IntegrationsSection::disconnectIntegration(const QString &integrationId)
{
    const Aiven::Integration *found = find(integrationId);
    if (!found)
        return;
    auto *dialog = new EraseDialog(disconnecting(*found, m_service, m_model.databases()), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, integration = *found] { remove(integration); });
    dialog->open();
}

void IntegrationsSection::remove(const Aiven::Integration &integration)
{
    const QString name = integration.source.service == m_service ? integration.dest.name() : integration.source.name();
    //: Status bar; %1 is the other service
    emit happened(tr("Disconnecting %1…").arg(name));
    m_client.deleteIntegration(m_project, integration.id, this)
        ->then([this, name](const Aiven::Result<Aiven::Done> &done) {
            if (done || done.error().kind == Aiven::ApiError::Kind::NotFound) { // gone is gone
                emit disconnected(name);
                return;
            }
            const UserMessage message = describe(done.error());
            m_messages->setMessage(Widgets::MessageBar::Kind::Error, message.title,
                                   message.text + u' ' + message.nextStep);
            //: Status bar; %1 is the other service
            emit happened(tr("Failed: disconnecting %1").arg(name));
        });
}

} // namespace App
