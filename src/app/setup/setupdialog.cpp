// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setupdialog.h"

#include "app/describe.h"
#include "app/setup/commanddialog.h"
#include "app/setup/createtopicdialog.h"
#include "app/setup/kafkasetuppage.h"
#include "app/setup/kindlist.h"
#include "app/setup/setupprogresspage.h"
#include "recipes/recipes.h"
#include "widgets/card.h"
#include "widgets/metrics.h"
#include "widgets/states.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;
using Widgets::H;

namespace App {

namespace {

using State = Workflow::EnableIntegration::State;

QWidget *padded(QWidget *content)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(H(1.25), H(1), H(1.25), H(1.25));
    column->addWidget(content);
    return page;
}

bool isOffline(const Aiven::ApiError &error)
{
    return error.kind == Aiven::ApiError::Kind::Network || error.kind == Aiven::ApiError::Kind::Timeout;
}

} // namespace

SetUpDialog::SetUpDialog(Aiven::Client &client, const QString &project, const QString &service, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_reader(client, project, service)
    , m_tick(new QTimer(this))
    , m_kinds(new KindList)
    , m_stack(new QStackedWidget)
    , m_loading(new Widgets::LoadingState)
    , m_error(new Widgets::ErrorState)
    , m_kafka(new KafkaSetUpPage(client))
    , m_progress(new SetUpProgressPage)
    //: quiet button: copies the command that does the same
    , m_copy(Widgets::makeButton(tr("Copy as avn"), u"copy"_s, "quiet"))
    , m_note(new Widgets::Text(Widgets::TextRole::Small))
    , m_close(Widgets::makeButton(QString()))
    //: primary button; the guide's word
    , m_enable(Widgets::makeButton(tr("Enable"), "primary"))
    //: primary button at the end: on to the table editor
    , m_define(Widgets::makeButton(tr("Define tables"), "primary"))
{
    //: title of the dialog, the guide's words; %1 is the name of a service
    setWindowTitle(tr("Set up integration – %1").arg(service));
    build();
    m_tick->setInterval(1'000);
    connect(m_tick, &QTimer::timeout, this, &SetUpDialog::onWorkflow);
    connect(&m_reader, &FactsReader::stateChanged, this, &SetUpDialog::onFacts);
    connect(m_kafka, &KafkaSetUpPage::changed, this, &SetUpDialog::updateState);
    connect(m_kafka, &KafkaSetUpPage::createTopicRequested, this, &SetUpDialog::onCreateTopic);
    connect(m_kafka, &KafkaSetUpPage::createServiceRequested, this, [this] { showCommand(Command::Service); });
    connect(m_kafka, &KafkaSetUpPage::createEndpointRequested, this, [this] { showCommand(Command::Endpoint); });
    connect(m_kinds, &KindList::currentChanged, this, &SetUpDialog::updateState);
    connect(m_error, &Widgets::ErrorState::retryRequested, &m_reader, &FactsReader::read);
    connect(m_loading, &Widgets::LoadingState::cancelRequested, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &SetUpDialog::copyAsAvn);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_enable, &QPushButton::clicked, this, &SetUpDialog::enable);
    connect(m_define, &QPushButton::clicked, this, [this] {
        emit defineTables(m_workflow->integration().id);
        accept();
    });
    m_reader.read();
}

SetUpDialog::~SetUpDialog() = default;

void SetUpDialog::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_kinds->setFixedWidth(H(16.3));
    row->addWidget(m_kinds);
    row->addWidget(new Widgets::Hairline(Qt::Vertical));
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    m_stack->addWidget(padded(m_loading));
    m_stack->addWidget(padded(m_error));
    m_stack->addWidget(m_kafka);
    m_stack->addWidget(m_progress);
    row->addWidget(m_stack, 1);
    outer->addLayout(row, 1);
    outer->addWidget(new Widgets::Hairline);
    outer->addWidget(buildFooter());
    resize(H(61), H(40));
}

QWidget *SetUpDialog::buildFooter()
{
    auto *footer = new QWidget;
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(H(1.25), H(0.75), H(1.25), H(0.75));
    row->setSpacing(H(0.5));
    row->addWidget(m_copy);
    row->addStretch();
    row->addWidget(m_note);
    for (QPushButton *button : {m_close, m_enable, m_define})
        row->addWidget(button);
    return footer;
}

void SetUpDialog::onFacts()
{
    if (m_reader.state() == FactsReader::State::Reading) {
        //: while the dialog reads; the seconds are added
        m_loading->start(tr("Reading services and integration types"));
    } else {
        m_loading->stop();
    }
    if (m_reader.state() == FactsReader::State::Failed) {
        const UserMessage message = describe(m_reader.error());
        m_error->setError(message.title, message.text + u' ' + message.nextStep, message.details,
                          isOffline(m_reader.error()) ? u"cloudoff"_s : u"error"_s);
    }
    if (m_reader.state() == FactsReader::State::Ready) {
        m_kinds->setKinds(kindsOf(m_reader.facts()));
        m_kafka->setFacts(m_reader.facts());
        m_kinds->focusList();
    }
    updateState();
}

