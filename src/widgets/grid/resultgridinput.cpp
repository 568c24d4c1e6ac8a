// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How ResultGrid answers to keys and mouse.

#include "widgets/grid/resultgrid.h"

#include "widgets/metrics.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace Widgets {

using Area = GridGeometry::Area;
using Unit = GridSelection::Unit;

bool ResultGrid::event(QEvent *event)
{
    // The grid's own keys come before the window's shortcuts, as in a text field.
    if (event->type() == QEvent::ShortcutOverride && isCommand(*static_cast<QKeyEvent *>(event)))
        event->accept();
    return QAbstractScrollArea::event(event);
}

bool ResultGrid::isCommand(const QKeyEvent &event)
{
    const bool isCopyWithNames = event.keyCombination() == (Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    return event.matches(QKeySequence::Copy) || event.matches(QKeySequence::SelectAll) || isCopyWithNames ||
           (event.modifiers() == Qt::NoModifier && event.key() == Qt::Key_Return);
}

bool ResultGrid::runCommand(const QKeyEvent &event)
{
    const bool isControl = event.modifiers().testFlag(Qt::ControlModifier);
    const bool isShift = event.modifiers().testFlag(Qt::ShiftModifier);
    if (event.matches(QKeySequence::Copy))
        copy();
    else if (event.matches(QKeySequence::SelectAll))
        selectAll();
    else if (isCommand(event) && isControl)
        copy(GridMimeData::Heads::Names);
    else if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && !isControl)
        openValue();
    else if (event.key() == Qt::Key_Space && (isControl || isShift) && hasCurrent())
        setCurrent(current(), isControl ? Unit::Columns : Unit::Rows);
    else
        return false;
    return true;
}

void ResultGrid::keyPressEvent(QKeyEvent *event)
{
    if (runCommand(*event))
        return event->accept();
    const bool isMove = event->key() >= Qt::Key_Home && event->key() <= Qt::Key_PageDown;
    if (!isMove || rowCount() == 0)
        return QAbstractScrollArea::keyPressEvent(event);
    const GridExtent extent{rowCount(), int(m_columns.size()), m_geometry.pageRows()};
    const GridPosition from = hasCurrent() ? current() : GridPosition();
    const bool toEdge = event->modifiers().testFlag(Qt::ControlModifier);
    moveCurrent(moved(from, Qt::Key(event->key()), toEdge, extent), event->modifiers().testFlag(Qt::ShiftModifier));
    event->accept();
}

void ResultGrid::mousePressEvent(QMouseEvent *event)
{
    const GridGeometry::Hit hit = m_geometry.hit(event->position().toPoint());
    const bool keepsSelection = event->button() == Qt::RightButton && selectedRange().contains(hit.row, hit.column);
    if (event->button() != Qt::LeftButton && event->button() != Qt::RightButton)
        return;
    if (!keepsSelection)
        press(hit, event->modifiers().testFlag(Qt::ShiftModifier));
    m_isSelecting = event->button() == Qt::LeftButton && m_resizedColumn < 0 && hit.area != Area::Nothing;
}

void ResultGrid::press(const GridGeometry::Hit &hit, bool extend)
{
    switch (hit.area) {
    case Area::Nothing: break;
    case Area::Corner: selectAll(); break;
    case Area::ColumnEdge: m_resizedColumn = hit.column; break;
    case Area::ColumnHead: select({m_geometry.firstRow(), hit.column}, Unit::Columns); break;
    case Area::RowHead:
        if (extend && m_selection.unit() == Unit::Rows)
            moveCurrent({hit.row, current().column}, true);
        else
            select({hit.row, m_geometry.firstColumn()}, Unit::Rows);
        break;
    case Area::Cell: moveCurrent({hit.row, hit.column}, extend); break;
    }
}

void ResultGrid::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (m_resizedColumn >= 0) {
        const int width = position.x() - m_geometry.columnLeft(m_resizedColumn);
        m_geometry.setWidth(m_resizedColumn, std::max(H(1.5), width));
        updateScrollBars();
        viewport()->update();
    } else if (m_isSelecting) {
        dragTo(position);
    } else {
        const bool onEdge = m_geometry.hit(position).area == Area::ColumnEdge;
        viewport()->setCursor(onEdge ? Qt::SplitHCursor : Qt::ArrowCursor);
    }
}

/// A drag beyond an edge scrolls by one row or column each time the mouse moves.
void ResultGrid::dragTo(QPoint position)
{
    if (rowCount() == 0 || m_columns.isEmpty())
        return;
    const int below = position.y() - m_geometry.headHeight();
    const qint64 lastVisible = m_geometry.firstRow() + m_geometry.pageRows();
    qint64 row = below < 0 ? m_geometry.firstRow() - 1 : m_geometry.firstRow() + below / m_geometry.rowHeight();
    row = std::clamp<qint64>(std::min(row, lastVisible), 0, rowCount() - 1);
    const QPoint inside(std::clamp(position.x(), m_geometry.rowHeadWidth(), viewport()->width() - 1),
                        m_geometry.headHeight());
    const GridGeometry::Hit hit = m_geometry.hit(inside);
    const int column = hit.area == Area::Cell ? hit.column : int(m_columns.size()) - 1;
    const bool keepsColumn = m_selection.unit() == Unit::Rows;
    const bool keepsRow = m_selection.unit() == Unit::Columns;
    moveCurrent({keepsRow ? current().row : row, keepsColumn ? current().column : column}, true);
}

void ResultGrid::mouseReleaseEvent(QMouseEvent *)
{
    m_resizedColumn = -1;
    m_isSelecting = false;
}

void ResultGrid::mouseDoubleClickEvent(QMouseEvent *event)
{
    const GridGeometry::Hit hit = m_geometry.hit(event->position().toPoint());
    if (hit.area == Area::Cell) {
        openValue();
    } else if (hit.area == Area::ColumnEdge) {
        fitColumns(hit.column, 1, m_geometry.firstRow(), m_geometry.endRow());
        viewport()->update();
    }
}

} // namespace Widgets
