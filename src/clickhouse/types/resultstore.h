// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/types/rowsource.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace ClickHouse {

class Arena;
class RowIndex;

/// How the bytes of an answer are to be read.
enum class BodyFormat {
    Table,  ///< TabSeparatedWithNamesAndTypes: two head lines, escaped values
    Lines,  ///< the statement chose its own format: its text line by line, in one column
    Nothing ///< a statement without a result
};

/// The answer of a query, kept as the bytes that arrived, with a sparse index of rows. One thread appends; any number of
/// threads read at the same time, without locks: bytes and index never move, and a row is announced only when it is whole.
class ResultStore final : public RowSource
{
public:
    struct Limits
    {
        qint64 memoryBytes = qint64(256) << 20; ///< what is beyond goes to an unlinked temporary file
        qint64 totalBytes = qint64(8) << 30;    ///< what is beyond is not taken
    };

    explicit ResultStore(Limits limits);
    ResultStore() : ResultStore(Limits()) {}
    ~ResultStore() override;

    [[nodiscard]] QList<Column> columns() const override;
    [[nodiscard]] qint64 rowCount() const override { return m_rowCount.load(std::memory_order_acquire); }
    void readCells(qint64 row, int firstColumn, std::span<Cell> cells, qsizetype maxBytes) const override;

    /// The bytes as received (the head lines included), up to the end of the last whole row.
    [[nodiscard]] QByteArrayView bytes() const;
    [[nodiscard]] qint64 byteCount() const { return m_byteCount.load(std::memory_order_acquire); }
    [[nodiscard]] BodyFormat format() const { return m_format.load(std::memory_order_acquire); }
    /// The undecoded bytes of a row, without its line feed.
    [[nodiscard]] QByteArrayView rowBytes(qint64 row) const;

    // For the one thread that appends.
    void setFormat(BodyFormat format);
    /// Room for the next bytes of the answer, empty when the limit is reached or the room cannot be had.
    [[nodiscard]] std::span<char> room();
    [[nodiscard]] bool isFull() const;
    enum class Taken { Yes, DiskFull };
    /// Takes the first count bytes of room() and announces the rows that became whole. DiskFull: these are kept, but no
    /// more can be.
    Taken commit(qint64 count);
    void append(QByteArrayView bytes);
    /// What came after this offset was no data (an error at the end of the body): forgets its rows.
    void cutAt(qint64 offset);
    /// The last row may come without a line feed (statements with a format of their own).
    void finish();
    /// Up to the last count bytes that arrived.
    [[nodiscard]] QByteArrayView tail(qsizetype count) const;

private:
    struct Mark
    {
        qint64 row = 0;
        qint64 offset = 0;
    };
    [[nodiscard]] qint64 takeHead(qint64 end);
    void findRows(qint64 from, qint64 end);
    void announceRows();
    void endRow(qint64 next);
    void findCells(qint64 end);
    void rememberCells(qint64 end);
    [[nodiscard]] std::vector<qint64> longRowCells(qint64 row, qsizetype length) const;

    const std::unique_ptr<Arena> m_arena;
    const std::unique_ptr<RowIndex> m_index;
    std::atomic<qint64> m_rowCount = 0;
    std::atomic<qint64> m_byteCount = 0;
    std::atomic<qint64> m_rowsEnd = 0; ///< offset after the last whole row
    std::atomic<BodyFormat> m_format = BodyFormat::Table;
    std::atomic<bool> m_hasHead = false;
    QList<Column> m_columns; ///< written once, before m_hasHead

    // Of the appending thread.
    qint64 m_lineStart = 0; ///< where the unfinished line begins
    qint64 m_foundRows = 0; ///< whole rows, perhaps not yet announced
    Mark m_lastMark;
    std::vector<qint64> m_cellStarts; ///< of the unfinished line, once it is long
    qint64 m_cellsFoundTo = 0;

    /// Where the cells of very long rows begin, so that nobody has to search megabytes for a tab while painting.
    mutable std::mutex m_longRowsGuard;
    std::map<qint64, std::vector<qint64>> m_longRows;
};

} // namespace ClickHouse
