// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/types/rowindex.h"

namespace ClickHouse {

bool RowIndex::append(Mark mark)
{
    const qint64 position = m_count.load(std::memory_order_relaxed);
    const auto block = size_t(position / blockMarks);
    if (block >= blockCount)
        return false;
    if (!m_blocks[block])
        m_blocks[block] = std::make_unique_for_overwrite<Mark[]>(size_t(blockMarks));
    m_blocks[block][size_t(position % blockMarks)] = mark;
    m_count.store(position + 1, std::memory_order_release);
    return true;
}

RowIndex::Mark RowIndex::at(qint64 position) const
{
    return m_blocks[size_t(position / blockMarks)][size_t(position % blockMarks)];
}

RowIndex::Place RowIndex::find(qint64 row) const
{
    const qint64 marks = count();
    qint64 low = 0;
    qint64 high = marks;
    while (high - low > 1) {
        const qint64 middle = low + (high - low) / 2;
        if (at(middle).row <= row)
            low = middle;
        else
            high = middle;
    }
    return {at(low), high < marks ? at(high) : Mark{-1, 0}};
}

} // namespace ClickHouse
