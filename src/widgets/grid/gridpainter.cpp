// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid/gridpainter.h"

#include "core/format.h"
#include "widgets/fonts.h"
#include "widgets/metrics.h"
#include "widgets/theme.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>

#include <array>

namespace Widgets {

using namespace Qt::StringLiterals;
using ClickHouse::Cell;

namespace {

/// Elides without laying out what cannot be seen: a cell may hold hundreds of characters.
QString fitted(const QString &text, const QFontMetricsF &metrics, qreal width, bool goesOn)
{
    const auto visible = qsizetype(width / std::max(1.0, metrics.averageCharWidth() / 2)) + 2;
    const bool isCut = goesOn || text.size() > visible;
    const QString shown = Core::displayText(text.left(visible)) + (isCut ? u"…"_s : QString());
    return metrics.elidedText(shown, Qt::ElideRight, width);
}

void drawElided(QPainter &painter, const QRect &rect, const QString &text, const QFontMetricsF &metrics, bool isNumber,
                bool goesOn = false)
{
    const QString shown = fitted(text, metrics, rect.width(), goesOn);
    painter.drawText(rect, (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace

bool isNumberType(QStringView type)
{
    for (const QStringView wrapper : {QStringView(u"Nullable("), QStringView(u"LowCardinality(")}) {
        if (type.startsWith(wrapper))
            return isNumberType(type.mid(wrapper.size()));
    }
    static constexpr std::array numbers{"Int"_L1, "UInt"_L1, "Float"_L1, "BFloat"_L1, "Decimal"_L1};
    return std::any_of(numbers.begin(), numbers.end(), [type](QLatin1StringView number) {
        // Not IntervalDay or a type that only begins alike.
        return type.startsWith(number) && type != number && !type.startsWith("Interval"_L1);
    });
}

QString nullText()
{
    //: A cell without a value in query results; SQL's own word, not to be translated.
    return QCoreApplication::translate("Widgets::ResultGrid", "NULL");
}

GridFonts::GridFonts()
    : cell(fixedFont())
    , null(smallFont())
    , name(scaledFont(1.0, QFont::DemiBold))
    , type(smallFont())
    , currentRow(cell)
    , cellMetrics(cell)
    , nameMetrics(name)
    , typeMetrics(type)
{
    null.setItalic(true);
    currentRow.setWeight(QFont::DemiBold);
}

void GridFonts::warmUp() const
{
    QImage image(8, 8, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    for (const QFont &font : {cell, null, name, type, currentRow}) {
        painter.setFont(font);
        painter.drawText(0, 0, u"0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz .,:;-_()[]'…"_s);
    }
}

GridPainter::GridPainter(QPainter &painter, const Scene &scene) : m_painter(painter), m_scene(scene), m_padding(H(0.5))
{
    for (int column = scene.geometry.firstColumn(); column < scene.geometry.endColumn(); ++column)
        m_isNumber.push_back(isNumberType(scene.columns[column].type));
    m_cells.resize(m_isNumber.size());
}

void GridPainter::paint()
{
    const GridGeometry &geometry = m_scene.geometry;
    m_painter.fillRect(QRect(QPoint(), geometry.view()), color(Token::Base));
    if (m_cells.empty())
        return;
    m_painter.setClipRect(
        QRect(geometry.rowHeadWidth(), geometry.headHeight(), geometry.view().width(), geometry.view().height()));
    for (qint64 row = geometry.firstRow(); row < geometry.endRow(); ++row)
        paintRow(row);
    m_painter.setClipping(false);
    for (qint64 row = geometry.firstRow(); row < geometry.endRow(); ++row)
        paintRowHead(row);
    paintColumnHeads();
    paintLines();
    paintCurrent();
}

void GridPainter::paintRow(qint64 row)
{
    const int first = m_scene.geometry.firstColumn();
    m_scene.source.readCells(row, first, m_cells, ClickHouse::RowSource::cellLimit);
    for (size_t i = 0; i < m_cells.size(); ++i) {
        const int column = first + int(i);
        const QRect rect = m_scene.geometry.cellRect(row, column);
        if (m_scene.selection.contains(row, column))
            m_painter.fillRect(rect, color(m_scene.hasFocus ? Token::Selection : Token::IdleSelection));
        paintCell(rect.adjusted(m_padding, 0, -m_padding, 0), m_cells[i], m_isNumber[i]);
    }
}

void GridPainter::paintCell(const QRect &rect, const Cell &cell, bool isNumber)
{
    m_painter.setFont(cell.isNull ? m_scene.fonts.null : m_scene.fonts.cell);
    m_painter.setPen(color(cell.isNull ? Token::Dim : Token::Text));
    if (cell.isNull)
        m_painter.drawText(rect, Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft), nullText());
    else
        drawElided(m_painter, rect, cell.text, m_scene.fonts.cellMetrics, isNumber, cell.isCut);
}

void GridPainter::paintRowHead(qint64 row)
{
    const QRect rect = m_scene.geometry.rowHeadRect(row);
    const bool isCurrent = m_scene.hasCurrent && row == m_scene.current.row;
    m_painter.fillRect(rect, color(Token::Window));
    m_painter.setFont(isCurrent ? m_scene.fonts.currentRow : m_scene.fonts.cell);
    m_painter.setPen(color(isCurrent ? Token::Text : Token::Dim));
    m_painter.drawText(rect.adjusted(0, 0, -m_padding, 0), Qt::AlignRight | Qt::AlignVCenter, QString::number(row + 1));
}

void GridPainter::paintColumnHeads()
{
    const GridGeometry &geometry = m_scene.geometry;
    m_painter.fillRect(QRect(0, 0, geometry.view().width(), geometry.headHeight()), color(Token::Window));
    m_painter.setClipRect(QRect(geometry.rowHeadWidth(), 0, geometry.view().width(), geometry.headHeight()));
    for (int column = geometry.firstColumn(); column < geometry.endColumn(); ++column) {
        const bool isNumber = m_isNumber[size_t(column - geometry.firstColumn())];
        const QRect rect = geometry.columnHeadRect(column).adjusted(m_padding, H(0.25), -m_padding, -H(0.25));
        const QRect upper(rect.left(), rect.top(), rect.width(), rect.height() / 2);
        const QRect lower(rect.left(), upper.bottom() + 1, rect.width(), rect.height() - upper.height());
        m_painter.setFont(m_scene.fonts.name);
        m_painter.setPen(color(Token::Text));
        drawElided(m_painter, upper, m_scene.columns[column].name, m_scene.fonts.nameMetrics, isNumber);
        m_painter.setFont(m_scene.fonts.type);
        m_painter.setPen(color(Token::Dim));
        drawElided(m_painter, lower, m_scene.columns[column].type, m_scene.fonts.typeMetrics, isNumber);
    }
    m_painter.setClipping(false);
}

void GridPainter::paintLines()
{
    const GridGeometry &geometry = m_scene.geometry;
    const int bottom = geometry.rowTop(geometry.endRow());
    const int right = geometry.columnLeft(geometry.endColumn() - 1) + geometry.width(geometry.endColumn() - 1);
    m_painter.setPen(QPen(color(Token::Border), 1));
    m_painter.drawLine(0, geometry.headHeight() - 1, geometry.view().width(), geometry.headHeight() - 1);
    for (qint64 row = geometry.firstRow(); row < geometry.endRow(); ++row) {
        const int y = geometry.rowTop(row + 1) - 1;
        m_painter.drawLine(0, y, right - 1, y);
    }
    m_painter.drawLine(geometry.rowHeadWidth() - 1, 0, geometry.rowHeadWidth() - 1, bottom - 1);
    for (int column = geometry.firstColumn(); column < geometry.endColumn(); ++column) {
        const int x = geometry.columnLeft(column) + geometry.width(column) - 1;
        if (x >= geometry.rowHeadWidth())
            m_painter.drawLine(x, 0, x, bottom - 1);
    }
}

void GridPainter::paintCurrent()
{
    if (!m_scene.hasCurrent || m_scene.current.row < m_scene.geometry.firstRow() ||
        m_scene.current.row >= m_scene.geometry.endRow())
        return;
    const GridGeometry &geometry = m_scene.geometry;
    m_painter.setClipRect(
        QRect(geometry.rowHeadWidth(), geometry.headHeight(), geometry.view().width(), geometry.view().height()));
    m_painter.setPen(QPen(color(m_scene.hasFocus ? Token::Accent : Token::Control), 1.5));
    m_painter.setBrush(Qt::NoBrush);
    const QRectF rect = geometry.cellRect(m_scene.current.row, m_scene.current.column);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.drawRect(rect.adjusted(0.25, 0.25, -1.75, -1.75));
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setClipping(false);
}

} // namespace Widgets
