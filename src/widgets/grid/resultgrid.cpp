// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid/resultgrid.h"

#include "widgets/grid/gridaccessible.h"
#include "widgets/grid/gridpainter.h"
#include "widgets/grid/valueviewer.h"
#include "widgets/metrics.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace Widgets {

using namespace Qt::StringLiterals;
using Unit = GridSelection::Unit;

namespace {

constexpr int pickUpMilliseconds = 33;

} // namespace

ResultGrid::ResultGrid(QWidget *parent) : QAbstractScrollArea(parent)
{
    installGridAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    m_pickUpTimer.setInterval(pickUpMilliseconds);
    m_pickUpTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_pickUpTimer, &QTimer::timeout, this, &ResultGrid::pickUp);
    addActions();
    updateFonts();
}

ResultGrid::~ResultGrid() = default;

/// The keys are handled by keyPressEvent(): as shortcuts they would quarrel with those of the window's Edit menu.
void ResultGrid::addActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, auto handler) {
        auto *const action = new QAction(text + u'\t' + keys.toString(QKeySequence::NativeText), this);
        connect(action, &QAction::triggered, this, handler);
        addAction(action);
    };
    //: Context menu of query results
    add(tr("Copy"), QKeySequence::Copy, [this] { copy(); });
    //: Context menu of query results: copies the selected cells below their columns' names
    add(tr("Copy with column names"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copy(GridMimeData::Heads::Names); });
    //: Context menu of query results
    add(tr("Select all"), QKeySequence::SelectAll, [this] { selectAll(); });
    //: Context menu of query results: opens a window with one value
    add(tr("Show the whole value"), Qt::Key_Return, [this] { openValue(); });
}

void ResultGrid::setSource(std::shared_ptr<const ClickHouse::RowSource> source)
{
    m_source = std::move(source);
    m_columns.clear();
    m_selection.clear();
    m_geometry.setWidths({});
    m_geometry.setRowCount(0);
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    updateScrollBars();
    viewport()->update();
    notifyGridReset(*this);
    emit selectionChanged();
    pickUp();
    if (m_source && m_columns.isEmpty())
        QTimer::singleShot(0, this, [this] { m_fonts->warmUp(); });
}

void ResultGrid::setGrowing(bool growing)
{
    if (growing)
        m_pickUpTimer.start();
    else
        m_pickUpTimer.stop();
    pickUp();
}

void ResultGrid::pickUp()
{
    if (!m_source)
        return;
    if (m_columns.isEmpty())
        takeColumns();
    const qint64 before = rowCount();
    const qint64 now = m_columns.isEmpty() ? 0 : m_source->rowCount();
    if (now == before)
        return;
    const bool isVisible = std::min(before, now) < m_geometry.firstRow() + m_geometry.pageRows() + 1;
    m_geometry.setRowCount(now);
    if (before == 0) // measured once: nothing may jump when more rows arrive
        fitColumns(0, int(m_columns.size()), 0, now);
    updateScrollBars();
    if (isVisible)
        viewport()->update();
    notifyGridRows(*this, before, now);
    emit rowCountChanged(now);
}

void ResultGrid::updateFonts()
{
    m_fonts = std::make_unique<GridFonts>();
    updateMetrics();
}

void ResultGrid::updateMetrics()
{
    // As wide as the largest row number in view needs, so it grows by scrolling only.
    const qint64 last = qint64(verticalScrollBar()->value()) + m_geometry.pageRows() + 1;
    const auto digits = std::max<qsizetype>(4, QString::number(last).size());
    const int rowHead = int(m_fonts->cellMetrics.averageCharWidth() * qreal(digits)) + 2 * H(0.5);
    m_geometry.setMetrics(H(1.6), H(2.7), rowHead, H(0.25));
}

void ResultGrid::updateView()
{
    m_geometry.setView(viewport()->size(), verticalScrollBar()->value(), horizontalScrollBar()->value());
    updateMetrics();
}

