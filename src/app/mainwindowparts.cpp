// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the window brings in the larger parts: navigator, dialog Set up integration, table editor, SQL pane.
#include "app/mainwindow.h"

#include "aiven/client.h"
#include "app/accounts.h"
#include "app/actions.h"
#include "app/editor/editorpage.h"
#include "app/endpointspage.h"
#include "app/focus.h"
#include "app/navigator.h"
#include "app/pagestack.h"
#include "app/servicepage.h"
#include "app/session.h"
#include "app/settings.h"
#include "app/setup/setupdialog.h"
#include "app/sqlarea.h"
#include "app/statusline.h"
#include "widgets/metrics.h"

#include <QAction>
#include <QMenu>
#include <QSplitter>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

void MainWindow::createNavigator()
{
    m_navigator = new Navigator(m_model);
    m_navigator->setMinimumWidth(H(13));
    auto *menu = new QMenu(m_navigator);
    menu->addActions({m_actions->openSandbox, m_actions->connectToken});
    m_navigator->setAddMenu(menu);
    m_splitter->insertWidget(0, m_navigator);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    if (!m_splitter->restoreState(m_settings.navigatorSplitter.get()))
        m_splitter->setSizes({H(18), width() - H(18)});
    connect(m_navigator, &Navigator::activated, this, &MainWindow::goTo);
    connect(m_navigator, &Navigator::projectActivated, this, &MainWindow::openEndpoints);
    connect(m_actions->endpoints, &QAction::triggered, this, [this] {
        if (const ServicePage *page = m_pages->currentService())
            openEndpoints(page->place());
    });
    setNavigatorShown(m_settings.navigatorShown.get());
}

void MainWindow::setUpIntegration()
{
    ServicePage *page = m_pages->currentService();
    if (!page || !page->canSetUp())
        return;
    const Place place = page->place();
    // A child of the window, not of the page: pages that were not looked at for long are dropped, and what is being
    // enabled is watched to its end.
    auto *dialog = new SetUpDialog(place.session->client(), place.project, place.service, this);
    connect(&m_accounts, &Accounts::removed, dialog, [dialog, session = place.session.data()](const Session *gone) {
        if (gone == session)
            delete dialog; // its calls use the session's client
    });
    connect(dialog, &SetUpDialog::enabled, this, [this, place](const QString &) {
        //: Recent activity
        m_log.add(place, Widgets::State::Ok, tr("Integration enabled"));
        if (ServicePage *open = m_pages->serviceAt(place))
            open->refresh();
    });
    connect(place.session, &Session::callPaused, dialog, &SetUpDialog::addWait);
    connect(place.session, &Session::tokenRenewed, dialog, &SetUpDialog::onSignedIn);
    connect(dialog, &SetUpDialog::progressChanged, m_status, &StatusLine::setResult);
    connect(dialog, &SetUpDialog::defineTables, this,
            [this, place](const QString &id) { editTables(place, id, Editing::FirstTable); });
    connect(dialog, &SetUpDialog::databasesRequested, page, &ServicePage::showDatabases);
    connect(dialog, &SetUpDialog::queryRequested, page, &ServicePage::openSqlRequested);
    connect(dialog, &SetUpDialog::servicesChanged, page,
            [this, place] { m_model.readServices(m_model.indexOf(place).parent()); });
    dialog->open();
}

void MainWindow::openEndpoints(const Place &place)
{
    if (!place.session || place.project.isEmpty())
        return;
    const Place project{place.session, place.project, {}, {}};
    for (int i = 0; i < m_pages->count(); ++i) {
        auto *open = qobject_cast<EndpointsPage *>(m_pages->widget(i));
        if (open && open->place() == project) {
            open->refresh();
            m_pages->setCurrentWidget(open);
            return focusPage();
        }
    }
    auto *page = new EndpointsPage(project);
    connect(page, &EndpointsPage::happened, m_status, &StatusLine::setResult);
    connect(m_actions->refresh, &QAction::triggered, page, [this, page] {
        if (m_pages->currentWidget() == page)
            page->refresh();
    });
    m_pages->showPage(page, project);
    focusPage();
}

EditorPage *MainWindow::currentEditor() const
{
    return qobject_cast<EditorPage *>(m_pages->currentWidget());
}

