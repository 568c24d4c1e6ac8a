// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/types/arena.h"

#include <QFile>
#include <QtGlobal>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace ClickHouse {

namespace {

constexpr qint64 memoryStep = qint64(16) << 20;
constexpr qint64 fileStep = qint64(256) << 20;
constexpr qint64 stagingBytes = qint64(1) << 20; ///< small enough to stay in the processor's cache

qint64 roundedUp(qint64 bytes, qint64 step) { return (bytes + step - 1) / step * step; }
qint64 pageBytes() { return sysconf(_SC_PAGESIZE); }

/// /var/tmp is on a disk where /tmp often is memory, which is what is being saved here.
int openUnlinkedFile()
{
    const QByteArray chosen = qgetenv("TMPDIR");
    const QByteArray folder = chosen.isEmpty() ? QByteArray("/var/tmp") : chosen;
    const int file = open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0)
        return file;
    QByteArray name = folder + "/headgate-XXXXXX"; // file systems without O_TMPFILE
    const int named = mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0)
        unlink(name.constData());
    return named;
}

bool writeAll(int file, const char *bytes, qint64 count, qint64 offset)
{
    while (count > 0) {
        const ssize_t written = pwrite(file, bytes, size_t(count), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        offset += written;
        count -= written;
    }
    return true;
}

} // namespace

Arena::Arena(qint64 memoryBytes, qint64 totalBytes)
    : m_memoryBytes(std::min(roundedUp(memoryBytes, pageBytes()), roundedUp(totalBytes, pageBytes())))
    , m_totalBytes(totalBytes)
{
    void *base = mmap(nullptr, size_t(roundedUp(totalBytes, pageBytes())), PROT_NONE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (base != MAP_FAILED)
        m_base = static_cast<char *>(base);
}

Arena::~Arena()
{
    if (m_base)
        munmap(m_base, size_t(roundedUp(m_totalBytes, pageBytes())));
    if (m_file >= 0)
        close(m_file);
}

std::span<char> Arena::room()
{
    if (!m_base || isFull())
        return {};
    if (m_size < m_memoryBytes) {
        if (m_size == m_usable && !growMemory())
            return {};
        return {m_base + m_size, size_t(std::min(m_usable, m_totalBytes) - m_size)};
    }
    m_staging.resize(size_t(stagingBytes));
    return {m_staging.data(), size_t(std::min(stagingBytes, m_totalBytes - m_size))};
}

bool Arena::commit(qint64 count)
{
    if (m_size >= m_memoryBytes) {
        if (!growFile(m_size + count) || !writeAll(m_file, m_staging.data(), count, m_size - m_memoryBytes))
            return false;
    }
    m_size += count;
    return true;
}

bool Arena::growMemory()
{
    const qint64 step = std::min(memoryStep, m_memoryBytes - m_usable);
    if (mprotect(m_base + m_usable, size_t(step), PROT_READ | PROT_WRITE) != 0)
        return false;
    if (m_usable > 0)
        madvise(m_base + m_usable, size_t(step), MADV_HUGEPAGE); // 512 times fewer page faults; a small result needs none
    m_usable += step;
    return true;
}

bool Arena::growFile(qint64 end)
{
    if (m_mapped == 0)
        m_mapped = m_memoryBytes;
    if (end <= m_mapped)
        return true;
    if (m_file < 0)
        m_file = openUnlinkedFile();
    const qint64 step = std::min(fileStep, roundedUp(m_totalBytes, pageBytes()) - m_mapped);
    const off_t offset = m_mapped - m_memoryBytes;
    if (m_file < 0 || ftruncate(m_file, offset + step) != 0)
        return false;
    void *where = mmap(m_base + m_mapped, size_t(step), PROT_READ, MAP_SHARED | MAP_FIXED, m_file, offset);
    if (where == MAP_FAILED)
        return false;
    m_mapped += step;
    return true;
}

} // namespace ClickHouse
