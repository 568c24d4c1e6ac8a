// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/types/resultstore.h"

#include "clickhouse/types/arena.h"
#include "clickhouse/types/celltext.h"
#include "clickhouse/types/rowindex.h"

#include <algorithm>
#include <cstring>

namespace ClickHouse {

namespace {

constexpr qint64 rowsPerMark = 64;
constexpr qint64 bytesPerMark = 65'536; ///< with long rows a mark per 64 rows alone would mean searching megabytes
constexpr qint64 longRowBytes = 65'536;
constexpr qint64 longCellBytes = 1'024; ///< average from which the places of a long row's cells are worth remembering

/// The place of the character, or the end.
const char *find(const char *from, const char *end, char wanted)
{
    const void *found = from < end ? std::memchr(from, wanted, size_t(end - from)) : nullptr;
    return found ? static_cast<const char *>(found) : end;
}

QStringList namesIn(QByteArrayView line)
{
    QStringList names;
    const char *from = line.data();
    const char *const end = from + line.size();
    while (true) {
        const char *const tab = find(from, end, '\t');
        names.append(decodeCell({from, tab}, true, RowSource::wholeValue).text);
        if (tab == end)
            return names;
        from = tab + 1;
    }
}

} // namespace

ResultStore::ResultStore(Limits limits)
    : m_arena(std::make_unique<Arena>(limits.memoryBytes, limits.totalBytes))
    , m_index(std::make_unique<RowIndex>())
{}

ResultStore::~ResultStore() = default;

QList<Column> ResultStore::columns() const
{
    return m_hasHead.load(std::memory_order_acquire) ? m_columns : QList<Column>();
}

void ResultStore::setFormat(BodyFormat format)
{
    m_format.store(format, std::memory_order_release);
}

std::span<char> ResultStore::room()
{
    return m_arena->room();
}

bool ResultStore::isFull() const
{
    return m_arena->isFull();
}

ResultStore::Taken ResultStore::commit(qint64 count)
{
    const qint64 from = m_arena->size();
    const qint64 end = from + count;
    const qint64 rowsFrom = m_hasHead.load(std::memory_order_relaxed) ? from : takeHead(end);
    findRows(rowsFrom, end); // before the bytes may go to the disk
    const bool goesOn = m_arena->commit(count);
    m_byteCount.store(end, std::memory_order_release);
    announceRows();
    return goesOn ? Taken::Yes : Taken::DiskFull;
}

void ResultStore::append(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const std::span<char> space = room();
        const qsizetype count = std::min(bytes.size(), qsizetype(space.size()));
        if (count == 0)
            return;
        std::memcpy(space.data(), bytes.data(), size_t(count));
        if (commit(count) != Taken::Yes)
            return;
        bytes = bytes.sliced(count);
    }
}

/// Reads names and types as soon as both lines are there. Returns where rows may begin to be looked for.
qint64 ResultStore::takeHead(qint64 end)
{
    if (m_format.load(std::memory_order_relaxed) == BodyFormat::Lines) { // one column, once there is anything to show
        m_columns = {Column{}};
        m_index->append({0, 0});
        m_hasHead.store(true, std::memory_order_release);
        return 0;
    }
    const char *const begin = m_arena->data();
    const char *const bytesEnd = begin + end;
    const char *const namesEnd = find(begin, bytesEnd, '\n');
    const char *const typesEnd = namesEnd == bytesEnd ? bytesEnd : find(namesEnd + 1, bytesEnd, '\n');
    if (typesEnd == bytesEnd)
        return end;
    const QStringList names = namesIn({begin, namesEnd});
    const QStringList types = namesIn({namesEnd + 1, typesEnd});
    for (qsizetype i = 0; i < names.size(); ++i)
        m_columns.append({names[i], types.value(i)});
    m_lineStart = typesEnd + 1 - begin;
    m_index->append({0, m_lineStart});
    m_rowsEnd.store(m_lineStart, std::memory_order_release);
    m_hasHead.store(true, std::memory_order_release);
    return m_lineStart;
}

void ResultStore::findRows(qint64 from, qint64 end)
{
    if (!m_hasHead.load(std::memory_order_relaxed))
        return;
    const char *const base = m_arena->data();
    for (const char *at = base + from; (at = find(at, base + end, '\n')) != base + end;)
        endRow(++at - base);
    if (end - m_lineStart > longRowBytes)
        findCells(end);
}

/// Of a long row that is not yet whole, as long as its bytes are in memory: later they might have to be read from disk.
void ResultStore::findCells(qint64 end)
{
    if (m_cellStarts.empty()) {
        m_cellStarts.push_back(m_lineStart);
        m_cellsFoundTo = m_lineStart;
    }
    const char *const base = m_arena->data();
    for (const char *at = base + m_cellsFoundTo; (at = find(at, base + end, '\t')) != base + end;)
        m_cellStarts.push_back(++at - base);
    m_cellsFoundTo = end;
}

