// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <memory>

namespace ClickHouse {

/// Where some of the rows begin. One thread appends marks in ascending order, others search meanwhile: the marks are kept
/// in blocks that never move.
class RowIndex
{
public:
    struct Mark
    {
        qint64 row;
        qint64 offset;
    };
    struct Place
    {
        Mark mark; ///< the last mark at or before the row
        Mark next; ///< the mark behind it; row is -1 when there is none yet
    };

    /// False when no further mark fits (17e9 rows).
    bool append(Mark mark);
    [[nodiscard]] Place find(qint64 row) const;
    [[nodiscard]] qint64 count() const { return m_count.load(std::memory_order_acquire); }
    [[nodiscard]] Mark at(qint64 position) const;
    /// Keeps the first marks only.
    void shrink(qint64 count) { m_count.store(count, std::memory_order_release); }

private:
    static constexpr qint64 blockMarks = 65'536;
    static constexpr size_t blockCount = 4'096;

    std::array<std::unique_ptr<Mark[]>, blockCount> m_blocks;
    std::atomic<qint64> m_count = 0;
};

} // namespace ClickHouse
