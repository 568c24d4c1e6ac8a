// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/place.h"

#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QWidget>

class QLineEdit;
class QMenu;
class QToolButton;

namespace Widgets {
class Text;
}

namespace App {
class NavigatorModel;

/// A tree whose selection covers the row from edge to edge, the branch included.
class NavigatorTree final : public QTreeView
{
    Q_OBJECT
public:
    explicit NavigatorTree(QWidget *parent = nullptr);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Notes such as "Reading services…" are no matches.
class NavigatorFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
};

/// Filter and tree of accounts, projects and services at the left of the window.
class Navigator final : public QWidget
{
    Q_OBJECT
public:
    explicit Navigator(NavigatorModel &model, QWidget *parent = nullptr);

    /// What the plus button offers.
    void setAddMenu(QMenu *menu);
    void focusFilter();
    /// Selects without telling.
    void setCurrent(const Place &place);

signals:
    void activated(const App::Place &place);
    /// A project by Return or double click; the place has no service.
    void projectActivated(const App::Place &place);

private:
    void onFilter(const QString &text);
    /// A row that goes takes the current place with it: the tree must not choose another service by itself.
    void onRowsGoing(const QModelIndex &parent, int first, int last);
    void onExpanded(const QModelIndex &proxyIndex);
    void onCurrent(const QModelIndex &proxyIndex);
    /// A project, or another try where reading failed.
    void open(const QModelIndex &proxyIndex);
    void openFirstMatch();
    void expandNew(const QModelIndex &parent, int first, int last);
    /// Opens what was read only: opening a project reads its services.
    void expandRead(const QModelIndex &parent);
    void showUnread();

    NavigatorModel &m_model;
    Place m_place; ///< what was chosen last
    NavigatorFilter m_proxy;
    QLineEdit *m_filter;
    QToolButton *m_add;
    NavigatorTree *m_tree;
    Widgets::Text *m_unread;
};

} // namespace App
