// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setupdialog.h"

#include "app/describe.h"
#include "app/help/helpwindow.h"
#include "app/setup/credentialspanel.h"
#include "app/setup/kindlist.h"
#include "app/setup/setuppage.h"
#include "app/setup/setupprogresspage.h"
#include "app/setup/setupwords.h"
#include "app/waitnotice.h"
#include "recipes/recipes.h"
#include "widgets/card.h"
#include "widgets/metrics.h"
#include "widgets/scrolled.h"
#include "widgets/states.h"
#include "widgets/text.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;
using Widgets::H;

namespace App {

namespace {

enum Page { LoadingPage, ErrorPage, ChoicePage, EndPage };

} // namespace

SetUpDialog::SetUpDialog(Aiven::Client &client, const QString &project, const QString &service, QWidget *parent)
    : Dialog(parent, Body::Edgeless)
    , m_client(client)
    , m_reader(client, project, service)
    , m_kinds(new KindList)
    , m_stack(new QStackedWidget)
    , m_loading(new Widgets::LoadingState)
    , m_error(new Widgets::ErrorState)
    , m_page(new SetUpPage(client))
    , m_progress(new SetUpProgressPage)
    , m_credentials(new CredentialsPanel(client, project, service))
    //: quiet button: opens the help
    , m_help(Widgets::makeButton(tr("Help"), "quiet"))
    //: quiet button: copies the command that does the same
    , m_copy(Widgets::makeButton(tr("Copy as avn"), u"copy"_s, "quiet"))
    , m_note(new Widgets::Text(Widgets::TextRole::Small))
    , m_waits(new WaitNotice)
    //: primary button; the guide's word
    , m_enable(Widgets::makeButton(tr("Enable"), "primary"))
    , m_next(Widgets::makeButton(QString(), "primary"))
{
    //: title of the dialog, the guide's words; %1 is the name of a service
    setWindowTitle(tr("Set up integration – %1").arg(service));
    build();
    m_tick.setInterval(1'000);
    m_again.setInterval(m_client.timing().poll);
    m_again.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &SetUpDialog::onWorkflow);
    connect(&m_again, &QTimer::timeout, &m_reader, &FactsReader::read);
    connect(&m_reader, &FactsReader::stateChanged, this, &SetUpDialog::onFacts);
    connect(m_kinds, &KindList::currentChanged, this, [this] {
        if (const Kind *const kind = m_kinds->currentKind())
            m_page->setKind(*kind);
        updateState();
    });
    connect(m_error, &Widgets::ErrorState::retryRequested, &m_reader, &FactsReader::read);
    connect(m_loading, &Widgets::LoadingState::cancelRequested, this, &QDialog::reject);
    connect(m_help, &QPushButton::clicked, this, &SetUpDialog::showHelp);
    connect(m_copy, &QPushButton::clicked, this, &SetUpDialog::copyAsAvn);
    connect(m_enable, &QPushButton::clicked, this, &SetUpDialog::enable);
    connect(m_next, &QPushButton::clicked, this, &SetUpDialog::goOn);
    connect(m_credentials, &CredentialsPanel::queryRequested, this, [this](const QString &sql) {
        emit queryRequested(sql);
        accept();
    });
    connectPage();
    connect(&m_client.reachability(), &Aiven::Reachability::changed, this, [this](bool online) {
        if (online && m_reader.state() == FactsReader::State::Failed)
            m_reader.read();
        updateState();
    });
    m_reader.read();
}

SetUpDialog::~SetUpDialog() = default;

void SetUpDialog::connectPage()
{
    connect(m_page, &SetUpPage::changed, this, &SetUpDialog::updateState);
    connect(m_page, &SetUpPage::createTopicRequested, this, &SetUpDialog::createTopic);
    connect(m_page, &SetUpPage::createServiceRequested, this, &SetUpDialog::createService);
    connect(m_page, &SetUpPage::createEndpointRequested, this, &SetUpDialog::createEndpoint);
    connect(m_page, &SetUpPage::endpointsRequested, this, &SetUpDialog::showEndpoints);
}

void SetUpDialog::build()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_kinds->setFixedWidth(H(16.3));
    row->addWidget(m_kinds);
    row->addWidget(new Widgets::Hairline(Qt::Vertical));
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    m_stack->addWidget(Widgets::padded(m_loading));
    m_stack->addWidget(Widgets::padded(m_error));
    QScrollArea *const area = Widgets::scrolled(m_page);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(area);
    m_stack->addWidget(buildEnd());
    row->addWidget(m_stack, 1);
    body().addLayout(row, 1);
    buildFooter();
    resize(H(61), H(40));
}

/// Progress, and below it what one does with managed credentials once they are there.
QWidget *SetUpDialog::buildEnd()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_progress);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(H(1.25), 0, H(1.25), H(1.25));
    below->addWidget(m_credentials, 1);
    column->addLayout(below, 1);
    column->addStretch();
    m_credentials->hide();
    return page;
}

