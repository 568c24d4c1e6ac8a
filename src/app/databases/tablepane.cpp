// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databases/tablepane.h"

#include "app/clipboard.h"
#include "app/databases/databasemodel.h"
#include "app/describe.h"
#include "clickhouse/types/quoting.h"
#include "core/format.h"
#include "widgets/card.h"
#include "widgets/codeeditor.h"
#include "widgets/metrics.h"
#include "widgets/rowdelegate.h"
#include "widgets/states.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;
using Widgets::Text;
using Widgets::TextRole;

QString selectFrom(const QString &database, const QString &table)
{
    return u"SELECT *\nFROM "_s + ClickHouse::quoteTableName(database, table) + u"\nLIMIT 100;\n"_s;
}

TablePane::TablePane(Aiven::Client &client, const QString &project, const QString &service, QWidget *parent)
    : QWidget(parent)
    , m_reader(client, project, service)
    , m_name(new Text(TextRole::Heading))
    , m_line(new Text(TextRole::Help))
    , m_note(new Text(TextRole::Help))
    , m_stack(new QStackedWidget)
    , m_loading(new Widgets::LoadingState)
    , m_error(new Widgets::ErrorState)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(H(1), H(0.75), H(1), H(0.75));
    column->setSpacing(H(0.5));
    addHead(*column);
    m_stack->addWidget(m_loading);
    m_stack->addWidget(m_error);
    m_stack->addWidget(makeFacts());
    column->addWidget(m_stack, 1);
    connect(&m_reader, &TableReader::finished, this, &TablePane::onFacts);
    connect(&m_reader, &TableReader::failed, this, &TablePane::onFailed);
    connect(&m_reader, &TableReader::missing, this, [this] {
        m_loading->stop();
        //: In place of a table's columns
        m_error->setError(tr("This table is not there any more"), tr("Somebody deleted it. Read the databases again."),
                          {}, u"info"_s);
        m_stack->setCurrentIndex(ErrorPage);
    });
    connect(m_error, &Widgets::ErrorState::retryRequested, this, &TablePane::read);
    connect(m_loading, &Widgets::LoadingState::cancelRequested, this, [this] {
        m_reader.stop();
        m_loading->stop();
        //: In place of a table's columns
        m_error->setError(tr("Reading was cancelled"), tr("Try again when you like."), {}, u"info"_s);
        m_stack->setCurrentIndex(ErrorPage);
    });
}

void TablePane::addHead(QBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(H(0.5));
    m_name->selectable();
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    //: Tooltip and accessible name of a button: copies the quoted name of a table
    QToolButton *copy = Widgets::makeIconButton(u"copy"_s, tr("Copy the table's full name"));
    //: Button: shows messages of the topic behind a Kafka table, without consuming them
    m_peek = Widgets::makeButton(tr("Peek at messages"), u"topic"_s);
    //: Button: opens a SELECT on the table in the SQL pane
    m_query = Widgets::makeButton(tr("Query"), u"sql"_s);
    row->addWidget(m_name, 1);
    row->addWidget(copy);
    row->addWidget(m_peek);
    row->addWidget(m_query);
    column.addLayout(row);
    column.addWidget(m_line->wrapped());
    column.addWidget(m_note->wrapped());
    connect(m_query, &QPushButton::clicked, this,
            [this] { emit queryRequested(selectFrom(m_database, m_table.name)); });
    connect(m_peek, &QPushButton::clicked, this, [this] { emit peekRequested(m_database, m_table.name); });
    connect(copy, &QToolButton::clicked, this, [this] {
        const QString name = ClickHouse::quoteTableName(m_database, m_table.name);
        copyText(name);
        //: Status bar; %1 is a table's full name
        emit happened(tr("%1 copied").arg(name));
    });
}

