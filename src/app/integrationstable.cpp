// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/integrationstable.h"

#include "app/integration/pairs.h"
#include "widgets/menus.h"
#include "widgets/metrics.h"
#include "widgets/rowdelegate.h"
#include "widgets/text.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <array>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

IntegrationsTable::IntegrationsTable(IntegrationModel &model, QWidget &holder) : QTableView(&holder), m_model(model)
{
    setModel(&model);
    setProperty("edgeless", true);
    //: Accessible name of a table
    setAccessibleName(tr("Service integrations"));
    setItemDelegate(
        new Widgets::RowDelegate(Widgets::RowDelegate::Lines::Two, Widgets::RowDelegate::Separator::Hairline, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(H(2.9));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setFixedHeight(H(1.85));
    connect(&model, &QAbstractItemModel::modelReset, this, &IntegrationsTable::rebuildActions);
    connect(&model, &QAbstractItemModel::dataChanged, this, &IntegrationsTable::rebuildActions);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            &IntegrationsTable::currentIntegrationChanged);
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) { run(m_model.at(index.row())); });
    Widgets::offerRowMenu(*this, [this] { return menuOfCurrent(); });
    rebuildActions();
}

QSize IntegrationsTable::sizeHint() const
{
    return {H(50), horizontalHeader()->height() + m_model.rowCount() * H(2.9)};
}

const Aiven::Integration *IntegrationsTable::current() const
{
    return currentIndex().isValid() ? &m_model.at(currentIndex().row()) : nullptr;
}

QString IntegrationsTable::verbFor(const Aiven::Integration &integration) const
{
    if (IntegrationModel::hasTables(integration))
        return IntegrationModel::tableCount(integration) == 0
                   //: Action in the row of an integration without tables
                   ? tr("Define tables")
                   //: Action in the row of an integration
                   : tr("Edit tables");
    if (hasPairs(integration))
        //: Action in the row of a PostgreSQL integration: which of its databases and schemas appear
        return tr("Edit databases");
    if (!integration.collectionName().isEmpty())
        //: Action in the row of managed credentials
        return tr("Show SQL");
    if (!integration.status.errors.isEmpty())
        //: Action in the row of an integration
        return tr("Show error");
    //: Action in the row of an integration
    return tr("Settings…");
}

void IntegrationsTable::run(const Aiven::Integration &integration)
{
    if (IntegrationModel::hasTables(integration))
        emit editTablesRequested(integration.id);
    else if (hasPairs(integration))
        emit settingsRequested(integration.id);
    else if (!integration.collectionName().isEmpty())
        emit credentialsRequested(integration.id);
    else if (!integration.status.errors.isEmpty())
        emit errorRequested(integration.id);
    else
        emit settingsRequested(integration.id);
}

void IntegrationsTable::rebuildActions()
{
    updateGeometry();
    QStringList verbs;
    for (const Aiven::Integration &integration : m_model.integrations())
        verbs << integration.id + verbFor(integration);
    if (verbs == m_shownVerbs)
        return; // buttons that are there keep the focus
    m_shownVerbs = verbs;
    for (QWidget *const actions : std::as_const(m_actions)) {
        actions->hide();
        actions->deleteLater(); // one of them may be what brought the new rows
    }
    m_actions.clear();
    QStringList others;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QString source = m_model.index(row, IntegrationModel::SourceColumn).data().toString();
        const QString appears = m_model.index(row, IntegrationModel::AppearsColumn).data().toString();
        const QString other = others.contains(source) ? u"%1, %2"_s.arg(source, appears) : source;
        others << other;
        m_actions << makeActions(m_model.at(row), other);
        m_actions.last()->show();
    }
    updateEditorGeometries();
}

QWidget *IntegrationsTable::makeActions(const Aiven::Integration &integration, const QString &source)
{
    const QString id = integration.id;
    auto *cell = new QWidget(parentWidget());
    //: Accessible name of the buttons in a row; %1 is the source
    cell->setAccessibleName(tr("Actions of %1").arg(source));
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const QString verb = verbFor(integration);
    QPushButton *button = Widgets::makeButton(verb, "quiet");
    // Not the verb alone: a dialog in front may have a button of that name, and so has every other row.
    //: Accessible name of an action: verb, source
    button->setAccessibleName(tr("%1 of %2").arg(verb, source));
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, integration] { run(integration); });
    //: Accessible name of the button with three dots in a row; %1 is the source
    QToolButton *more = Widgets::makeIconButton(u"more"_s, tr("More actions for %1").arg(source));
    auto *menu = new QMenu(more);
    if (IntegrationModel::hasTables(integration))
        menu->addAction(verb, this, [this, id] { emit editTablesRequested(id); });
    else
        //: Menu of an integration: what can be set besides tables
        menu->addAction(hasPairs(integration) ? verb : tr("Settings…"), this,
                        [this, id] { emit settingsRequested(id); });
    if (!integration.status.errors.isEmpty())
        //: Menu of an integration
        menu->addAction(tr("Show error"), this, [this, id] { emit errorRequested(id); });
    //: Menu of an integration
    menu->addAction(tr("Copy id"), this, [this, id] {
        QApplication::clipboard()->setText(id);
        emit idCopied(id);
    });
    menu->addSeparator();
    //: Menu of an integration
    menu->addAction(tr("Disconnect…"), this, [this, id] { emit disconnectRequested(id); });
    Widgets::offerMenu(*more, *menu);
    row->addWidget(more);
    return cell;
}

void IntegrationsTable::layoutColumns()
{
    // Widths are shares of the table, reserved from the start: nothing jumps when data arrives.
    constexpr std::array kWide{0.265, 0.145, 0.22, 0.115, 0.095, 0.16};
    constexpr std::array kNarrow{0.31, 0.0, 0.25, 0.12, 0.10, 0.22};
    constexpr double kRoomForDirection = 70; // of the window, in lines of text
    const bool narrow = window()->width() < H(kRoomForDirection);
    setColumnHidden(IntegrationModel::DirectionColumn, narrow);
    m_model.setDirectionFolded(narrow);
    const auto &shares = narrow ? kNarrow : kWide;
    int left = viewport()->width();
    for (int column = 0; column + 1 < IntegrationModel::ColumnCount; ++column) {
        const int width = int(viewport()->width() * shares.at(std::size_t(column)));
        setColumnWidth(column, width);
        left -= width;
    }
    setColumnWidth(IntegrationModel::ActionColumn, left);
}

void IntegrationsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layoutColumns();
    updateEditorGeometries();
}

/// Called whenever cells move. Only the buttons are covered, so that a click beside them still chooses the row.
void IntegrationsTable::updateEditorGeometries()
{
    QTableView::updateEditorGeometries();
    const QPoint origin = viewport()->mapTo(parentWidget(), QPoint());
    for (int row = 0; row < m_actions.size(); ++row) {
        const QRect cell =
            visualRect(m_model.index(row, IntegrationModel::ActionColumn)).adjusted(H(0.25), 0, -H(0.25), -1);
        QWidget *const actions = m_actions.at(row);
        const QSize size = actions->sizeHint().boundedTo(cell.size());
        actions->setGeometry(
            QStyle::alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter, size, cell).translated(origin));
    }
}

QMenu *IntegrationsTable::menuOfCurrent() const
{
    return m_actions.at(currentIndex().row())->findChild<QMenu *>();
}

} // namespace App
