// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/navigator.h"

#include "app/navigatormodel.h"
#include "widgets/icons.h"
#include "widgets/menus.h"
#include "widgets/metrics.h"
#include "widgets/rowdelegate.h"
#include "widgets/text.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace App {

using namespace Qt::StringLiterals;
using Widgets::H;

NavigatorTree::NavigatorTree(QWidget *parent) : QTreeView(parent)
{
    setProperty("edgeless", true);
    setProperty("ownSelection", true);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setItemDelegate(
        new Widgets::RowDelegate(Widgets::RowDelegate::Lines::One, Widgets::RowDelegate::Separator::None, this));
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    setExpandsOnDoubleClick(true);
}

void NavigatorTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = selectionModel()->isSelected(index);
    const bool current = hasFocus() && currentIndex() == index;
    const QRectF row = QRectF(option.rect).adjusted(H(0.35), 1, -H(0.35), -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Widgets::color(hasFocus() ? Widgets::Token::Selection : Widgets::Token::IdleSelection));
        painter->drawRoundedRect(row, 5, 5);
    }
    if (current) {
        painter->setPen(QPen(Widgets::color(Widgets::Token::Accent), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), 4, 4);
    }
    painter->restore();
    QStyleOptionViewItem plain = option;
    plain.showDecorationSelected = false;
    QTreeView::drawRow(painter, plain, index);
}

bool NavigatorFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const bool filters = !filterRegularExpression().pattern().isEmpty();
    return !(filters && NavigatorModel::isNote(index)) && QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

Navigator::Navigator(NavigatorModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new QLineEdit)
    //: Tooltip and accessible name of the plus button of the navigator
    , m_add(Widgets::makeIconButton(u"plus"_s, tr("Add an account")))
    , m_tree(new NavigatorTree)
    , m_unread(new Widgets::Text(Widgets::TextRole::Small))
{
    m_proxy.setSourceModel(&model);
    m_proxy.setRecursiveFilteringEnabled(true);
    m_proxy.setAutoAcceptChildRows(true);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    // Before the view's own, which moves to a neighbour.
    connect(&m_proxy, &QAbstractItemModel::rowsAboutToBeRemoved, this, &Navigator::onRowsGoing);
    m_tree->setModel(&m_proxy);
    //: Accessible name of the tree at the left
    m_tree->setAccessibleName(tr("Services"));
    //: Placeholder and accessible name of the filter field of the navigator
    m_filter->setPlaceholderText(tr("Filter services"));
    m_filter->setAccessibleName(tr("Filter services"));
    m_filter->addAction(Widgets::icon("search"), QLineEdit::LeadingPosition);
    m_filter->setClearButtonEnabled(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, H(0.5), 0, 0);
    column->setSpacing(H(0.35));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(H(0.55), 0, H(0.35), 0);
    row->setSpacing(H(0.25));
    row->addWidget(m_filter);
    row->addWidget(m_add);
    column->addLayout(row);
    column->addWidget(m_tree);
    m_unread->wrapped()->setContentsMargins(H(0.75), H(0.25), H(0.75), H(0.5));
    m_unread->hide();
    column->addWidget(m_unread);

    connect(m_filter, &QLineEdit::textChanged, this, &Navigator::onFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, &Navigator::openFirstMatch);
    connect(m_tree, &QTreeView::expanded, this, &Navigator::onExpanded);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &Navigator::onCurrent);
    connect(m_tree, &QTreeView::activated, this, &Navigator::open);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        onCurrent(index); // also the service that is current: another page may be in front
        open(index);      // last: the row may be gone after it
    });
    // The source's rows: the filter inserts rows, too, whenever it lets more through.
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &Navigator::expandNew);
    connect(&m_model, &NavigatorModel::servicesRead, this, &Navigator::showUnread);
}

void Navigator::setAddMenu(QMenu *menu)
{
    Widgets::offerMenu(*m_add, *menu);
}

