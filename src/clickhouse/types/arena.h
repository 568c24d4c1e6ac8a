// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace ClickHouse {

/// One long row of bytes that only grows and never moves, so that readers need no lock. The addresses for all of it are
/// reserved at once, which costs nothing. Memory is added in blocks; a block beyond the limit for memory is written to a
/// temporary file without a name as soon as it is full, and the file takes its place at the same address. Writing goes
/// past the page cache: filling that with bytes that hardly anybody looks at costs more time than the disk does. As it is
/// a write and no mapped store, a full disk is an error and not a SIGBUS.
class Arena
{
public:
    static constexpr qint64 blockBytes = qint64(4) << 20;

    Arena(qint64 memoryBytes, qint64 totalBytes);
    Arena(const Arena &) = delete;
    Arena &operator=(const Arena &) = delete;
    ~Arena();

    [[nodiscard]] const char *data() const { return m_base; }
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] bool isFull() const { return m_size >= m_totalBytes; }

    /// Where the next bytes go; empty when full or when the system gives no more memory.
    [[nodiscard]] std::span<char> room();
    /// Takes the first count bytes of the last room(). False when they are taken, but no more can be: the disk is full.
    [[nodiscard]] bool commit(qint64 count);

private:
    [[nodiscard]] bool moveToFile(qint64 block);

    const qint64 m_memoryBytes; ///< whole blocks
    const qint64 m_totalBytes;
    char *m_base = nullptr;
    qint64 m_size = 0;
    qint64 m_usable = 0; ///< end of the memory that may be written
    int m_file = -1;
};

} // namespace ClickHouse
