// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/grid/gridmimedata.h"

#include "clickhouse/types/celltext.h"

#include <vector>

namespace Widgets {

using namespace Qt::StringLiterals;
using ClickHouse::RowSource;

GridMimeData::GridMimeData(std::shared_ptr<const RowSource> source, GridRange range, Heads heads)
    : m_source(std::move(source))
    , m_range(range)
    , m_heads(heads)
{}

QStringList GridMimeData::formats() const
{
    return {u"text/plain"_s};
}

QVariant GridMimeData::retrieveData(const QString &mimeType, QMetaType type) const
{
    if (mimeType != u"text/plain")
        return QMimeData::retrieveData(mimeType, type);
    const bool isOneValue = m_range.rows() == 1 && m_range.columns() == 1 && m_heads == Heads::None;
    if (!isOneValue)
        return QString::fromUtf8(tabSeparated());
    const ClickHouse::Cell cell = m_source->cell(m_range.top, m_range.left, RowSource::wholeValue);
    return cell.isNull ? u"NULL"_s : cell.text;
}

QByteArray GridMimeData::tabSeparated() const
{
    QByteArray text;
    const auto addCell = [this, &text](int column, const QByteArray &value) {
        text += value;
        text += column == m_range.right ? '\n' : '\t';
    };
    const QList<ClickHouse::Column> columns = m_source->columns();
    for (int column = m_range.left; m_heads == Heads::Names && column <= m_range.right; ++column)
        addCell(column, ClickHouse::encodeTsv(columns[column].name));
    std::vector<ClickHouse::Cell> cells(size_t(m_range.columns()));
    for (qint64 row = m_range.top; row <= m_range.bottom; ++row) {
        m_source->readCells(row, m_range.left, cells, RowSource::wholeValue);
        for (int column = m_range.left; column <= m_range.right; ++column) {
            const ClickHouse::Cell &cell = cells[size_t(column - m_range.left)];
            addCell(column, cell.isNull ? "\\N"_ba : ClickHouse::encodeTsv(cell.text));
        }
    }
    return text;
}

} // namespace Widgets