void Navigator::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void Navigator::onRowsGoing(const QModelIndex &parent, int first, int last)
{
    for (QModelIndex index = m_tree->currentIndex(); index.isValid(); index = index.parent()) {
        if (index.parent() != parent || index.row() < first || index.row() > last)
            continue;
        const QSignalBlocker quiet(m_tree->selectionModel());
        m_tree->selectionModel()->clear();
        m_tree->viewport()->update();
        return;
    }
}

void Navigator::setCurrent(const Place &place)
{
    m_place = place;
    const QModelIndex index = m_proxy.mapFromSource(m_model.indexOf(place));
    if (!index.isValid() || index == m_tree->currentIndex())
        return;
    const QSignalBlocker quiet(m_tree->selectionModel());
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_tree->viewport()->update();
}

void Navigator::onFilter(const QString &text)
{
    m_proxy.setFilterFixedString(text.trimmed());
    if (!text.trimmed().isEmpty())
        expandRead({});
    setCurrent(Place(m_place)); // it may have been filtered out before
    showUnread();
}

void Navigator::expandRead(const QModelIndex &parent)
{
    for (int row = 0; row < m_proxy.rowCount(parent); ++row) {
        const QModelIndex index = m_proxy.index(row, 0, parent);
        const bool isProject = index.data(NavigatorModel::NodeRole).toInt() == int(NavigatorModel::Node::Project);
        if (isProject && !m_model.isRead(m_proxy.mapToSource(index)))
            continue;
        m_tree->expand(index);
        if (!isProject)
            expandRead(index);
    }
}

/// The filter knows only what was read: it says so where that is not everything.
void Navigator::showUnread()
{
    const int unread = m_filter->text().trimmed().isEmpty() ? 0 : m_model.unreadProjects();
    m_unread->setVisible(unread > 0);
    //: Below the filtered tree of services
    m_unread->setText(tr("%n project(s) not searched: their services are read when you open them.", nullptr, unread));
}

void Navigator::onExpanded(const QModelIndex &proxyIndex)
{
    const QModelIndex index = m_proxy.mapToSource(proxyIndex);
    if (index.data(NavigatorModel::NodeRole).toInt() == int(NavigatorModel::Node::Project))
        m_model.readServices(index);
}

void Navigator::onCurrent(const QModelIndex &proxyIndex)
{
    const Place place = m_model.placeOf(m_proxy.mapToSource(proxyIndex));
    if (!place.isService())
        return;
    m_place = place;
    emit activated(place);
}

/// Not when it becomes current: on the way through the projects by arrow keys each page would be read.
void Navigator::open(const QModelIndex &proxyIndex)
{
    const QModelIndex index = m_proxy.mapToSource(proxyIndex);
    if (NavigatorModel::isNote(index)) {
        m_tree->setCurrentIndex(proxyIndex.parent()); // the row goes: from there the keys go on
        m_model.retry(index);
    } else if (index.data(NavigatorModel::NodeRole).toInt() == int(NavigatorModel::Node::Project)) {
        emit projectActivated(m_model.placeOf(index));
    }
}

void Navigator::openFirstMatch()
{
    QModelIndex index = m_proxy.index(0, 0);
    while (index.isValid() && !m_model.placeOf(m_proxy.mapToSource(index)).isService())
        index = m_tree->indexBelow(index);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->setFocus(Qt::OtherFocusReason);
}

void Navigator::expandNew(const QModelIndex &parent, int first, int last)
{
    // Accounts, organizations and the first few projects open by themselves: most people have one project, and with
    // hundreds nobody wants hundreds of requests.
    constexpr int kOpenedProjects = 5;
    using Node = NavigatorModel::Node;
    if (!parent.isValid() || parent.data(NavigatorModel::NodeRole).toInt() == int(Node::Project))
        return;
    m_tree->expand(m_proxy.mapFromSource(parent));
    for (int row = first; row <= qMin(last, kOpenedProjects - 1); ++row) {
        const QModelIndex child = m_model.index(row, 0, parent);
        if (child.data(NavigatorModel::NodeRole).toInt() == int(Node::Project))
            m_tree->expand(m_proxy.mapFromSource(child));
    }
}

} // namespace App
