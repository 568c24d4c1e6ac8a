// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <span>

namespace ClickHouse {

/// A result's column as the server names it; types are the server's own text ("Nullable(String)").
struct Column
{
    QString name;
    QString type;

    friend bool operator==(const Column &, const Column &) = default;
};

/// One decoded value. NULL and the empty string are different things.
struct Cell
{
    QString text;
    bool isNull = false;
    bool isCut = false; ///< the value goes on after the text

    friend bool operator==(const Cell &, const Cell &) = default;
};

/// Rows to look at. They may become more while somebody reads; what is there never changes.
class RowSource
{
public:
    /// What is shown of a long value: decoding megabytes for a cell would freeze the window.
    static constexpr qsizetype cellLimit = 512;
    static constexpr qsizetype wholeValue = -1;

    RowSource() = default;
    RowSource(const RowSource &) = delete;
    RowSource &operator=(const RowSource &) = delete;
    virtual ~RowSource() = default;

    /// Empty until the first bytes of the answer told them, fixed afterwards.
    [[nodiscard]] virtual QList<Column> columns() const = 0;
    [[nodiscard]] virtual qint64 rowCount() const = 0;
    /// Decodes neighbouring cells of one row, each cut after maxBytes (or wholeValue). The row must be below rowCount().
    virtual void readCells(qint64 row, int firstColumn, std::span<Cell> cells, qsizetype maxBytes) const = 0;

    [[nodiscard]] Cell cell(qint64 row, int column, qsizetype maxBytes = cellLimit) const
    {
        Cell cell;
        readCells(row, column, std::span(&cell, 1), maxBytes);
        return cell;
    }
};

} // namespace ClickHouse
