// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/rows.h"

#include "widgets/rowdelegate.h"

#include <QListView>
#include <QStandardItem>

using namespace Qt::StringLiterals;

namespace App {

QStandardItem *headingRow(const QString &title)
{
    auto *item = new QStandardItem(title);
    item->setData(true, Widgets::HeadingRole);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemNeverHasChildren);
    return item;
}

QStandardItem *twoLineRow(const QString &name, const QString &secondLine, const QString &iconName)
{
    auto *item = new QStandardItem(name);
    item->setData(secondLine, Widgets::SecondLineRole);
    item->setData(iconName, Widgets::IconNameRole);
    item->setData(secondLine, Qt::AccessibleDescriptionRole);
    item->setEditable(false);
    return item;
}

void setUpList(QListView &view, const QString &accessibleName)
{
    view.setAccessibleName(accessibleName);
    view.setProperty("edgeless", true);
    view.setFrameShape(QFrame::NoFrame);
    view.setItemDelegate(
        new Widgets::RowDelegate(Widgets::RowDelegate::Lines::Two, Widgets::RowDelegate::Separator::None, &view));
    view.setSelectionMode(QAbstractItemView::SingleSelection);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setMouseTracking(true);
}

} // namespace App
