// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databases/databasespage.h"

#include "app/databases/createdatabasedialog.h"
#include "app/databases/databasepane.h"
#include "app/databases/tablepane.h"
#include "app/describe.h"
#include "app/erasedialog.h"
#include "core/format.h"
#include "widgets/card.h"
#include "widgets/icons.h"
#include "widgets/menus.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/rowdelegate.h"
#include "widgets/scrolled.h"
#include "widgets/sectionheading.h"
#include "widgets/stack.h"
#include "widgets/states.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTreeView>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::MessageBar;

DatabasesPage::DatabasesPage(Aiven::Client &client, QString project, QString service, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_project(std::move(project))
    , m_service(std::move(service))
    , m_stack(new Widgets::Stack)
    , m_loading(new Widgets::LoadingState)
    , m_error(new Widgets::ErrorState)
    , m_messages(new MessageBar)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *loading = new QWidget;
    auto *inside = new QVBoxLayout(loading);
    inside->setContentsMargins(H(1.5), H(1), H(1.5), H(1));
    inside->addWidget(m_loading);
    m_stack->addWidget(loading);
    m_stack->addWidget(m_error);
    m_stack->addWidget(makeContent());
    column->addWidget(m_stack);
    m_proxy.setSourceModel(&m_model);
    m_proxy.setRecursiveFilteringEnabled(true);
    m_proxy.setAutoAcceptChildRows(true);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_tree->setModel(&m_proxy);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(DatabaseModel::NameColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(DatabaseModel::KindColumn, QHeaderView::Stretch);
    m_tree->header()->resizeSection(DatabaseModel::RowsColumn, H(3.75));
    m_tree->setColumnHidden(DatabaseModel::SizeColumn, true); // it stands with the table's details
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &DatabasesPage::onCurrent);
    connect(m_tree, &QTreeView::activated, this, &DatabasesPage::onActivated);
    Widgets::offerRowMenu(*m_tree, [this] { return m_details->currentWidget()->findChildren<QPushButton *>(); });
    connect(m_error, &Widgets::ErrorState::retryRequested, this, &DatabasesPage::refreshRequested);
    connect(m_loading, &Widgets::LoadingState::cancelRequested, this, [this] {
        emit cancelRequested();
        m_loading->stop();
        //: In place of the databases, when their reading was cancelled
        m_error->setError(tr("Reading was cancelled"), tr("Nothing was changed. Try again when you like."), {},
                          u"info"_s);
        m_stack->setCurrentIndex(ErrorPage);
    });
    setReading();
}

QWidget *DatabasesPage::makeContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(H(1.5), H(1.15), H(1.5), H(0.75));
    column->setSpacing(H(0.5));
    addHead(*column);
    column->addWidget(m_messages);
    m_tree = new QTreeView;
    m_tree->setProperty("edgeless", true);
    //: Accessible name of a tree; the tab above is called "Databases"
    m_tree->setAccessibleName(tr("Databases and tables"));
    m_tree->setItemDelegate(
        new Widgets::RowDelegate(Widgets::RowDelegate::Lines::One, Widgets::RowDelegate::Separator::None, this));
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(H(1));
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_tree);
    splitter->addWidget(makeDetails());
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 4);
    splitter->setSizes({H(33), H(26)});
    m_tree->setMinimumWidth(H(22));
    m_details->setMinimumWidth(H(16));
    column->addWidget(splitter, 1);
    return content;
}

void DatabasesPage::addHead(QBoxLayout &column)
{
    //: Heading
    m_heading = new Widgets::SectionHeading(tr("Databases"));
    //: Below the heading "Databases"
    m_heading->setSentence(
        tr("Double-click a table, or press Return, to open a query on it. Nothing is read before you run it."));
    m_filter = new QLineEdit;
    //: Placeholder and accessible name of a field
    m_filter->setPlaceholderText(tr("Filter tables"));
    m_filter->setAccessibleName(tr("Filter tables"));
    m_filter->addAction(Widgets::icon("search"), QLineEdit::LeadingPosition);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(H(14));
    //: Button: asks for a name, then creates a database
    QPushButton *create = Widgets::makeButton(tr("Create database…"), u"plus"_s);
    //: Button: databases of other services come with their integration; the guide's words
    m_setUp = Widgets::makeButton(tr("Set up integration"), u"flow"_s);
    m_heading->addAction(m_filter);
    m_heading->addAction(create);
    m_heading->addAction(m_setUp);
    column.addWidget(m_heading);
    connect(m_setUp, &QPushButton::clicked, this, &DatabasesPage::setUpRequested);
    connect(create, &QPushButton::clicked, this, &DatabasesPage::createDatabase);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy.setFilterFixedString(text.trimmed());
        if (!text.trimmed().isEmpty())
            m_tree->expandAll();
    });
}