QWidget *TablePane::makeFacts()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs = new QTabBar;
    //: Accessible name of a row of tabs
    m_tabs->setAccessibleName(tr("About the table"));
    //: Tab about a table
    m_tabs->addTab(tr("Columns"));
    //: Tab about a table: its CREATE statement
    m_tabs->addTab(tr("Definition"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_view = new QTableView;
    m_view->setModel(&m_columns);
    m_view->setProperty("edgeless", true);
    //: Accessible name of a table
    m_view->setAccessibleName(tr("Columns of the table"));
    m_view->setItemDelegate(
        new Widgets::RowDelegate(Widgets::RowDelegate::Lines::One, Widgets::RowDelegate::Separator::Hairline, this));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(H(1.75));
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    //: Accessible name of a text field
    m_definition = new Widgets::SqlEditor(tr("Definition of the table"));
    m_definition->setReadOnly(true);
    auto *pages = new QStackedWidget;
    pages->addWidget(m_view);
    pages->addWidget(m_definition);
    column->addWidget(m_tabs);
    column->addWidget(new Widgets::Hairline);
    column->addWidget(pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);
    return page;
}

void TablePane::show(const QString &database, const Aiven::DatabaseTable &table,
                     const std::optional<DatabaseSource> &source)
{
    const bool same = database == m_database && table.name == m_table.name;
    m_database = database;
    m_table = table;
    m_name->setText(Core::displayText(table.name, 300));
    m_peek->setVisible(isKafka(table));
    // The API does not read messages of clusters outside Aiven.
    const bool canPeek = source && !source->service.isEmpty();
    m_peek->setEnabled(canPeek);
    //: Why "Peek at messages" is off
    m_peek->setToolTip(canPeek ? QString() : tr("Messages of an external cluster cannot be read from here."));
    m_note->setText(
        isKafka(table)
            //: Below the name of a Kafka table; words of the guide
            ? tr("Messages are only read once per consumer group. Query opens a SELECT and asks before it runs.")
            : QString());
    m_note->setVisible(isKafka(table));
    if (!same)
        m_line->setText(table.engine);
    if (!same || m_stack->currentIndex() == ErrorPage)
        read();
    else
        m_reader.read(m_database, m_table.name); // what is shown stays until the answer is there
}

void TablePane::read()
{
    m_stack->setCurrentIndex(LoadingPage);
    //: Shown while the columns of a table are read; the seconds are added
    m_loading->start(tr("Reading %1").arg(Core::displayText(m_table.name, 100)));
    m_reader.read(m_database, m_table.name);
}

QString TablePane::factsLine(const TableFacts &facts) const
{
    QStringList parts{facts.engine};
    const bool hasRows = !isKafka(m_table) && !facts.engine.contains("View"_L1); // a view's are elsewhere
    if (facts.rows >= 0 && hasRows)
        //: Facts about a table
        parts << (facts.rows == 1 ? tr("1 row") : tr("%1 rows").arg(Core::formatCount(facts.rows)));
    if (facts.bytes >= 0 && hasRows)
        parts << Core::formatBytes(facts.bytes);
    if (!facts.sortingKey.isEmpty())
        //: Facts about a table: its ORDER BY; keep the words of SQL
        parts << tr("ORDER BY %1").arg(Core::displayText(facts.sortingKey, 200));
    if (!facts.partitionKey.isEmpty())
        //: Facts about a table: its PARTITION BY; keep the words of SQL
        parts << tr("PARTITION BY %1").arg(Core::displayText(facts.partitionKey, 200));
    if (!facts.comment.isEmpty())
        parts << Core::displayText(facts.comment, 200);
    return parts.join(u" · "_s);
}

void TablePane::onFacts(const TableFacts &facts)
{
    m_loading->stop();
    m_line->setText(factsLine(facts));
    m_columns.clear();
    //: Columns of the table of columns
    m_columns.setHorizontalHeaderLabels({tr("Name"), tr("Type"), tr("Default"), tr("Comment")});
    for (const TableColumn &column : facts.columns) {
        auto *name = new QStandardItem(Core::displayText(column.name, 300));
        if (column.isInSortingKey)
            //: Mark of a column in the ORDER BY of its table
            name->setData(QStringList{tr("sorting key")}, Widgets::PillsRole);
        QList<QStandardItem *> row{name, new QStandardItem(Core::displayText(column.type, 300)),
                                   new QStandardItem(Core::displayText(column.defaultValue, 300)),
                                   new QStandardItem(Core::displayText(column.comment, 300))};
        for (int i = 0; i < 3; ++i)
            row.at(i)->setData(true, Widgets::FixedFontRole);
        m_columns.appendRow(row);
    }
    for (int column : {2, 3}) { // seldom used: no empty columns beside the types
        bool used = false;
        for (int row = 0; row < m_columns.rowCount() && !used; ++row)
            used = !m_columns.item(row, column)->text().isEmpty();
        m_view->setColumnHidden(column, !used);
    }
    m_view->setColumnWidth(0, H(12));
    m_view->setColumnWidth(1, H(10));
    m_view->setColumnWidth(2, H(8));
    m_definition->setText(facts.definition);
    m_stack->setCurrentIndex(FactsPage);
}

void TablePane::onFailed(const Aiven::ApiError &error)
{
    m_loading->stop();
    const UserMessage message = describe(error);
    m_error->setError(message.title, (message.text + u' ' + message.nextStep).trimmed(), message.details,
                      error.kind == Aiven::ApiError::Kind::Network ? u"cloudoff"_s : u"error"_s);
    m_stack->setCurrentIndex(ErrorPage);
}

} // namespace App
