// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/types/rowsource.h"
#include "widgets/grid/gridgeometry.h"
#include "widgets/grid/gridmimedata.h"
#include "widgets/grid/gridselection.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <memory>

namespace Widgets {

struct GridFonts;

/// Shows any number of rows, also while they arrive. QTableView cannot: it keeps memory per row, stalls on every insert
/// and hangs above 2^31 pixels. Here rows have one height, the scroll bar counts rows, and only visible cells are decoded.
class ResultGrid final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ResultGrid(QWidget *parent = nullptr);
    ~ResultGrid() override;

    /// Shows these rows from the first one on; nullptr empties the grid.
    void setSource(std::shared_ptr<const ClickHouse::RowSource> source);
    [[nodiscard]] const std::shared_ptr<const ClickHouse::RowSource> &source() const { return m_source; }
    /// While rows arrive the grid looks for new ones 30 times a second; nobody has to tell it.
    void setGrowing(bool growing);
    /// Looks now: the first rows should not wait for the timer.
    void pickUp();

    /// What the grid has taken notice of.
    [[nodiscard]] qint64 rowCount() const { return m_geometry.rowCount(); }
    [[nodiscard]] const QList<ClickHouse::Column> &columns() const { return m_columns; }
    [[nodiscard]] const GridGeometry &geometryOfCells() const { return m_geometry; }

    void setCurrent(GridPosition position, GridSelection::Unit unit = GridSelection::Unit::Cells);
    [[nodiscard]] GridPosition current() const { return m_selection.current(); }
    [[nodiscard]] bool hasCurrent() const { return !m_selection.isEmpty() && rowCount() > 0; }
    [[nodiscard]] GridRange selectedRange() const;
    /// "1 cell selected · row 2, region", or nothing.
    [[nodiscard]] QString selectionText() const;
    void selectAll();
    void copy(GridMimeData::Heads heads = GridMimeData::Heads::None);
    /// Opens the viewer with the whole value of the current cell.
    void openValue();

signals:
    void rowCountChanged(qint64 count);
    void selectionChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] static bool isCommand(const QKeyEvent &event);
    bool runCommand(const QKeyEvent &event);
    void addActions();
    void updateFonts();
    void updateMetrics();
    void updateScrollBars();
    void updateView();
    void takeColumns();
    void fitColumns(int first, int count, qint64 firstRow, qint64 endRow);
    [[nodiscard]] qreal leastWidth(const ClickHouse::Column &column) const;
    void moveCurrent(GridPosition position, bool extend);
    void select(GridPosition position, GridSelection::Unit unit);
    void showPosition(GridPosition position);
    void press(const GridGeometry::Hit &hit, bool extend);
    void dragTo(QPoint position);

    std::shared_ptr<const ClickHouse::RowSource> m_source;
    QList<ClickHouse::Column> m_columns;
    GridGeometry m_geometry;
    GridSelection m_selection;
    std::unique_ptr<GridFonts> m_fonts;
    QTimer m_pickUpTimer;
    int m_resizedColumn = -1;
    bool m_isSelecting = false;
};

} // namespace Widgets