void ResultStore::announceRows()
{
    if (!m_hasHead.load(std::memory_order_relaxed))
        return;
    m_rowsEnd.store(m_lineStart, std::memory_order_release);
    m_rowCount.store(m_foundRows, std::memory_order_release);
}

void ResultStore::endRow(qint64 next)
{
    if (next - m_lineStart > longRowBytes)
        rememberCells(next - 1);
    ++m_foundRows;
    m_lineStart = next;
    if (m_foundRows - m_lastMark.row >= rowsPerMark || next - m_lastMark.offset >= bytesPerMark) {
        m_lastMark = {m_foundRows, next};
        m_index->append({m_foundRows, next});
    }
}

void ResultStore::rememberCells(qint64 end)
{
    findCells(end);
    if (end - m_lineStart >= longCellBytes * m_columns.size()) {
        m_cellStarts.push_back(end + 1);
        const std::scoped_lock lock(m_longRowsGuard);
        m_longRows.emplace(m_foundRows, std::move(m_cellStarts));
    }
    m_cellStarts.clear();
}

void ResultStore::finish()
{
    if (m_format.load(std::memory_order_relaxed) == BodyFormat::Lines && m_arena->size() > m_lineStart)
        append("\n");
}

void ResultStore::cutAt(qint64 offset)
{
    if (!m_hasHead.load(std::memory_order_relaxed) || offset >= m_lineStart)
        return;
    qint64 marks = m_index->count();
    while (marks > 1 && m_index->at(marks - 1).offset > offset)
        --marks;
    const RowIndex::Mark last = m_index->at(marks - 1);
    const char *const base = m_arena->data();
    m_foundRows = last.row;
    m_lineStart = last.offset;
    for (const char *at = base + m_lineStart; (at = find(at, base + offset, '\n')) < base + offset; ++m_foundRows)
        m_lineStart = ++at - base;
    m_rowCount.store(m_foundRows, std::memory_order_release);
    m_rowsEnd.store(m_lineStart, std::memory_order_release);
    m_index->shrink(marks);
}

QByteArrayView ResultStore::tail(qsizetype count) const
{
    const qint64 from = std::max<qint64>(0, m_arena->size() - count);
    return {m_arena->data() + from, qsizetype(m_arena->size() - from)};
}

QByteArrayView ResultStore::bytes() const
{
    return {m_arena->data(), qsizetype(m_rowsEnd.load(std::memory_order_acquire))};
}

QByteArrayView ResultStore::rowBytes(qint64 row) const
{
    const RowIndex::Place place = m_index->find(row);
    const char *const base = m_arena->data();
    // The row is announced, so its line feed is there; a long row is always followed by a mark.
    const char *const stop = base + (place.next.row < 0 ? byteCount() : place.next.offset);
    const char *start = base + place.mark.offset;
    for (qint64 skipped = place.mark.row; skipped < row; ++skipped)
        start = find(start, stop, '\n') + 1;
    const char *const end = place.next.row == row + 1 ? stop - 1 : find(start, stop, '\n');
    return {start, end};
}

/// Where a long row's cells begin (and one past the last cell's end); empty for other rows.
std::vector<qint64> ResultStore::longRowCells(qint64 row, qsizetype length) const
{
    if (length <= longRowBytes)
        return {};
    const std::scoped_lock lock(m_longRowsGuard);
    const auto found = m_longRows.find(row);
    return found == m_longRows.end() ? std::vector<qint64>() : found->second;
}

void ResultStore::readCells(qint64 row, int firstColumn, std::span<Cell> cells, qsizetype maxBytes) const
{
    const QByteArrayView bytes = rowBytes(row);
    if (format() == BodyFormat::Lines) {
        cells[0] = decodeCell(bytes, false, maxBytes);
        return;
    }
    const std::vector<qint64> known = longRowCells(row, bytes.size());
    const char *const base = m_arena->data();
    const char *const end = bytes.data() + bytes.size();
    const auto endOfCell = [&](const char *from, size_t column) {
        return column + 1 < known.size() ? base + known[column + 1] - 1 : find(from, end, '\t');
    };
    const char *from = bytes.data();
    size_t column = 0;
    for (; column < size_t(firstColumn) && from <= end; ++column)
        from = endOfCell(from, column) + 1;
    for (Cell &cell : cells) {
        if (from > end) { // fewer cells than columns: only a broken server sends that
            cell = {};
            continue;
        }
        const char *const cellEnd = endOfCell(from, column);
        cell = decodeCell({from, cellEnd}, isEscapedAsWhole(m_columns[qsizetype(column)].type), maxBytes);
        from = cellEnd + 1;
        ++column;
    }
}

} // namespace ClickHouse
