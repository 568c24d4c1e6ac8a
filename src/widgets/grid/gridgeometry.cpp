// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid/gridgeometry.h"

#include <algorithm>

namespace Widgets {

void GridGeometry::setMetrics(int rowHeight, int headHeight, int rowHeadWidth, int gripWidth)
{
    m_rowHeight = std::max(1, rowHeight);
    m_headHeight = headHeight;
    m_rowHeadWidth = rowHeadWidth;
    m_gripWidth = gripWidth;
}

void GridGeometry::setWidths(std::vector<int> widths)
{
    m_widths = std::move(widths);
    updateLefts();
}

void GridGeometry::setWidth(int column, int width)
{
    m_widths[size_t(column)] = width;
    updateLefts();
}

void GridGeometry::updateLefts()
{
    m_lefts.resize(m_widths.size());
    m_columnsWidth = 0;
    for (size_t i = 0; i < m_widths.size(); ++i) {
        m_lefts[i] = m_columnsWidth;
        m_columnsWidth += m_widths[i];
    }
}

void GridGeometry::setView(QSize view, qint64 firstRow, int scrolledX)
{
    m_view = view;
    m_firstRow = firstRow;
    m_scrolledX = scrolledX;
}

int GridGeometry::pageRows() const
{
    return std::max(1, (m_view.height() - m_headHeight) / m_rowHeight);
}

qint64 GridGeometry::endRow() const
{
    const int space = std::max(0, m_view.height() - m_headHeight);
    return std::min(m_rowCount, m_firstRow + (space + m_rowHeight - 1) / m_rowHeight);
}

/// The column at this distance from the left edge of the first one.
int GridGeometry::columnAt(int x) const
{
    const auto after = std::upper_bound(m_lefts.begin(), m_lefts.end(), x);
    return std::max(0, int(after - m_lefts.begin()) - 1);
}

int GridGeometry::firstColumn() const
{
    return columnAt(m_scrolledX);
}

int GridGeometry::endColumn() const
{
    const int rightmost = m_scrolledX + m_view.width() - m_rowHeadWidth - 1;
    return m_widths.empty() ? 0 : std::min(columnCount(), columnAt(std::max(0, rightmost)) + 1);
}

QRect GridGeometry::cellRect(qint64 row, int column) const
{
    return {columnLeft(column), rowTop(row), width(column), m_rowHeight};
}

QRect GridGeometry::columnHeadRect(int column) const
{
    return {columnLeft(column), 0, width(column), m_headHeight};
}

QRect GridGeometry::rowHeadRect(qint64 row) const
{
    return {0, rowTop(row), m_rowHeadWidth, m_rowHeight};
}

GridGeometry::Hit GridGeometry::hit(QPoint position) const
{
    const bool inHead = position.y() < m_headHeight;
    const bool inRowHead = position.x() < m_rowHeadWidth;
    if (inHead && inRowHead)
        return {Area::Corner, -1, -1};
    const qint64 row = inHead ? -1 : m_firstRow + (position.y() - m_headHeight) / m_rowHeight;
    if (row >= m_rowCount)
        return {};
    if (inRowHead)
        return {Area::RowHead, row, -1};
    const int x = position.x() - m_rowHeadWidth + m_scrolledX;
    if (m_widths.empty() || x >= m_columnsWidth + (inHead ? m_gripWidth : 0))
        return {};
    const int column = columnAt(x);
    if (!inHead)
        return {Area::Cell, row, column};
    // A grip lies on both sides of an edge and moves the column left of it.
    if (x >= m_lefts[size_t(column)] + width(column) - m_gripWidth)
        return {Area::ColumnEdge, -1, column};
    if (column > 0 && x < m_lefts[size_t(column)] + m_gripWidth)
        return {Area::ColumnEdge, -1, column - 1};
    return {Area::ColumnHead, -1, column};
}

int GridGeometry::scrolledXToShow(int column) const
{
    const int left = m_lefts[size_t(column)];
    const int space = m_view.width() - m_rowHeadWidth;
    const int farthest = left + width(column) - space;
    return std::min(std::max(m_scrolledX, farthest), left);
}

} // namespace Widgets