void ResultGrid::updateScrollBars()
{
    updateView();
    const qint64 hidden = std::max<qint64>(0, rowCount() - m_geometry.pageRows());
    verticalScrollBar()->setRange(0, int(std::min<qint64>(hidden, std::numeric_limits<int>::max())));
    verticalScrollBar()->setPageStep(m_geometry.pageRows());
    const int space = viewport()->width() - m_geometry.rowHeadWidth();
    horizontalScrollBar()->setRange(0, std::max(0, m_geometry.columnsWidth() - space));
    horizontalScrollBar()->setPageStep(std::max(1, space));
    horizontalScrollBar()->setSingleStep(H(2));
    updateView();
}

GridRange ResultGrid::selectedRange() const
{
    return m_selection.range(rowCount(), int(m_columns.size()));
}

void ResultGrid::setCurrent(GridPosition position, Unit unit)
{
    select(position, unit);
    showPosition(position);
}

void ResultGrid::select(GridPosition position, Unit unit)
{
    if (rowCount() == 0)
        return;
    m_selection.select(position, unit);
    viewport()->update();
    notifyGridCurrent(*this);
    emit selectionChanged();
}

void ResultGrid::moveCurrent(GridPosition position, bool extend)
{
    if (extend && hasCurrent()) {
        m_selection.extendTo(position);
        viewport()->update();
        notifyGridCurrent(*this);
        emit selectionChanged();
    } else {
        select(position, Unit::Cells);
    }
    showPosition(position);
}

void ResultGrid::showPosition(GridPosition position)
{
    const qint64 first = m_geometry.firstRow();
    const int page = m_geometry.pageRows();
    if (position.row < first)
        verticalScrollBar()->setValue(int(position.row));
    else if (position.row >= first + page)
        verticalScrollBar()->setValue(int(std::min<qint64>(position.row - page + 1, std::numeric_limits<int>::max())));
    if (position.column < m_geometry.columnCount())
        horizontalScrollBar()->setValue(m_geometry.scrolledXToShow(position.column));
}

void ResultGrid::selectAll()
{
    if (rowCount() == 0)
        return;
    const GridPosition position = hasCurrent() ? current() : GridPosition();
    select(position, Unit::All);
}

QString ResultGrid::selectionText() const
{
    const GridRange range = selectedRange();
    if (range.isEmpty())
        return {};
    if (range.rows() > 1 || range.columns() > 1) {
        //: Status of query results; %1 and %2 are counts
        return tr("%1 rows × %2 columns selected")
            .arg(QLocale().toString(range.rows()), QString::number(range.columns()));
    }
    //: Status of query results; %1 is a row's number, %2 a column's name
    return tr("1 cell selected · row %1, %2").arg(QString::number(range.top + 1), m_columns[range.left].name);
}

void ResultGrid::copy(GridMimeData::Heads heads)
{
    const GridRange range = selectedRange();
    if (!range.isEmpty())
        QApplication::clipboard()->setMimeData(new GridMimeData(m_source, range, heads));
}

void ResultGrid::openValue()
{
    if (!hasCurrent())
        return;
    auto *const viewer = new ValueViewer(m_source, current(), this);
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    viewer->open();
}

void ResultGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (!m_source) {
        painter.fillRect(viewport()->rect(), palette().base());
        return;
    }
    const GridPainter::Scene scene{*m_source,       m_columns, m_geometry,   *m_fonts,
                                   selectedRange(), current(), hasCurrent(), hasFocus()};
    GridPainter(painter, scene).paint();
}

void ResultGrid::resizeEvent(QResizeEvent *)
{
    updateScrollBars();
}

void ResultGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateFonts();
    QAbstractScrollArea::changeEvent(event);
}

void ResultGrid::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_selection.isEmpty() && rowCount() > 0)
        select({m_geometry.firstRow(), 0}, Unit::Cells);
    notifyGridCurrent(*this);
    viewport()->update();
}

void ResultGrid::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void ResultGrid::scrollContentsBy(int, int)
{
    updateView();
    viewport()->update();
}

} // namespace Widgets