void SetUpDialog::buildFooter()
{
    addAside(m_help);
    addAside(m_copy);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    addAside(m_waits);
    addAside(m_note, 1);
    m_close = addCancel();
    addButton(m_enable);
    addButton(m_next);
}

void SetUpDialog::addWait(const Aiven::CallWait &wait)
{
    m_waits->add(wait);
}

void SetUpDialog::onFacts()
{
    if (m_reader.state() == FactsReader::State::Reading) {
        if (!m_reader.hasFacts())
            //: while the dialog reads; the seconds are added
            m_loading->start(tr("Reading services and integration types"));
    } else {
        m_loading->stop();
    }
    if (m_reader.state() == FactsReader::State::Failed) {
        const UserMessage message = describe(m_reader.error());
        m_error->setError(message.title, message.text + u' ' + message.nextStep, message.details,
                          isOffline(m_reader.error()) ? u"cloudoff"_s : u"error"_s);
        if (m_reader.hasFacts())
            m_page->showError(message); // what was chosen stays
        watchBuilding();
    }
    if (m_reader.state() == FactsReader::State::Ready)
        showFacts();
    updateState();
}

void SetUpDialog::showFacts()
{
    const bool first = !m_kinds->currentKind();
    m_page->setFacts(m_reader.facts());
    m_kinds->setKinds(kindsOf(m_reader.facts()));
    if (first)
        m_kinds->focusList();
    explainWhatIsGone();
    watchBuilding();
}

void SetUpDialog::watchBuilding()
{
    const QList<Aiven::Service> &services = m_reader.facts().services;
    const bool building = std::any_of(services.cbegin(), services.cend(), [](const Aiven::Service &one) {
        return one.state == Aiven::Service::State::Rebuilding;
    });
    if (building && !isRunning() && !isActive() && isVisible())
        m_again.start();
}

void SetUpDialog::done(int result)
{
    QDialog::done(result);
    if (!isBusy())
        deleteLater();
}

void SetUpDialog::copyAsAvn()
{
    if (const std::optional<SetUpChoice> choice = m_page->choice()) {
        QApplication::clipboard()->setText(Recipes::avnCreate(m_reader.facts().project, choice->wanted).trimmed());
        //: beside the buttons, after Copy as avn
        m_note->setText(tr("Command copied"));
    }
}

void SetUpDialog::showHelp()
{
    const Kind *const kind = m_kinds->currentKind();
    const std::optional<SetUpChoice> choice = m_page->choice();
    QString page = u"setup"_s;
    if (kind && kind->group == Kind::Group::Observability)
        page = u"observability"_s;
    else if (choice && choice->method == Route::Method::Credentials)
        page = u"credentials"_s;
    else if (kind && kind->id == "pg"_L1)
        page = u"databases"_s;
    (new HelpWindow(page, this))->open();
}

void SetUpDialog::updateState()
{
    const FactsReader::State facts = m_reader.state();
    const bool ready = m_reader.hasFacts();
    const bool choosing = ready && !isRunning() && !isActive();
    if (isRunning() || isActive())
        m_stack->setCurrentIndex(EndPage);
    else if (ready)
        m_stack->setCurrentIndex(ChoicePage);
    else
        m_stack->setCurrentIndex(facts == FactsReader::State::Failed ? ErrorPage : LoadingPage);

    const std::optional<SetUpChoice> choice = ready ? m_page->choice() : std::nullopt;
    const QString obstacle = ready ? m_page->obstacle() : QString();
    m_kinds->setEnabled(choosing);
    m_copy->setVisible(!isActive());
    m_copy->setEnabled(choosing && choice);
    m_enable->setVisible(!isActive());
    m_enable->setEnabled(choosing && choice && obstacle.isEmpty());
    m_enable->setToolTip(obstacle.toHtmlEscaped());
    m_enable->setDefault(!isActive());
    showNextButton(isActive());
    m_close->setVisible(ready || facts != FactsReader::State::Reading); // that page has its own
    //: buttons of the dialog: before the request is sent, and after
    m_close->setText(choosing || !ready ? tr("Cancel") : tr("Close"));
    const bool offline = !m_client.reachability().isOnline();
    m_note->setText(choosing && offline ? obstacle : choosing && choice ? SetUpWords::creates(*choice) : QString());
}

void SetUpDialog::showNextButton(bool active)
{
    const bool databases = active && m_choice.preview().makesDatabases();
    m_next->setVisible(databases);
    m_next->setDefault(databases);
    if (databases)
        //: primary buttons at the end: on to the table editor, or to the databases that appeared
        m_next->setText(m_choice.isKafka() ? tr("Define tables") : tr("Show databases"));
}

} // namespace App
