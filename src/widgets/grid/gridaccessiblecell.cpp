// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid/gridaccessiblecell.h"

#include "widgets/grid/gridaccessibletable.h"
#include "widgets/grid/gridpainter.h"
#include "widgets/grid/resultgrid.h"

namespace Widgets {

namespace {

constexpr qsizetype readBytes = 64 * 1024; ///< more of one value than anybody listens to

} // namespace

GridAccessibleCell::GridAccessibleCell(ResultGrid &grid, int row, int column)
    : m_grid(&grid)
    , m_row(row)
    , m_column(column)
{}

bool GridAccessibleCell::isValid() const
{
    return m_grid && m_row < m_grid->rowCount() && m_column < m_grid->columns().size();
}

QAccessibleInterface *GridAccessibleCell::table() const
{
    return m_grid ? QAccessible::queryAccessibleInterface(m_grid) : nullptr;
}

QAccessibleInterface *GridAccessibleCell::parent() const
{
    return table();
}

QString GridAccessibleCell::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    if (isHead()) {
        const ClickHouse::Column &column = m_grid->columns()[m_column];
        return kind == QAccessible::Name ? column.name : kind == QAccessible::Description ? column.type : QString();
    }
    if (kind != QAccessible::Name && kind != QAccessible::Value)
        return {};
    const ClickHouse::Cell cell = m_grid->source()->cell(m_row, m_column, readBytes);
    return cell.isNull ? nullText() : cell.text;
}

QRect GridAccessibleCell::rect() const
{
    if (!isValid())
        return {};
    const GridGeometry &geometry = m_grid->geometryOfCells();
    const QRect rect = isHead() ? geometry.columnHeadRect(m_column) : geometry.cellRect(m_row, m_column);
    return rect.translated(m_grid->viewport()->mapToGlobal(QPoint()));
}

QAccessible::Role GridAccessibleCell::role() const
{
    return isHead() ? QAccessible::ColumnHeader : QAccessible::Cell;
}

QAccessible::State GridAccessibleCell::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    if (isHead())
        return state;
    const GridGeometry &geometry = m_grid->geometryOfCells();
    const bool isCurrent = m_grid->hasCurrent() && m_grid->current() == GridPosition{m_row, m_column};
    state.selectable = true;
    state.focusable = true;
    state.readOnly = true;
    state.selected = isSelected();
    state.focused = isCurrent && m_grid->hasFocus();
    state.offscreen = m_row < geometry.firstRow() || m_row >= geometry.endRow();
    return state;
}

bool GridAccessibleCell::isSelected() const
{
    return isValid() && !isHead() && m_grid->selectedRange().contains(m_row, m_column);
}

QList<QAccessibleInterface *> GridAccessibleCell::columnHeaderCells() const
{
    auto *const parentTable = static_cast<GridAccessibleTable *>(table());
    return parentTable && !isHead() ? QList<QAccessibleInterface *>{parentTable->cellInterface(-1, m_column)}
                                    : QList<QAccessibleInterface *>();
}

void *GridAccessibleCell::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableCellInterface && !isHead() ? static_cast<QAccessibleTableCellInterface *>(this)
                                                                : nullptr;
}

} // namespace Widgets
