// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <span>
#include <vector>

namespace ClickHouse {

/// One long row of bytes that only grows and never moves, so that readers need no lock. The addresses for all of it are
/// reserved at once (that costs nothing); the first part lives in memory, the rest in a temporary file without a name.
/// The file is written with pwrite() and mapped for reading only: a full disk is then an error and not a SIGBUS, and pages
/// that nobody looks at take no memory of ours.
class Arena
{
public:
    Arena(qint64 memoryBytes, qint64 totalBytes);
    Arena(const Arena &) = delete;
    Arena &operator=(const Arena &) = delete;
    ~Arena();

    [[nodiscard]] const char *data() const { return m_base; }
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] bool isFull() const { return m_size >= m_totalBytes; }

    /// Where the next bytes go; empty when full or when the system gives no more memory.
    [[nodiscard]] std::span<char> room();
    /// Takes the first count bytes of the last room(). False when the disk is full; nothing is taken then.
    [[nodiscard]] bool commit(qint64 count);

private:
    [[nodiscard]] bool growMemory();
    [[nodiscard]] bool growFile(qint64 end);

    const qint64 m_memoryBytes;
    const qint64 m_totalBytes;
    char *m_base = nullptr;
    qint64 m_size = 0;
    qint64 m_usable = 0; ///< end of the memory that may be written
    qint64 m_mapped = 0; ///< end of what is mapped from the file
    int m_file = -1;
    std::vector<char> m_staging;
};

} // namespace ClickHouse
