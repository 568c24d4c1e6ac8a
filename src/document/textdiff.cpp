// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/diff.h"

namespace Document {

namespace {

using Kind = TextLine::Kind;

void append(QList<TextLine> &lines, Kind kind, const QList<QByteArray> &texts, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to; ++i)
        lines.append({kind, texts[i]});
}

/// Longest common subsequence of what lies between the common beginning and end.
class Middle
{
public:
    Middle(const QList<QByteArray> &before, const QList<QByteArray> &after, qsizetype start, qsizetype endBefore,
           qsizetype endAfter)
        : m_before(before)
        , m_after(after)
        , m_start(start)
        , m_rows(endBefore - start)
        , m_columns(endAfter - start)
        , m_lengths((m_rows + 1) * (m_columns + 1))
    {
        for (qsizetype i = m_rows - 1; i >= 0; --i) {
            for (qsizetype j = m_columns - 1; j >= 0; --j)
                at(i, j) = isSame(i, j) ? at(i + 1, j + 1) + 1 : qMax(at(i + 1, j), at(i, j + 1));
        }
    }

    void write(QList<TextLine> &lines)
    {
        qsizetype i = 0;
        qsizetype j = 0;
        while (i < m_rows || j < m_columns) {
            if (i < m_rows && j < m_columns && isSame(i, j)) {
                lines.append({Kind::Same, m_after[m_start + j]});
                ++i;
                ++j;
            } else if (i < m_rows && (j == m_columns || at(i + 1, j) >= at(i, j + 1))) {
                lines.append({Kind::Removed, m_before[m_start + i++]});
            } else {
                lines.append({Kind::Added, m_after[m_start + j++]});
            }
        }
    }

private:
    [[nodiscard]] bool isSame(qsizetype i, qsizetype j) const { return m_before[m_start + i] == m_after[m_start + j]; }
    int &at(qsizetype i, qsizetype j) { return m_lengths[i * (m_columns + 1) + j]; }

    const QList<QByteArray> &m_before;
    const QList<QByteArray> &m_after;
    const qsizetype m_start;
    const qsizetype m_rows;
    const qsizetype m_columns;
    QList<int> m_lengths;
};

/// Above this many cells (16 MB) the middle is shown as removed and added as a whole: it takes too long to compare.
constexpr qsizetype mostCells = 4'000'000;

} // namespace

QList<TextLine> diffLines(const QByteArray &before, const QByteArray &after)
{
    const QList<QByteArray> old = before.split('\n');
    const QList<QByteArray> now = after.split('\n');
    qsizetype start = 0;
    while (start < old.size() && start < now.size() && old[start] == now[start])
        ++start;
    qsizetype endOld = old.size();
    qsizetype endNow = now.size();
    while (endOld > start && endNow > start && old[endOld - 1] == now[endNow - 1]) {
        --endOld;
        --endNow;
    }
    QList<TextLine> lines;
    append(lines, Kind::Same, now, 0, start);
    if ((endOld - start) * (endNow - start) <= mostCells) {
        Middle(old, now, start, endOld, endNow).write(lines);
    } else {
        append(lines, Kind::Removed, old, start, endOld);
        append(lines, Kind::Added, now, start, endNow);
    }
    append(lines, Kind::Same, now, endNow, now.size());
    return lines;
}

} // namespace Document
