// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databasesview.h"

#include "clickhouse/types/quoting.h"
#include "core/format.h"
#include "widgets/fonts.h"
#include "widgets/icons.h"
#include "widgets/messagebar.h"
#include "widgets/metrics.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

namespace {

enum Role { SqlRole = Qt::UserRole + 1 };

QList<QStandardItem *> makeRow(const QString &name, const QString &iconName, const QString &kind, const QString &rows)
{
    auto *first = new QStandardItem(Widgets::icon(iconName), Core::displayText(name, 300));
    first->setFont(Widgets::fixedFont());
    QList<QStandardItem *> row{first, new QStandardItem(kind), new QStandardItem(rows)};
    row.at(2)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QStandardItem *item : row)
        item->setEditable(false);
    return row;
}

} // namespace

DatabasesView::DatabasesView(QWidget *parent)
    : QWidget(parent)
    , m_tree(new QTreeView)
    , m_messages(new Widgets::MessageBar)
{
    //: Columns of the tree of databases
    m_model.setHorizontalHeaderLabels({tr("Name"), tr("Engine"), tr("Rows")});
    m_tree->setModel(&m_model);
    m_tree->setProperty("edgeless", true);
    //: Accessible name of a tree
    m_tree->setAccessibleName(tr("Databases"));
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->resizeSection(0, H(30));
    m_tree->header()->resizeSection(1, H(16));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(H(1), H(0.75), H(1), H(0.75));
    column->setSpacing(H(0.5));
    column->addWidget(m_messages);
    //: Help above the tree of databases
    column->addWidget(new Widgets::Text(Widgets::TextRole::Help, tr("Double-click a table, or press Return, to open a query on "
                                                                    "it. Nothing is read before you run it.")));
    column->addWidget(m_tree);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        const QString sql = index.siblingAtColumn(0).data(SqlRole).toString();
        if (!sql.isEmpty())
            emit queryRequested(sql);
    });
}

void DatabasesView::setDatabases(const QList<Aiven::Database> &databases)
{
    m_messages->hide();
    QStringList shown;
    for (const Aiven::Database &database : databases) {
        shown << database.name + database.state;
        for (const Aiven::DatabaseTable &table : database.tables)
            shown << u' ' + table.name + QString::number(table.totalRows);
    }
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_model.removeRows(0, m_model.rowCount());
    for (const Aiven::Database &database : databases) {
        //: Tree of databases: a database that is still being made
        const QString kind = database.isReady() ? database.engine : tr("being created");
        QList<QStandardItem *> row = makeRow(database.name, u"db"_s, kind, {});
        for (const Aiven::DatabaseTable &table : database.tables) {
            const QString rows = table.totalRows < 0 ? QString() : Core::formatCount(table.totalRows);
            QList<QStandardItem *> tableRow = makeRow(table.name, table.engine.contains("View"_L1) ? u"view"_s : u"table"_s,
                                                      table.engine, rows);
            tableRow.first()->setData(u"SELECT * FROM %1.%2 LIMIT 100"_s.arg(ClickHouse::quoteIdentifier(database.name),
                                                                            ClickHouse::quoteIdentifier(table.name)),
                                      SqlRole);
            row.first()->appendRow(tableRow);
        }
        m_model.appendRow(row);
    }
    m_tree->expandAll();
}

void DatabasesView::setError(const QString &sentence)
{
    //: Message above the tree of databases
    m_messages->setMessage(Widgets::MessageBar::Kind::Error, tr("The databases could not be read"), sentence);
}

} // namespace App
