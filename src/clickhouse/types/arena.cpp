// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/types/arena.h"

#include <QByteArray>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23 // Linux 5.14; older ones refuse it, which does no harm
#endif

namespace ClickHouse {

namespace {

qint64 wholeBlocks(qint64 bytes)
{
    return (bytes + Arena::blockBytes - 1) / Arena::blockBytes * Arena::blockBytes;
}

int openNamedFile(const QByteArray &folder)
{
    QByteArray name = folder + "/headgate-XXXXXX";
    const int file = mkostemp(name.data(), O_CLOEXEC);
    if (file >= 0)
        unlink(name.constData());
    return file;
}

/// /var/tmp is on a disk where /tmp often is memory, which is what is being saved here. Not every file system knows
/// O_TMPFILE, and not every one O_DIRECT.
int openUnlinkedFile()
{
    const QByteArray chosen = qgetenv("TMPDIR");
    const QByteArray folder = chosen.isEmpty() ? QByteArray("/var/tmp") : chosen;
    for (const int direct : {O_DIRECT, 0}) {
        const int file = open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC | direct, 0600);
        if (file >= 0)
            return file;
    }
    return openNamedFile(folder);
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

Arena::Arena(qint64 memoryBytes, qint64 totalBytes) : m_memoryBytes(wholeBlocks(memoryBytes)), m_totalBytes(totalBytes)
{
    void *base =
        mmap(nullptr, size_t(wholeBlocks(totalBytes)), PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (base != MAP_FAILED)
        m_base = static_cast<char *>(base);
}

Arena::~Arena()
{
    if (m_base)
        munmap(m_base, size_t(wholeBlocks(m_totalBytes)));
    if (m_file >= 0)
        close(m_file);
}

std::span<char> Arena::room()
{
    if (!m_base || isFull())
        return {};
    if (m_size == m_usable) {
        if (mprotect(m_base + m_usable, size_t(blockBytes), PROT_READ | PROT_WRITE) != 0)
            return {};
        if (m_usable > 0) // a thousand page faults in one call; a small result needs few of them
            madvise(m_base + m_usable, size_t(blockBytes), MADV_POPULATE_WRITE);
        m_usable += blockBytes;
    }
    return {m_base + m_size, size_t(std::min(m_usable, m_totalBytes) - m_size)};
}

bool Arena::commit(qint64 count)
{
    m_size += count;
    const qint64 block = m_size - blockBytes;
    const bool isWhole = m_size == m_usable;
    return !isWhole || block < m_memoryBytes || moveToFile(block);
}

/// Those who read the block meanwhile find the same bytes: the kernel replaces a mapping in one step.
bool Arena::moveToFile(qint64 block)
{
    if (m_file < 0)
        m_file = openUnlinkedFile();
    const qint64 offset = block - m_memoryBytes;
    if (m_file < 0 || !writeAll(m_file, m_base + block, blockBytes, offset))
        return false;
    void *where = mmap(m_base + block, size_t(blockBytes), PROT_READ, MAP_SHARED | MAP_FIXED, m_file, offset);
    return where != MAP_FAILED;
}

} // namespace ClickHouse
