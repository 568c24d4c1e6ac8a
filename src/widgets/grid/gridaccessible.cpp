// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid/gridaccessible.h"

#include "widgets/grid/gridaccessiblecell.h"
#include "widgets/grid/gridaccessibletable.h"
#include "widgets/grid/resultgrid.h"

#include <algorithm>

namespace Widgets {

namespace {

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *const grid = qobject_cast<ResultGrid *>(object);
    return grid ? new GridAccessibleTable(*grid) : nullptr;
}

GridAccessibleTable *tableOf(ResultGrid &grid)
{
    return static_cast<GridAccessibleTable *>(QAccessible::queryAccessibleInterface(&grid));
}

} // namespace

void installGridAccessibility()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

void notifyGridReset(ResultGrid &grid)
{
    tableOf(grid)->forgetCells();
    QAccessibleTableModelChangeEvent event(&grid, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

void notifyGridRows(ResultGrid &grid, qint64 before, qint64 now)
{
    const bool isMore = now > before;
    QAccessibleTableModelChangeEvent event(&grid, isMore ? QAccessibleTableModelChangeEvent::RowsInserted
                                                         : QAccessibleTableModelChangeEvent::RowsRemoved);
    event.setFirstRow(accessibleRow(std::min(before, now)));
    event.setLastRow(accessibleRow(std::max(before, now) - 1));
    event.setFirstColumn(0);
    event.setLastColumn(int(grid.columns().size()) - 1);
    QAccessible::updateAccessibility(&event);
}

void notifyGridCurrent(ResultGrid &grid)
{
    if (!QAccessible::isActive() || !grid.hasCurrent() || !grid.hasFocus())
        return;
    GridAccessibleTable *const table = tableOf(grid);
    QAccessibleEvent event(&grid, QAccessible::Focus);
    event.setChild(table->indexOfChild(table->focusChild()));
    QAccessible::updateAccessibility(&event);
}

} // namespace Widgets
