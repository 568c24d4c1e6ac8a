// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servicepage.h"

#include "app/activitylog.h"
#include "app/clipboard.h"
#include "app/connectioncard.h"
#include "app/databases/databasespage.h"
#include "app/describe.h"
#include "app/integrationssection.h"
#include "app/pageheader.h"
#include "app/servicereader.h"
#include "app/servicestate.h"
#include "app/topicssection.h"
#include "widgets/icons.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/stack.h"
#include "widgets/states.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QPushButton>

#include <algorithm>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

ServicePage::ServicePage(Place place, ActivityLog &log, QWidget *parent)
    : QWidget(parent)
    , m_place(std::move(place))
    , m_log(log)
    , m_reader(new ServiceReader(m_place, this))
    , m_header(new PageHeader(Widgets::iconNameForService(m_place.serviceType), m_place.service))
    , m_stack(new Widgets::Stack)
    , m_loading(new Widgets::LoadingState)
    , m_error(new Widgets::ErrorState)
    , m_tabs(new Widgets::Stack)
    , m_messages(new Widgets::MessageBar)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    auto *loadingPage = new QWidget;
    auto *loadingColumn = new QVBoxLayout(loadingPage);
    loadingColumn->setContentsMargins(H(1.5), H(1), H(1.5), H(1));
    loadingColumn->addWidget(m_loading);
    m_stack->addWidget(loadingPage);
    m_stack->addWidget(m_error);
    m_stack->addWidget(m_tabs);
    buildHeader();
    buildContent();
    connectReader();
    connect(m_place.session, &Session::tokenRenewed, this, &ServicePage::refresh);
    connect(&m_place.session->client().reachability(), &Aiven::Reachability::changed, this, [this](bool online) {
        if (online && (m_state == State::Failed || m_state == State::Stale))
            refresh();
    });
    refresh();
}

void ServicePage::connectReader()
{
    connect(m_reader, &ServiceReader::serviceRead, this, [this](const Aiven::Service &service) {
        m_service = service;
        showService();
    });
    connect(m_reader, &ServiceReader::rolesRead, this, [this](const QStringList &roles) {
        if (!m_integrations)
            return;
        m_integrations->setRoles(roles);
        m_databases->setBlocked(m_integrations->blocked());
        emit changed();
    });
    connect(m_reader, &ServiceReader::integrationsRead, this, [this](const QList<Aiven::Integration> &integrations) {
        m_integrations->setIntegrations(integrations);
        m_databases->setIntegrations(m_integrations->model().integrations());
    });
    connect(m_reader, &ServiceReader::databasesRead, this, [this](const QList<Aiven::Database> &databases) {
        m_integrations->setDatabases(databases);
        m_databases->setDatabases(databases);
    });
    connect(m_reader, &ServiceReader::databasesFailed, this,
            [this](const Aiven::ApiError &error) { m_databases->setError(error); });
    connect(m_reader, &ServiceReader::done, this, &ServicePage::onReadAll);
    connect(m_reader, &ServiceReader::failed, this, &ServicePage::onFailed);
    connect(m_reader, &ServiceReader::paused, m_loading, &Widgets::LoadingState::setPause);
    connect(m_error, &Widgets::ErrorState::retryRequested, this, &ServicePage::refresh);
    connect(m_loading, &Widgets::LoadingState::cancelRequested, this, [this] {
        m_reader->cancel();
        //: In place of a page whose reading was cancelled
        m_error->setError(tr("Reading was cancelled"), tr("Nothing was changed. Try again when you like."), {},
                          u"info"_s);
        setState(State::Failed);
    });
}

bool ServicePage::isClickHouse() const
{
    return m_place.serviceType == "clickhouse"_L1;
}

bool ServicePage::canSetUp() const
{
    return m_integrations && m_state == State::Ready && m_integrations->canSetUp();
}

const Aiven::Integration *ServicePage::currentIntegration() const
{
    return m_integrations ? m_integrations->current() : nullptr;
}

QList<Aiven::Integration> ServicePage::integrations() const
{
    return m_integrations ? m_integrations->model().integrations() : QList<Aiven::Integration>();
}

bool ServicePage::hasTables(const QString &integrationId) const
{
    const QList<Aiven::Integration> list = integrations();
    return std::any_of(list.begin(), list.end(), [&integrationId](const Aiven::Integration &integration) {
        return integration.id == integrationId && IntegrationModel::tableCount(integration) > 0;
    });
}

