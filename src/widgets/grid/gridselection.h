// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <Qt>

namespace Widgets {

struct GridPosition
{
    qint64 row = 0;
    int column = 0;

    friend bool operator==(const GridPosition &, const GridPosition &) = default;
};

/// A rectangle of cells; its edges belong to it.
struct GridRange
{
    qint64 top = 0;
    qint64 bottom = -1;
    int left = 0;
    int right = -1;

    [[nodiscard]] bool isEmpty() const { return bottom < top || right < left; }
    [[nodiscard]] qint64 rows() const { return bottom - top + 1; }
    [[nodiscard]] int columns() const { return right - left + 1; }
    [[nodiscard]] bool contains(qint64 row, int column) const
    {
        return row >= top && row <= bottom && column >= left && column <= right;
    }
    friend bool operator==(const GridRange &, const GridRange &) = default;
};

/// One rectangle from an anchor to the current cell, widened to whole rows or columns. It costs the same for ten rows
/// and for ten million.
class GridSelection
{
public:
    enum class Unit { Cells, Rows, Columns, All };

    void select(GridPosition position, Unit unit = Unit::Cells);
    void extendTo(GridPosition position) { m_current = position; }
    void clear() { *this = {}; }

    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    [[nodiscard]] GridPosition current() const { return m_current; }
    [[nodiscard]] Unit unit() const { return m_unit; }
    /// All and Columns reach to the last row there is now.
    [[nodiscard]] GridRange range(qint64 rowCount, int columnCount) const;

private:
    GridPosition m_anchor;
    GridPosition m_current;
    Unit m_unit = Unit::Cells;
    bool m_isEmpty = true;
};

/// Where a key moves the current cell to; the position itself when the key moves nothing.
struct GridExtent
{
    qint64 rowCount = 0;
    int columnCount = 0;
    int pageRows = 1;
};
[[nodiscard]] GridPosition moved(GridPosition from, Qt::Key key, bool toEdge, const GridExtent &extent);

} // namespace Widgets