void MainWindow::editTables(const Place &place, const QString &integrationId, Editing editing)
{
    for (int i = 0; i < m_pages->count(); ++i) {
        auto *open = qobject_cast<EditorPage *>(m_pages->widget(i));
        if (open && open->integrationId() == integrationId) {
            m_pages->setCurrentWidget(open);
            return focusPage();
        }
    }
    auto *editor = new EditorPage(place.session->client(), place.project, place.service, integrationId);
    connect(editor, &EditorPage::backRequested, this, [this, place] { goTo(place); });
    connect(editor, &EditorPage::message, m_status, &StatusLine::setResult);
    connect(editor, &EditorPage::applied, this, [this, place] {
        //: Recent activity
        m_log.add(place, Widgets::State::Ok, tr("Configuration applied"));
        if (ServicePage *page = m_pages->serviceAt(place))
            page->refresh();
    });
    connect(editor, &EditorPage::queryRequested, this, [this](const QString &sql) { m_sql->openQuery(sql); });
    connect(editor, &EditorPage::setUpAgain, this,
            [this, editor, place](const QString &id) { replaceEditor(editor, place, id); });
    connect(place.session, &Session::tokenRenewed, editor, &EditorPage::loadIfFailed);
    m_pages->showPage(editor, place);
    focusPage();
    if (editing == Editing::FirstTable)
        editor->defineTable();
    rememberEditor(*editor, place);
    connect(&editor->draft(), &Document::Draft::changed, this,
            [this, editor, place] { rememberEditor(*editor, place); });
}

void MainWindow::replaceEditor(EditorPage *editor, const Place &place, const QString &integrationId)
{
    const Document::Config edited = editor->draft().config();
    editor->draft().revertAll(); // or its journal would offer it once more, for an integration that is gone
    m_pages->remove(editor);
    editTables(place, integrationId, Editing::AsItIs);
    if (EditorPage *const fresh = currentEditor())
        fresh->adopt(edited);
    if (ServicePage *page = m_pages->serviceAt(place))
        page->refresh();
}

void MainWindow::rememberEditor(EditorPage &editor, const Place &place)
{
    const int changes = editor.draft().isModified() ? editor.draft().changeCount() : 0;
    //: Resume list: service, how many changes of its tables are not applied
    const QString title = changes == 0
                              ? tr("%1, table editor").arg(place.service)
                              : tr("%1, table editor, %n unsaved change(s)", nullptr, changes).arg(place.service);
    m_resume.remember({ResumeEntry::Kind::Editor,
                       place.session->label(),
                       resumeUrl(*place.session),
                       place.project,
                       place.service,
                       place.serviceType,
                       editor.integrationId(),
                       title,
                       {}});
}

void MainWindow::undoOrRedo(const char *slot)
{
    EditorPage *editor = currentEditor();
    if (!editor)
        callOnFocusWidget(slot);
    else if (qstrcmp(slot, "undo") == 0)
        editor->undoAction()->trigger();
    else
        editor->redoAction()->trigger();
}

void MainWindow::buildSqlArea()
{
    m_sql = new SqlArea;
    m_sql->hide(); // until there is a ClickHouse service
    m_rows->addWidget(m_sql);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    connect(m_actions->sqlPane, &QAction::triggered, m_sql, &SqlArea::setOpen);
    connect(m_actions->openSql, &QAction::triggered, this, [this] { m_sql->setOpen(true); });
    connect(m_sql, &SqlArea::openChanged, this, [this](bool open) {
        m_actions->sqlPane->setChecked(open);
        if (open && !m_rows->restoreState(m_settings.sqlSplitter.get()))
            m_rows->setSizes({H(20), H(30)});
        if (!open)
            setSqlMaximized(false);
        updateState();
    });
    connect(m_sql, &SqlArea::maximizeRequested, this, &MainWindow::setSqlMaximized);
    connect(m_sql, &SqlArea::happened, m_status, &StatusLine::setResult);
    connect(m_sql, &SqlArea::serviceChosen, this, [this](const QString &name) {
        for (const Place &place : m_model.services()) {
            if (place.service == name && place.session == m_sql->place().session &&
                place.project == m_sql->place().project)
                goTo(place);
        }
    });
    connect(m_sql, &SqlArea::schemaChanged, this, [this](const QString &) {
        if (ServicePage *page = m_pages->serviceAt(m_sql->place()))
            page->refresh();
    });
}

void MainWindow::setSqlMaximized(bool maximized)
{
    m_rows->widget(0)->setVisible(!maximized);
    m_sql->setMaximized(maximized);
}

void MainWindow::connectSqlTo(ServicePage *page)
{
    connect(page, &ServicePage::openSqlRequested, this, [this, page](const QString &sql) {
        m_sql->setService(*page);
        m_sql->openQuery(sql);
    });
    connect(page, &ServicePage::changed, this, [this, page] { m_sql->setIntegrations(*page); });
}

} // namespace App
