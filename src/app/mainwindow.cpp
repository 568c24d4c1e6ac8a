// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/accountdesk.h"
#include "app/accounts.h"
#include "app/actions.h"
#include "app/commandpalette.h"
#include "app/focus.h"
#include "app/navigator.h"
#include "app/navigatorrail.h"
#include "app/pagestack.h"
#include "app/sandboxprocess.h"
#include "app/servicepage.h"
#include "app/settings.h"
#include "app/sqlarea.h"
#include "app/statusline.h"
#include "app/welcomepage.h"
#include "widgets/focuskeeper.h"
#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

MainWindow::MainWindow(Accounts &accounts, SandboxProcess &sandbox, Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_accounts(accounts)
    , m_sandbox(sandbox)
    , m_settings(settings)
    , m_resume(settings)
    , m_model(accounts)
    , m_actions(new Actions(*menuBar(), this))
    , m_status(new StatusLine)
    , m_splitter(new QSplitter)
    , m_rows(new QSplitter(Qt::Vertical))
    , m_rail(new NavigatorRail)
    , m_messages(new Widgets::MessageBar)
    , m_pages(new PageStack(m_resume, m_log))
    , m_desk(new AccountDesk(accounts, sandbox, *m_pages, *m_messages, this))
{
    //: Title of the main window
    setWindowTitle(tr("Headgate"));
    setMinimumSize(H(64), H(40));
    new Widgets::FocusKeeper(*this);
    setStatusBar(m_status);
    buildCentre();
    buildCorner();
    connectActions();
    connectModel();
    connectAccounts();
    restoreLayout();
    updateState();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre()
{
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    m_rows->addWidget(centre);
    m_rows->setChildrenCollapsible(false);
    m_splitter->addWidget(m_rows);
    m_splitter->setChildrenCollapsible(false);
    buildSqlArea();
    auto *whole = new QWidget;
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_splitter, 1);
    m_rail->hide();
    setCentralWidget(whole);
    WelcomePage &welcome = m_pages->welcome();
    connect(&welcome, &WelcomePage::sandboxRequested, m_desk, [this] { m_desk->openSandbox(); });
    connect(&welcome, &WelcomePage::tokenRequested, m_desk, [this] { m_desk->openTokenDialog(); });
    connect(&welcome, &WelcomePage::resumeRequested, this, &MainWindow::resume);
    connect(m_pages, &PageStack::serviceCreated, this, &MainWindow::onServiceCreated);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        m_mayFold = true;
        foldNavigator();
        updateState();
    });
    connect(m_rail, &NavigatorRail::navigatorRequested, this, [this] { setNavigatorShown(true); });
    connect(m_rail, &NavigatorRail::serviceRequested, this, [this] {
        if (m_sql->place().isService())
            goTo(m_sql->place());
    });
    connect(m_rail, &NavigatorRail::sqlRequested, this, [this] { m_sql->setOpen(true); });
}

void MainWindow::buildCorner()
{
    auto *corner = new QWidget;
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(0, H(0.25), H(0.6), H(0.25));
    auto *box = new CommandBox;
    row->addWidget(box);
    connect(box, &QPushButton::clicked, this, &MainWindow::openCommands);
    menuBar()->setCornerWidget(corner);
}

void MainWindow::connectActions()
{
    connect(m_actions->openSandbox, &QAction::triggered, m_desk, [this] { m_desk->openSandbox(); });
    connect(m_actions->connectToken, &QAction::triggered, m_desk, [this] { m_desk->openTokenDialog(); });
    connect(m_actions->welcome, &QAction::triggered, m_pages, &PageStack::showWelcome);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->commands, &QAction::triggered, this, &MainWindow::openCommands);
    connect(m_actions->refresh, &QAction::triggered, this, [this] {
        m_model.refresh();
        if (ServicePage *page = m_pages->currentService())
            page->refresh();
    });
    connect(m_actions->setUpIntegration, &QAction::triggered, this, &MainWindow::setUpIntegration);
    connect(m_actions->editTables, &QAction::triggered, this, [this] {
        const ServicePage *page = m_pages->currentService();
        if (page && page->currentIntegration())
            editTables(page->place(), page->currentIntegration()->id, Editing::AsItIs);
    });
    connect(m_actions->copyIntegrationId, &QAction::triggered, this, [this] {
        if (ServicePage *page = m_pages->currentService())
            page->copyCurrentId();
    });
    connect(m_actions->disconnectIntegration, &QAction::triggered, this, [this] {
        if (ServicePage *page = m_pages->currentService())
            page->disconnectCurrent();
    });
    connect(m_actions->help, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
    connectEditActions();
    connectViewActions();
}

