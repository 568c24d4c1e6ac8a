// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid/gridselection.h"

#include <algorithm>

namespace Widgets {

void GridSelection::select(GridPosition position, Unit unit)
{
    m_anchor = position;
    m_current = position;
    m_unit = unit;
    m_isEmpty = false;
}

GridRange GridSelection::range(qint64 rowCount, int columnCount) const
{
    if (m_isEmpty || rowCount == 0 || columnCount == 0)
        return {};
    const bool wholeColumns = m_unit == Unit::Columns || m_unit == Unit::All;
    const bool wholeRows = m_unit == Unit::Rows || m_unit == Unit::All;
    const auto [top, bottom] = std::minmax(m_anchor.row, m_current.row);
    const auto [left, right] = std::minmax(m_anchor.column, m_current.column);
    return {wholeColumns ? 0 : top, wholeColumns ? rowCount - 1 : std::min(bottom, rowCount - 1), wholeRows ? 0 : left,
            wholeRows ? columnCount - 1 : std::min(right, columnCount - 1)};
}

GridPosition moved(GridPosition from, Qt::Key key, bool toEdge, const GridExtent &extent)
{
    GridPosition to = from;
    switch (key) {
    case Qt::Key_Up: to.row = toEdge ? 0 : from.row - 1; break;
    case Qt::Key_Down: to.row = toEdge ? extent.rowCount - 1 : from.row + 1; break;
    case Qt::Key_PageUp: to.row = from.row - extent.pageRows; break;
    case Qt::Key_PageDown: to.row = from.row + extent.pageRows; break;
    case Qt::Key_Left: to.column = toEdge ? 0 : from.column - 1; break;
    case Qt::Key_Right: to.column = toEdge ? extent.columnCount - 1 : from.column + 1; break;
    case Qt::Key_Home: to = {toEdge ? 0 : from.row, 0}; break;
    case Qt::Key_End: to = {toEdge ? extent.rowCount - 1 : from.row, extent.columnCount - 1}; break;
    default: return from;
    }
    to.row = std::clamp<qint64>(to.row, 0, std::max<qint64>(0, extent.rowCount - 1));
    to.column = std::clamp(to.column, 0, std::max(0, extent.columnCount - 1));
    return to;
}

} // namespace Widgets
