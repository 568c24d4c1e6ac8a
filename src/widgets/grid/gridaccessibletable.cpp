// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid/gridaccessibletable.h"

#include "widgets/grid/gridaccessiblecell.h"
#include "widgets/grid/resultgrid.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace Widgets {

namespace {

constexpr qsizetype keptCells = 8'192;
constexpr int listedAtMost = 10'000; ///< lists of what is selected are made one by one

QList<int> counted(qint64 first, qint64 last)
{
    QList<int> numbers(std::clamp<qsizetype>(last - first + 1, 0, listedAtMost));
    std::iota(numbers.begin(), numbers.end(), int(first));
    return numbers;
}

} // namespace

int accessibleRow(qint64 row)
{
    return int(std::min<qint64>(row, std::numeric_limits<int>::max()));
}

GridAccessibleTable::GridAccessibleTable(ResultGrid &grid) : QAccessibleWidget(&grid, QAccessible::Table) {}

GridAccessibleTable::~GridAccessibleTable()
{
    forgetCells();
}

ResultGrid &GridAccessibleTable::grid() const
{
    return *static_cast<ResultGrid *>(widget());
}

void GridAccessibleTable::forgetCells()
{
    for (const QAccessible::Id id : std::as_const(m_ids))
        QAccessible::deleteAccessibleInterface(id);
    m_ids.clear();
    m_order.clear();
}

QAccessibleInterface *GridAccessibleTable::cellInterface(int row, int column) const
{
    const std::pair key(row, column);
    const auto known = m_ids.constFind(key);
    if (known != m_ids.constEnd())
        return QAccessible::accessibleInterface(*known);
    if (m_order.size() >= keptCells)
        QAccessible::deleteAccessibleInterface(m_ids.take(m_order.dequeue()));
    auto *const cell = new GridAccessibleCell(grid(), row, column);
    m_ids.insert(key, QAccessible::registerAccessibleInterface(cell));
    m_order.enqueue(key);
    return cell;
}

QAccessibleInterface *GridAccessibleTable::cellAt(int row, int column) const
{
    const bool exists = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return exists ? cellInterface(row, column) : nullptr;
}

int GridAccessibleTable::columnCount() const
{
    return int(grid().columns().size());
}
int GridAccessibleTable::rowCount() const
{
    return accessibleRow(grid().rowCount());
}

int GridAccessibleTable::childCount() const
{
    return accessibleRow((grid().rowCount() + 1) * columnCount());
}

QAccessibleInterface *GridAccessibleTable::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const int columns = columnCount();
    return cellInterface(index / columns - 1, index % columns);
}

int GridAccessibleTable::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *const cell = dynamic_cast<const GridAccessibleCell *>(child);
    return cell ? accessibleRow((qint64(cell->rowIndex()) + 1) * columnCount() + cell->columnIndex()) : -1;
}

QAccessibleInterface *GridAccessibleTable::childAt(int x, int y) const
{
    const GridGeometry::Hit hit = grid().geometryOfCells().hit(grid().viewport()->mapFromGlobal(QPoint(x, y)));
    if (hit.area == GridGeometry::Area::Cell)
        return cellInterface(int(hit.row), hit.column);
    return hit.area == GridGeometry::Area::ColumnHead ? cellInterface(-1, hit.column) : nullptr;
}

QAccessibleInterface *GridAccessibleTable::focusChild() const
{
    return grid().hasCurrent() ? cellAt(accessibleRow(grid().current().row), grid().current().column) : nullptr;
}

void *GridAccessibleTable::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

int GridAccessibleTable::selectedCellCount() const
{
    const GridRange range = grid().selectedRange();
    return range.isEmpty() ? 0 : accessibleRow(range.rows() * range.columns());
}

QList<QAccessibleInterface *> GridAccessibleTable::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    const GridRange range = grid().selectedRange();
    for (qint64 row = range.top; row <= range.bottom && cells.size() < keptCells / 2; ++row) {
        for (int column = range.left; column <= range.right && cells.size() < keptCells / 2; ++column)
            cells.append(cellInterface(accessibleRow(row), column));
    }
    return cells;
}

QString GridAccessibleTable::columnDescription(int column) const
{
    return grid().columns().value(column).name;
}
QString GridAccessibleTable::rowDescription(int row) const
{
    return QString::number(row + 1);
}

bool GridAccessibleTable::isColumnSelected(int column) const
{
    const GridRange range = grid().selectedRange();
    return !range.isEmpty() && range.rows() == grid().rowCount() && column >= range.left && column <= range.right;
}

bool GridAccessibleTable::isRowSelected(int row) const
{
    const GridRange range = grid().selectedRange();
    return !range.isEmpty() && range.columns() == columnCount() && row >= range.top && row <= range.bottom;
}

int GridAccessibleTable::selectedColumnCount() const
{
    const GridRange range = grid().selectedRange();
    return !range.isEmpty() && range.rows() == grid().rowCount() ? range.columns() : 0;
}

int GridAccessibleTable::selectedRowCount() const
{
    const GridRange range = grid().selectedRange();
    return !range.isEmpty() && range.columns() == columnCount() ? accessibleRow(range.rows()) : 0;
}

QList<int> GridAccessibleTable::selectedColumns() const
{
    const GridRange range = grid().selectedRange();
    return selectedColumnCount() > 0 ? counted(range.left, range.right) : QList<int>();
}

QList<int> GridAccessibleTable::selectedRows() const
{
    const GridRange range = grid().selectedRange();
    return selectedRowCount() > 0 ? counted(range.top, range.bottom) : QList<int>();
}

bool GridAccessibleTable::selectRow(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    grid().setCurrent({row, 0}, GridSelection::Unit::Rows);
    return true;
}

bool GridAccessibleTable::selectColumn(int column)
{
    if (column < 0 || column >= columnCount() || rowCount() == 0)
        return false;
    grid().setCurrent({0, column}, GridSelection::Unit::Columns);
    return true;
}

} // namespace Widgets