void SetUpDialog::enable()
{
    // N-44: the button is off while a request runs, and the workflow itself starts only once.
    if (isRunning() || isActive() || m_kafka->currentSource().isEmpty())
        return;
    m_kafka->clearError();
    Aiven::NewIntegration wanted;
    wanted.type = u"clickhouse_kafka"_s;
    wanted.sourceService = m_kafka->currentSource();
    wanted.destService = m_reader.facts().serviceName;
    // Another attempt at the same thing goes on with the same workflow: it knows what may have happened before.
    if (!m_workflow || m_workflow->wanted().sourceService != wanted.sourceService) {
        delete m_workflow;
        m_workflow = new Workflow::EnableIntegration(m_client, m_reader.facts().project, wanted, this);
        connect(m_workflow, &Workflow::EnableIntegration::stateChanged, this, &SetUpDialog::onWorkflow);
    }
    m_tick->start();
    m_workflow->start();
}

void SetUpDialog::onWorkflow()
{
    m_progress->show(*m_workflow);
    if (!isRunning())
        m_tick->stop();
    const bool failed = m_workflow->state() == State::Failed;
    if (failed)
        m_kafka->showError(describe(m_workflow->failure()));
    updateState();
    if (failed)
        m_enable->setFocus(); // switched off, it lost the focus
    emit progressChanged(progressLine(*m_workflow));
    if (isActive()) {
        emit enabled(m_workflow->integration().id);
        m_define->setFocus();
    }
    if (!isRunning() && isHidden())
        deleteLater(); // it was closed while the work went on
}

void SetUpDialog::done(int result)
{
    QDialog::done(result);
    if (!isRunning())
        deleteLater();
}

void SetUpDialog::onCreateTopic(const QString &service)
{
    auto *dialog = new CreateTopicDialog(m_client, m_reader.facts().project, service, this);
    connect(dialog, &CreateTopicDialog::created, m_kafka, &KafkaSetUpPage::readTopicsAgain);
    dialog->open();
}

void SetUpDialog::showCommand(Command command)
{
    const SetUpFacts &facts = m_reader.facts();
    const QString cloud = facts.service ? facts.service->cloud : u"google-europe-west1"_s;
    const bool service = command == Command::Service;
    auto *dialog = new CommandDialog(
        //: titles of dialogs; the guide's words
        service ? tr("Create Apache Kafka service") : tr("Add external Apache Kafka endpoint"),
        service
            //: text above the command
            ? tr("This version of Headgate does not order services, because they cost money. Run this command, with a "
                 "name and a plan of your choice; when the service runs, it appears here.")
            //: text above the command
            : tr("This version of Headgate does not add endpoints. Run this command with the addresses of your "
                 "cluster."),
        service ? avnCreateKafka(facts.project, cloud) : avnCreateEndpoint(facts.project), this);
    connect(dialog, &QDialog::finished, &m_reader, &FactsReader::read);
    dialog->open();
}

void SetUpDialog::copyAsAvn()
{
    Recipes::Target target;
    target.project = m_reader.facts().project;
    target.service = m_reader.facts().serviceName;
    target.sourceService = m_kafka->currentSource();
    target.apiUrl = m_client.account().baseUrl;
    QApplication::clipboard()->setText(Recipes::avnCreate(target).trimmed());
    //: beside the buttons, after Copy as avn
    m_note->setText(tr("Command copied"));
}

bool SetUpDialog::isRunning() const
{
    return m_workflow && m_workflow->isRunning();
}

bool SetUpDialog::isActive() const
{
    return m_workflow && m_workflow->state() == State::Active;
}

void SetUpDialog::updateState()
{
    const FactsReader::State facts = m_reader.state();
    const bool choosing = facts == FactsReader::State::Ready && !isRunning() && !isActive();
    if (isRunning() || isActive())
        m_stack->setCurrentWidget(m_progress);
    else if (facts == FactsReader::State::Ready)
        m_stack->setCurrentWidget(m_kafka);
    else
        m_stack->setCurrentIndex(facts == FactsReader::State::Failed ? 1 : 0);

    const QString source = m_kafka->currentSource();
    const QString obstacle = m_kafka->obstacle();
    m_kinds->setEnabled(choosing);
    m_copy->setVisible(!isActive());
    m_copy->setEnabled(choosing && !source.isEmpty());
    m_enable->setVisible(!isActive());
    m_enable->setEnabled(choosing && !source.isEmpty() && obstacle.isEmpty());
    m_enable->setToolTip(!obstacle.isEmpty() ? obstacle.toHtmlEscaped()
                         //: tooltip of Enable while it is off
                         : source.isEmpty() ? tr("Choose a source first.")
                                            : QString());
    m_enable->setDefault(!isActive());
    m_define->setVisible(isActive());
    m_define->setDefault(isActive());
    m_close->setVisible(facts != FactsReader::State::Reading); // that page has its own
    //: buttons of the dialog: before the request is sent, and after
    m_close->setText(choosing || facts != FactsReader::State::Ready ? tr("Cancel") : tr("Close"));
    //: beside Enable; %1 is the name of a database
    m_note->setText(choosing && !source.isEmpty() ? tr("Creates %1").arg(m_kafka->databaseName()) : QString());
}

} // namespace App