void MainWindow::connectEditActions()
{
    // Editors and fields name these slots alike; who has none ignores the command.
    const auto forward = [this](QAction *action, const char *slot) {
        connect(action, &QAction::triggered, this, [slot] { callOnFocusWidget(slot); });
    };
    connect(m_actions->undo, &QAction::triggered, this, [this] { undoOrRedo("undo"); });
    connect(m_actions->redo, &QAction::triggered, this, [this] { undoOrRedo("redo"); });
    forward(m_actions->cut, "cut");
    forward(m_actions->copy, "copy");
    forward(m_actions->paste, "paste");
    forward(m_actions->selectAll, "selectAll");
    connect(m_actions->filterServices, &QAction::triggered, this, [this] {
        if (!m_navigator)
            return;
        setNavigatorShown(true);
        m_navigator->focusFilter();
    });
}

void MainWindow::connectViewActions()
{
    connect(m_actions->navigator, &QAction::triggered, this, &MainWindow::setNavigatorShown);
    connect(m_actions->nextArea, &QAction::triggered, this, [this] { focusArea(1); });
    connect(m_actions->previousArea, &QAction::triggered, this, [this] { focusArea(-1); });
    connect(m_actions->zoomIn, &QAction::triggered, this, [this] { setZoom(m_settings.zoomPercent.get() + 10); });
    connect(m_actions->zoomOut, &QAction::triggered, this, [this] { setZoom(m_settings.zoomPercent.get() - 10); });
    connect(m_actions->zoomReset, &QAction::triggered, this, [this] { setZoom(100); });
    for (int scheme = 0; scheme < m_actions->schemes.size(); ++scheme) {
        QAction *action = m_actions->schemes.at(scheme);
        action->setChecked(scheme == m_settings.scheme.get());
        connect(action, &QAction::triggered, this, [this, scheme] { setScheme(scheme); });
    }
}

void MainWindow::connectModel()
{
    connect(&m_model, &NavigatorModel::servicesRead, this, &MainWindow::onServicesRead);
    connect(&m_model, &NavigatorModel::failed, this, [this](const Session *session, const Aiven::ApiError &) {
        //: Status bar; %1 is the account
        m_status->setResult(tr("Failed: reading the services of %1").arg(session->label()));
    });
}

void MainWindow::connectAccounts()
{
    connect(&m_accounts, &Accounts::added, this, &MainWindow::onAccountAdded);
    connect(&m_accounts, &Accounts::removed, this, &MainWindow::onAccountRemoved);
    connect(m_desk, &AccountDesk::happened, m_status, &StatusLine::setResult);
    connect(m_desk, &AccountDesk::sandboxIsOpen, this,
            [this](Session *session) { onServicesRead(session, m_sandbox.project()); });
    connect(m_desk, &AccountDesk::sandboxStarting, this, [this](bool starting) {
        m_pages->welcome().setSandboxStarting(starting);
        m_actions->openSandbox->setEnabled(!starting);
    });
    connect(m_actions->signOut, &QMenu::aboutToShow, m_desk, [this] { m_desk->fillSignOut(*m_actions->signOut); });
}

void MainWindow::afterFirstPaint()
{
    m_accounts.restore();
}

