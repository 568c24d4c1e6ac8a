// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqlpane.h"

#include "app/sql/databaselist.h"
#include "app/sql/sqlcontext.h"
#include "app/sql/sqljournal.h"
#include "app/sql/sqltab.h"
#include "app/sql/sqltabbar.h"
#include "app/sql/sqltoolbar.h"
#include "core/format.h"
#include "widgets/metrics.h"
#include "widgets/rule.h"
#include "widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

namespace {

constexpr qsizetype keptClosedTabs = 20;

} // namespace

SqlPane::SqlPane(QWidget *parent)
    : QWidget(parent)
    , m_context(std::make_unique<SqlContext>())
    , m_tabs(new SqlTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_toolBar(new SqlToolBar(this))
    , m_databases(new DatabaseList(this))
{
    ClickHouse::Query::prepare();
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(new Widgets::Rule(Qt::Horizontal, this));
    layout->addWidget(m_toolBar);
    layout->addWidget(new Widgets::Rule(Qt::Horizontal, this));
    layout->addWidget(m_pages, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        updateToolBar();
        touchJournal();
    });
    connect(m_tabs, &SqlTabBar::closeRequested, this, &SqlPane::closeTab);
    connect(m_toolBar, &SqlToolBar::runRequested, this, [this] { currentTab()->run(); });
    connect(m_toolBar, &SqlToolBar::cancelRequested, this, [this] { currentTab()->cancel(); });
    connect(m_toolBar, &SqlToolBar::serviceChosen, this, &SqlPane::serviceChosen);
    connect(m_toolBar, &SqlToolBar::databaseChosen, this, &SqlPane::chooseDatabase);
    connect(m_databases, &DatabaseList::changed, this, &SqlPane::takeDatabases);
    addShortcuts();
    //: Why Run is off
    m_context->obstacle = tr("Choose a ClickHouse service first");
    addTab({});
}

SqlPane::~SqlPane()
{
    if (m_journal && m_journal->isDue())
        keepTabs();
}

QWidget *SqlPane::makeHead()
{
    auto *const head = new QWidget(this);
    //: Accessible name and tooltip: opens an empty SQL tab
    QToolButton *const add = Widgets::makeIconButton(u"plus"_s, tr("New tab"), head);
    //: Accessible name and tooltip: lets the SQL pane fill the window, or gives the space back
    m_maximize = Widgets::makeIconButton(u"maximize"_s, tr("Maximise the SQL pane"), head);
    m_maximize->setCheckable(true);
    //: Accessible name and tooltip: hides the SQL pane
    QToolButton *const collapse = Widgets::makeIconButton(u"down"_s, tr("Collapse the SQL pane"), head);
    connect(add, &QToolButton::clicked, this, [this] { addTab({})->focusEditor(); });
    connect(m_maximize, &QToolButton::toggled, this, &SqlPane::maximizeRequested);
    connect(collapse, &QToolButton::clicked, this, &SqlPane::collapseRequested);
    auto *const layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, H(0.75), 0);
    layout->setSpacing(H(0.25));
    layout->addWidget(m_tabs);
    layout->addWidget(add);
    layout->addStretch(1);
    layout->addWidget(m_maximize);
    layout->addWidget(collapse);
    return head;
}

