// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/types/rowsource.h"
#include "widgets/grid/gridgeometry.h"
#include "widgets/grid/gridselection.h"

#include <QFont>
#include <QFontMetricsF>

class QPainter;

namespace Widgets {

/// Numbers stand at the right; Nullable and LowCardinality change nothing about that.
[[nodiscard]] bool isNumberType(QStringView type);
/// What is shown for NULL, here and to assistive tools.
[[nodiscard]] QString nullText();

/// The fonts of a grid with what is asked of them for every cell.
struct GridFonts
{
    GridFonts();
    /// Loads fonts and shapes, which takes tens of milliseconds the first time: better while the server works on its
    /// answer than when the first rows are to be painted.
    void warmUp() const;

    QFont cell;
    QFont null;
    QFont name;
    QFont type;
    QFont currentRow; ///< its number in the head
    QFontMetricsF cellMetrics;
    QFontMetricsF nameMetrics;
    QFontMetricsF typeMetrics;
};

/// Paints the visible part of a grid, decoding the visible cells only.
class GridPainter
{
public:
    struct Scene
    {
        const ClickHouse::RowSource &source;
        const QList<ClickHouse::Column> &columns;
        const GridGeometry &geometry;
        const GridFonts &fonts;
        GridRange selection;
        GridPosition current;
        bool hasCurrent = false;
        bool hasFocus = false;
    };

    GridPainter(QPainter &painter, const Scene &scene);

    void paint();

private:
    void paintRow(qint64 row);
    void paintCell(const QRect &rect, const ClickHouse::Cell &cell, bool isNumber);
    void paintRowHead(qint64 row);
    void paintColumnHeads();
    void paintLines();
    void paintCurrent();

    QPainter &m_painter;
    const Scene &m_scene;
    const int m_padding;
    std::vector<ClickHouse::Cell> m_cells;
    std::vector<bool> m_isNumber;
};

} // namespace Widgets