QWidget *DatabasesPage::makeDetails()
{
    m_details = new Widgets::Stack;
    //: In place of details; nothing is chosen
    m_details->addWidget(
        new Widgets::EmptyState(u"table"_s, tr("Nothing chosen"),
                                //: In place of details; nothing is chosen
                                tr("Choose a table to see its columns, or a database to see where it comes from.")));
    m_databasePane = new DatabasePane;
    m_tablePane = new TablePane(m_client, m_project, m_service);
    m_details->addWidget(Widgets::scrolled(m_databasePane));
    m_details->addWidget(m_tablePane);
    connect(m_databasePane, &DatabasePane::editTablesRequested, this, &DatabasesPage::editTablesRequested);
    connect(m_databasePane, &DatabasePane::disconnectRequested, this, &DatabasesPage::disconnectRequested);
    connect(m_databasePane, &DatabasePane::deleteRequested, this, &DatabasesPage::askToDelete);
    connect(m_databasePane, &DatabasePane::addPairRequested, this, &DatabasesPage::addPairRequested);
    connect(m_databasePane, &DatabasePane::removePairRequested, this, &DatabasesPage::removePairRequested);
    connect(m_tablePane, &TablePane::queryRequested, this, &DatabasesPage::queryRequested);
    connect(m_tablePane, &TablePane::peekRequested, this, &DatabasesPage::peekRequested);
    connect(m_tablePane, &TablePane::happened, this, &DatabasesPage::happened);
    return m_details;
}

void DatabasesPage::setReading()
{
    if (m_isRead)
        return; // what is there stays until it is replaced
    m_stack->setCurrentIndex(LoadingPage);
    //: Shown while databases are read; the seconds are added
    m_loading->start(tr("Reading the databases of %1").arg(Core::displayText(m_service, 100)));
}

void DatabasesPage::setDatabases(const QList<Aiven::Database> &databases)
{
    m_isRead = true;
    m_loading->stop();
    m_messages->hide();
    m_databases = databases;
    m_stack->setCurrentIndex(ContentPage);
    fill();
}

void DatabasesPage::setIntegrations(const QList<Aiven::Integration> &integrations)
{
    m_integrations = integrations;
    if (m_isRead)
        fill();
}

void DatabasesPage::setError(const Aiven::ApiError &error)
{
    m_loading->stop();
    const UserMessage message = describe(error);
    const QString text = (message.text + u' ' + message.nextStep).trimmed();
    if (!m_isRead) {
        m_error->setError(message.title, text, message.details,
                          error.kind == Aiven::ApiError::Kind::Network ? u"cloudoff"_s : u"error"_s);
        m_stack->setCurrentIndex(ErrorPage);
        return;
    }
    m_messages->setMessage(MessageBar::Kind::Error, message.title, text);
    //: Button that repeats what failed
    connect(m_messages->addButton(tr("Try again")), &QPushButton::clicked, this, &DatabasesPage::refreshRequested);
    m_messages->addReport(message.report());
}

void DatabasesPage::setBlocked(const QString &reason)
{
    m_setUp->setEnabled(reason.isEmpty());
    m_setUp->setToolTip(reason.toHtmlEscaped());
}