void SqlPane::addShortcuts()
{
    const auto add = [this](const QString &text, const QList<QKeySequence> &keys, auto handler) {
        auto *const action = new QAction(text, this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, handler);
        addAction(action);
    };
    //: Commands of the SQL pane
    add(tr("Run"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, [this] { currentTab()->run(); });
    add(tr("New tab"), {Qt::CTRL | Qt::Key_T}, [this] { addTab({})->focusEditor(); });
    add(tr("Close tab"), {Qt::CTRL | Qt::Key_W}, [this] { closeTab(m_tabs->currentIndex()); });
    add(tr("Reopen closed tab"), {Qt::CTRL | Qt::SHIFT | Qt::Key_T}, [this] { reopenTab(); });
}

SqlTab *SqlPane::currentTab() const
{
    return static_cast<SqlTab *>(m_pages->currentWidget());
}

SqlTab *SqlPane::addTab(const QString &text)
{
    auto *const tab = new SqlTab(*m_context, this);
    m_pages->addWidget(tab);
    const int index = m_tabs->add();
    connectTab(tab);
    if (!text.isEmpty())
        tab->setText(text);
    m_tabs->setCurrentIndex(index);
    m_pages->setCurrentIndex(index);
    m_tabs->setTitle(index, tab->title());
    updateToolBar();
    return tab;
}

void SqlPane::connectTab(SqlTab *tab)
{
    connect(tab, &SqlTab::textChanged, this, [this, tab] {
        m_tabs->setTitle(m_pages->indexOf(tab), tab->title());
        touchJournal();
    });
    connect(tab, &SqlTab::stateChanged, this, &SqlPane::updateToolBar);
    connect(tab, &SqlTab::statusChanged, this, &SqlPane::statusChanged);
    connect(tab, &SqlTab::databaseChosen, this, &SqlPane::chooseDatabase);
    connect(tab, &SqlTab::openRequested, this, &SqlPane::openQuery);
    connect(tab, &SqlTab::connectionRequested, this, &SqlPane::connectionRequested);
    connect(tab, &SqlTab::schemaChanged, this, [this] {
        m_databases->read(m_context->server);
        emit schemaChanged(m_context->serviceName);
    });
}

void SqlPane::closeTab(int index)
{
    auto *const tab = static_cast<SqlTab *>(m_pages->widget(index));
    if (!tab)
        return;
    if (!tab->text().trimmed().isEmpty())
        m_closed.append(tab->text());
    if (m_closed.size() > keptClosedTabs)
        m_closed.removeFirst();
    if (m_tabs->count() == 1)
        addTab({});
    m_pages->removeWidget(tab);
    m_tabs->removeTab(index);
    m_pages->setCurrentIndex(m_tabs->currentIndex());
    tab->deleteLater();
    updateToolBar();
    touchJournal();
}

void SqlPane::reopenTab()
{
    if (!m_closed.isEmpty())
        addTab(m_closed.takeLast())->focusEditor();
}

void SqlPane::updateToolBar()
{
    const SqlTab *const tab = currentTab();
    if (!tab)
        return;
    using State = StatementRunner::State;
    m_toolBar->setState({tab->state() == State::Running || tab->state() == State::Checking,
                         tab->state() == State::Waiting, m_context->obstacle});
}

void SqlPane::setServices(const QStringList &names)
{
    m_serviceNames = names;
    m_toolBar->setServices(names, m_context->serviceName);
}

void SqlPane::setServer(const ClickHouse::Server &server, const QString &serviceName)
{
    m_context->server = server;
    m_context->serviceName = serviceName;
    m_context->database = u"default"_s;
    m_context->obstacle.clear();
    if (!m_serviceNames.contains(serviceName))
        m_serviceNames.append(serviceName);
    m_toolBar->setServices(m_serviceNames, serviceName);
    m_toolBar->setDatabases({m_context->database}, m_context->database);
    //: How statements reach the service; HTTP or HTTPS, and a user's name
    m_toolBar->setRoad(
        tr("Road: direct %1 · user %2").arg(server.url.scheme().toUpper(), Core::displayText(server.user, 60)));
    m_databases->read(server);
    updateToolBar();
}

void SqlPane::clearServer(const QString &reason)
{
    m_context->serviceName.clear();
    m_context->obstacle = reason;
    m_toolBar->setServices(m_serviceNames, {});
    m_toolBar->setDatabases({}, {});
    updateToolBar();
}

void SqlPane::setKafkaTables(const QList<ClickHouse::KafkaTable> &tables)
{
    m_context->kafkaTables = tables;
    m_databases->read(m_context->server);
}

void SqlPane::setMessageReader(Aiven::Client *client, const QString &project)
{
    m_context->client = client;
    m_context->project = project;
}

void SqlPane::takeDatabases(const QStringList &names)
{
    m_databaseNames = names;
    m_toolBar->setDatabases(names, m_context->database);
}

void SqlPane::chooseDatabase(const QString &name)
{
    m_context->database = name;
    m_toolBar->setDatabases(m_databaseNames, name);
}

void SqlPane::openQuery(const QString &sql)
{
    place(sql);
    focusEditor();
}

/// An empty tab is used rather than another one opened.
void SqlPane::place(const QString &sql)
{
    SqlTab *const tab = currentTab();
    if (tab && tab->text().trimmed().isEmpty() && tab->state() == StatementRunner::State::Idle)
        tab->setText(sql);
    else
        addTab(sql);
}

void SqlPane::setMaximized(bool maximized)
{
    const QSignalBlocker blocker(m_maximize);
    m_maximize->setChecked(maximized);
}

void SqlPane::focusEditor()
{
    currentTab()->focusEditor();
}

void SqlPane::restoreTabs(const QString &journalPath)
{
    auto journal = std::make_unique<SqlJournal>(journalPath);
    const SqlJournal::Tabs kept = journal->restore();
    if (!kept.movedTo.isEmpty())
        //: Status bar; %1 is a file's name with its folders
        emit statusChanged(tr("The SQL of an earlier run cannot be read. It is kept as %1").arg(kept.movedTo));
    for (const QString &text : kept.texts)
        place(text);
    if (kept.current >= 0 && kept.current < m_tabs->count())
        m_tabs->setCurrentIndex(kept.current);
    m_journal = std::move(journal);
    connect(m_journal.get(), &SqlJournal::due, this, &SqlPane::keepTabs);
    connect(m_journal.get(), &SqlJournal::failed, this, [this](const QString &reason) {
        //: Status bar: why the text of the SQL editor would be lost at a crash
        emit statusChanged(tr("The SQL text could not be kept: %1").arg(reason));
    });
}

void SqlPane::touchJournal()
{
    if (m_journal)
        m_journal->touch();
}

void SqlPane::keepTabs()
{
    SqlJournal::Tabs tabs;
    for (int index = 0; index < m_pages->count(); ++index)
        tabs.texts.append(static_cast<SqlTab *>(m_pages->widget(index))->text());
    tabs.current = m_tabs->currentIndex();
    m_journal->keep(tabs);
}

} // namespace App
