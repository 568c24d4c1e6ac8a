// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

#include <vector>

namespace Widgets {

/// Where everything is in a grid of equal rows. Rows are counted, never measured in pixels of the whole: 98 million rows
/// of 22 pixels are more than an int holds.
class GridGeometry
{
public:
    enum class Area { Nothing, Corner, ColumnHead, ColumnEdge, RowHead, Cell };
    struct Hit
    {
        Area area = Area::Nothing;
        qint64 row = -1;
        int column = -1;
    };

    void setMetrics(int rowHeight, int headHeight, int rowHeadWidth, int gripWidth);
    void setWidths(std::vector<int> widths);
    void setWidth(int column, int width);
    void setView(QSize view, qint64 firstRow, int scrolledX);
    void setRowCount(qint64 count) { m_rowCount = count; }

    [[nodiscard]] int columnCount() const { return int(m_widths.size()); }
    [[nodiscard]] qint64 rowCount() const { return m_rowCount; }
    [[nodiscard]] const std::vector<int> &widths() const { return m_widths; }
    [[nodiscard]] int width(int column) const { return m_widths[size_t(column)]; }
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    [[nodiscard]] int headHeight() const { return m_headHeight; }
    [[nodiscard]] int rowHeadWidth() const { return m_rowHeadWidth; }
    [[nodiscard]] int columnsWidth() const { return m_columnsWidth; }
    [[nodiscard]] QSize view() const { return m_view; }
    [[nodiscard]] qint64 firstRow() const { return m_firstRow; }
    /// Rows that are wholly visible; at least 1.
    [[nodiscard]] int pageRows() const;
    /// The row after the last one of which anything is visible.
    [[nodiscard]] qint64 endRow() const;
    [[nodiscard]] int firstColumn() const;
    /// The column after the last one of which anything is visible.
    [[nodiscard]] int endColumn() const;

    [[nodiscard]] int columnLeft(int column) const { return m_rowHeadWidth + m_lefts[size_t(column)] - m_scrolledX; }
    [[nodiscard]] int rowTop(qint64 row) const { return m_headHeight + int(row - m_firstRow) * m_rowHeight; }
    [[nodiscard]] QRect cellRect(qint64 row, int column) const;
    [[nodiscard]] QRect columnHeadRect(int column) const;
    [[nodiscard]] QRect rowHeadRect(qint64 row) const;
    [[nodiscard]] Hit hit(QPoint position) const;
    /// The horizontal scroll position that shows the column, as near to the present one as possible.
    [[nodiscard]] int scrolledXToShow(int column) const;

private:
    [[nodiscard]] int columnAt(int x) const;
    void updateLefts();

    std::vector<int> m_widths;
    std::vector<int> m_lefts;
    int m_columnsWidth = 0;
    int m_rowHeight = 1;
    int m_headHeight = 0;
    int m_rowHeadWidth = 0;
    int m_gripWidth = 0;
    QSize m_view;
    qint64 m_firstRow = 0;
    qint64 m_rowCount = 0;
    int m_scrolledX = 0;
};

} // namespace Widgets