/// Puts what was read into the tree; what was open and current stays so.
void DatabasesPage::fill()
{
    const QModelIndex current = m_proxy.mapToSource(m_tree->currentIndex());
    const Aiven::Database *database = m_model.databaseAt(current);
    const Aiven::DatabaseTable *table = m_model.tableAt(current);
    const QString databaseName = database ? database->name : QString();
    const QString tableName = table ? table->name : QString();
    QStringList closed{u"system"_s}; // hundreds of tables that few look for
    for (int row = 0; row < m_proxy.rowCount(); ++row) {
        const QModelIndex index = m_proxy.index(row, 0);
        const QString name = m_model.databaseAt(m_proxy.mapToSource(index))->name;
        if (m_tree->isExpanded(index))
            closed.removeAll(name);
        else if (m_proxy.hasChildren(index) && !closed.contains(name))
            closed << name;
    }
    m_model.set(m_databases, m_integrations);
    m_heading->setCount(int(m_databases.size()));
    expandAgain(closed);
    const QModelIndex again = m_proxy.mapFromSource(m_model.find(databaseName, tableName));
    if (again != m_tree->currentIndex())
        m_tree->setCurrentIndex(again);
    onCurrent();
}

void DatabasesPage::expandAgain(const QStringList &closed)
{
    for (int row = 0; row < m_proxy.rowCount(); ++row) {
        const QModelIndex index = m_proxy.index(row, 0);
        m_tree->setExpanded(index, !closed.contains(m_model.databaseAt(m_proxy.mapToSource(index))->name));
    }
}

void DatabasesPage::onCurrent()
{
    const QModelIndex index = m_proxy.mapToSource(m_tree->currentIndex());
    const Aiven::Database *database = m_model.databaseAt(index);
    if (!database) {
        m_details->setCurrentIndex(NothingChosen);
    } else if (const Aiven::DatabaseTable *table = m_model.tableAt(index)) {
        m_tablePane->show(database->name, *table, m_model.sourceAt(index));
        m_details->setCurrentIndex(TableDetails);
    } else {
        m_databasePane->show(*database, m_model.sourceAt(index));
        m_details->setCurrentIndex(DatabaseDetails);
    }
}

void DatabasesPage::onActivated(const QModelIndex &index)
{
    const QModelIndex source = m_proxy.mapToSource(index);
    if (const Aiven::DatabaseTable *table = m_model.tableAt(source))
        emit queryRequested(selectFrom(m_model.databaseAt(source)->name, table->name));
    else
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
}

void DatabasesPage::createDatabase()
{
    QStringList names;
    for (const Aiven::Database &database : std::as_const(m_databases))
        names << database.name;
    auto *dialog = new CreateDatabaseDialog(m_client, m_project, m_service, names, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CreateDatabaseDialog::created, this, [this](const QString &name) {
        //: Status bar; %1 is a database
        emit happened(tr("Database %1 created").arg(Core::displayText(name, 100)));
        emit refreshRequested();
    });
    dialog->open();
}

void DatabasesPage::askToDelete(const QString &database)
{
    QStringList tables;
    for (const Aiven::Database &one : std::as_const(m_databases)) {
        for (const Aiven::DatabaseTable &table : one.tables) {
            if (one.name == database)
                tables << database + u'.' + table.name;
        }
    }
    const QString shown = Core::displayText(database, 100);
    //: Title and button of a dialog; %1 is a database
    Erasure what{tr("Delete %1").arg(shown),
                 //: Dialog before a database is deleted: the database, %n tables
                 tr("This deletes the database %1 with %n table(s) and all their rows. It cannot be undone.", nullptr,
                    int(tables.size()))
                     .arg(shown),
                 tables, database};
    auto *dialog = new EraseDialog(what, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, database] { deleteDatabase(database); });
    dialog->open();
}

void DatabasesPage::deleteDatabase(const QString &database)
{
    const QString shown = Core::displayText(database, 100);
    //: Status bar; %1 is a database
    emit happened(tr("Deleting %1…").arg(shown));
    m_client.deleteDatabase(m_project, m_service, database, this)
        ->then([this, shown](const Aiven::Result<Aiven::Done> &done) {
            if (done || done.error().kind == Aiven::ApiError::Kind::NotFound) { // gone is gone
                //: Status bar; %1 is a database
                emit happened(tr("Database %1 deleted").arg(shown));
                emit refreshRequested();
                return;
            }
            const UserMessage message = describe(done.error());
            m_messages->setMessage(MessageBar::Kind::Error, message.title,
                                   (message.text + u' ' + message.nextStep).trimmed());
            //: Status bar; %1 is a database
            emit happened(tr("Failed: deleting %1").arg(shown));
        });
}

} // namespace App