void ServicePage::refresh()
{
    if (m_state == State::Failed)
        m_state = State::Loading;
    if (m_state == State::Loading) {
        m_stack->setCurrentIndex(0);
        //: Shown while a service page is read; the seconds are added
        m_loading->start(tr("Reading %1").arg(m_place.service));
    }
    m_header->setReading();
    if (m_databases)
        m_databases->setReading();
    m_reader->read();
    if (m_topics)
        m_topics->refresh();
}

void ServicePage::onReadAll()
{
    m_loading->stop();
    m_header->setRead();
    m_messages->hide();
    setState(State::Ready);
}

void ServicePage::onFailed(const Aiven::ApiError &error)
{
    m_loading->stop();
    UserMessage message = describe(error);
    if (error.kind == Aiven::ApiError::Kind::NotFound) {
        //: Title of an error; %1 is a service
        message.title = tr("%1 does not exist any more").arg(m_place.service);
        //: Text of an error
        message.text = tr("The service was deleted, here or elsewhere.");
        message.nextStep.clear();
        emit gone();
    }
    //: Status bar; %1 is a service
    emit happened(tr("Failed: reading %1").arg(m_place.service));
    const QString text = (message.text + u' ' + message.nextStep).trimmed();
    if (m_header->readAt().toMSecsSinceEpoch() == 0) {
        const bool network =
            error.kind == Aiven::ApiError::Kind::Network || error.kind == Aiven::ApiError::Kind::Timeout;
        m_error->setError(message.title, text, message.details, network ? u"cloudoff"_s : u"error"_s);
        setState(State::Failed);
        return;
    }
    // What was read stays readable, with its age; it is never shown as if it were fresh.
    m_header->setStale();
    const QString time = m_header->readAt().toString(u"HH:mm"_s);
    //: State of a service that cannot be read now: the word and when it was so
    m_header->setState(Widgets::State::Off, tr("%1 at %2").arg(stateOf(m_service).word, time));
    m_messages->setMessage(Widgets::MessageBar::Kind::Error, message.title, text);
    //: Button that repeats what failed
    connect(m_messages->addButton(tr("Try again")), &QPushButton::clicked, this, &ServicePage::refresh);
    m_messages->addReport(message.report());
    setState(State::Stale);
}

void ServicePage::showService()
{
    const StateWord shown = stateOf(m_service);
    m_header->setState(shown.state, shown.word);
    QStringList facts;
    facts << (productName(m_service.type) + u' ' + m_service.version).trimmed() << m_service.plan;
    facts << QStringLiteral("%1 · %2").arg(m_place.project, m_service.cloud);
    if (m_service.nodeCount > 0)
        //: Facts of a service
        facts << tr("%n node(s)", nullptr, m_service.nodeCount);
    facts.removeAll(QString());
    m_header->setFacts(facts);
    m_connection->setService(m_service);
    if (m_openSql)
        m_openSql->setEnabled(m_service.isUsable());
    if (m_integrations) {
        m_integrations->setService(m_service);
        m_databases->setBlocked(m_integrations->blocked());
    }
}

void ServicePage::copyPassword()
{
    m_place.session->client()
        .getService(m_place.project, m_place.service, Aiven::Secrets::Include, this)
        ->then([this](const Aiven::Result<Aiven::Service> &answer) {
            const Aiven::ServiceUser *user = answer ? answer->mainUser() : nullptr;
            if (!user || user->password.isEmpty()) {
                //: Status bar
                emit happened(answer ? tr("The service did not tell a password") : describe(answer.error()).title);
                return;
            }
            copySecret(user->password);
            //: Status bar
            emit happened(tr("Password copied; the clipboard forgets it after 30 s"));
        });
}

void ServicePage::showDatabases()
{
    if (m_databases)
        m_header->tabs().setCurrentIndex(1);
}

void ServicePage::disconnectCurrent()
{
    if (const Aiven::Integration *integration = currentIntegration())
        m_integrations->disconnectIntegration(integration->id);
}

void ServicePage::copyCurrentId()
{
    const Aiven::Integration *integration = currentIntegration();
    if (!integration)
        return;
    copyText(integration->id);
    //: Status bar; %1 is the id
    emit happened(tr("Integration id %1 copied").arg(integration->id));
}

void ServicePage::setState(State state)
{
    m_state = state;
    m_stack->setCurrentIndex(state == State::Loading ? 0 : state == State::Failed ? 1 : 2);
    emit changed();
}

} // namespace App