void MainWindow::onAccountAdded(Session *session)
{
    if (!m_navigator)
        createNavigator();
    const QString connection = QStringLiteral("%1 · %2").arg(session->label(), session->baseUrl().host());
    m_status->setConnection(Widgets::State::Ok, connection);
    connect(session, &Session::callFinished, this, [this, session, connection](const Aiven::CallRecord &call) {
        m_status->addCall(call);
        //: Status bar: the account's host does not answer
        m_status->setConnection(call.httpStatus ? Widgets::State::Ok : Widgets::State::Failed,
                                call.httpStatus ? connection : tr("%1 · no connection").arg(session->host()));
    });
    connect(session, &Session::callPaused, m_status, &StatusLine::addWait);
    connect(session, &Session::tokenRenewed, &m_model, &NavigatorModel::refresh);
    updateState();
}

void MainWindow::onAccountRemoved(Session *session)
{
    m_sql->forget(session);
    m_pages->forget(session);
    updateState();
}

void MainWindow::onServicesRead(Session *session, const QString &project)
{
    QStringList servers;
    for (const Place &place : m_model.services()) {
        if (place.session == session && place.project == project && place.serviceType == "clickhouse"_L1)
            servers << place.service;
    }
    m_sql->setServices(servers);
    continueResume();
    if (!m_pages->isWelcome())
        return;
    // The first sight of an account is its first ClickHouse service: that is what the console is for.
    const QList<Place> places = m_model.services();
    for (const Place &place : places) {
        if (place.session == session && place.project == project && place.serviceType == "clickhouse"_L1) {
            goTo(place);
            m_navigator->focusFilter();
            return;
        }
    }
}

void MainWindow::goTo(const Place &place)
{
    ServicePage *page = m_pages->showService(place);
    m_navigator->setCurrent(place);
    m_sql->setService(*page);
    m_sql->setVisible(m_sql->place().isService());
    m_resume.remember({ResumeEntry::Kind::Service,
                       place.session->label(),
                       resumeUrl(*place.session),
                       place.project,
                       place.service,
                       place.serviceType,
                       {},
                       place.service,
                       {}});
}

QString MainWindow::resumeUrl(const Session &session) const
{
    return session.baseUrl() == m_sandbox.apiUrl() ? QString() : session.baseUrl().toString();
}

void MainWindow::resume(const ResumeEntry &entry)
{
    m_pending = entry;
    continueResume();
    if (m_pending && entry.baseUrl.isEmpty())
        m_desk->openSandbox();
    else if (m_pending)
        m_desk->openTokenDialog(QUrl(entry.baseUrl));
}

void MainWindow::continueResume()
{
    if (!m_pending)
        return;
    const QList<Place> places = m_model.services();
    for (const Place &place : places) {
        if (place.session->label() != m_pending->account || place.project != m_pending->project ||
            place.service != m_pending->service)
            continue;
        const ResumeEntry entry = *m_pending;
        m_pending.reset();
        goTo(place);
        if (entry.kind == ResumeEntry::Kind::Editor)
            editTables(place, entry.integrationId, Editing::AsItIs);
        return;
    }
}

void MainWindow::onServiceCreated(ServicePage *page)
{
    connect(page, &ServicePage::happened, m_status, &StatusLine::setResult);
    connect(page, &ServicePage::changed, this, &MainWindow::updateState);
    connect(page, &ServicePage::changed, this, [this, page] {
        if (page->state() == ServicePage::State::Ready)
            m_model.setService(page->place(), page->service());
    });
    connect(page, &ServicePage::gone, this,
            [this, page] { m_model.readServices(m_model.indexOf(page->place()).parent()); });
    connect(page, &ServicePage::setUpRequested, this, &MainWindow::setUpIntegration);
    connectSqlTo(page);
    connect(page, &ServicePage::editTablesRequested, this, [this, page](const QString &id) {
        editTables(page->place(), id, page->hasTables(id) ? Editing::AsItIs : Editing::FirstTable);
    });
}

void MainWindow::openCommands()
{
    auto *palette = new CommandPalette(m_actions->all(), m_model.services(), this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    connect(palette, &CommandPalette::serviceChosen, this, [this](const Place &place) {
        goTo(place);
        focusPage();
    });
    palette->open();
}

} // namespace App
