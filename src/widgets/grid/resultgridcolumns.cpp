// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How ResultGrid gets its columns and their widths.

#include "widgets/grid/gridaccessible.h"
#include "widgets/grid/gridpainter.h"
#include "widgets/grid/resultgrid.h"

#include "widgets/metrics.h"

#include <algorithm>

namespace Widgets {

namespace {

constexpr qint64 measuredCells = 2'000; ///< how many cells decide about the first widths of the columns
constexpr qsizetype longestMeasured = 60;

} // namespace

void ResultGrid::takeColumns()
{
    m_columns = m_source->columns();
    m_geometry.setWidths(std::vector<int>(size_t(m_columns.size())));
    fitColumns(0, int(m_columns.size()), 0, 0);
    viewport()->update();
    if (!m_columns.isEmpty())
        notifyGridReset(*this);
}

/// Makes columns as wide as their heads and the values in these rows need.
void ResultGrid::fitColumns(int first, int count, qint64 firstRow, qint64 endRow)
{
    std::vector<qreal> widths;
    for (int column = first; column < first + count; ++column)
        widths.push_back(leastWidth(m_columns[column]));
    std::vector<ClickHouse::Cell> cells(widths.size());
    const qint64 measured = std::max<qint64>(1, measuredCells / std::max(1, count));
    for (qint64 row = firstRow; row < std::min(endRow, firstRow + measured); ++row) {
        m_source->readCells(row, first, cells, longestMeasured);
        for (size_t i = 0; i < cells.size(); ++i) {
            const qsizetype characters = cells[i].isNull ? nullText().size() : cells[i].text.size();
            widths[i] = std::max(widths[i], m_fonts->cellMetrics.averageCharWidth() * qreal(characters));
        }
    }
    std::vector<int> all = m_geometry.widths();
    for (int i = 0; i < count; ++i)
        all[size_t(first + i)] = std::clamp(int(widths[size_t(i)]) + 2 + 2 * H(0.5), H(3.5), H(24));
    m_geometry.setWidths(std::move(all));
    updateScrollBars();
}

/// For the head, and for values that may still come: widths are set by the first rows and must not jump later.
qreal ResultGrid::leastWidth(const ClickHouse::Column &column) const
{
    const qreal character = m_fonts->cellMetrics.averageCharWidth();
    const qreal values = character * (column.type.endsWith(u"Int8") ? 4 : 11);
    if (m_columns.size() > 200) // measuring thousands of texts would be seen
        return std::max(values, character * qreal(std::max(column.name.size(), column.type.size())));
    return std::max({values, m_fonts->nameMetrics.horizontalAdvance(column.name.left(longestMeasured)),
                     m_fonts->typeMetrics.horizontalAdvance(column.type.left(longestMeasured))});
}

} // namespace Widgets
