// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/partitionlog.h"

#include "sandbox/kafka/wire.h"

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <sys/mman.h>
#include <unistd.h>

namespace Sandbox::Kafka {

namespace {

// Where a record batch of format 2 has its fields.
constexpr std::size_t lengthAt = 8;
constexpr std::size_t lengthEnd = 12; ///< the length counts what follows it
constexpr std::size_t leaderEpochAt = 12;
constexpr std::size_t formatAt = 16;
constexpr std::size_t lastOffsetDeltaAt = 23;
constexpr std::size_t maxTimestampAt = 35;
constexpr std::size_t headerSize = 61;
constexpr char format2 = 2;

/// A partition that outgrows this loses its older half: the disk is the user's.
constexpr std::int64_t largestLog = 256 * 1024 * 1024;

class File
{
public:
    File(const std::string &path, int flags) : m_fd(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;

    [[nodiscard]] int fd() const { return m_fd; }

private:
    const int m_fd;
};

/// The first batch of the bytes, or nothing when they do not begin with a whole one of format 2.
std::optional<std::string_view> firstBatch(std::string_view bytes)
{
    if (bytes.size() < headerSize || bytes[formatAt] != format2)
        return std::nullopt;
    const std::int64_t length = integerAt(bytes, lengthAt, 4);
    if (length < static_cast<std::int64_t>(headerSize - lengthEnd) ||
        length > static_cast<std::int64_t>(bytes.size() - lengthEnd) || integerAt(bytes, lastOffsetDeltaAt, 4) < 0)
        return std::nullopt;
    return bytes.substr(0, lengthEnd + static_cast<std::size_t>(length));
}

} // namespace

PartitionLog::PartitionLog(std::string path) : m_path(std::move(path))
{
    readIndex();
}

void PartitionLog::readIndex()
{
    const File file(m_path, O_RDWR | O_CREAT);
    const auto length = ::lseek(file.fd(), 0, SEEK_END);
    if (length <= 0)
        return;
    void *mapped = ::mmap(nullptr, static_cast<std::size_t>(length), PROT_READ, MAP_SHARED, file.fd(), 0);
    if (mapped == MAP_FAILED)
        return;
    std::string_view rest(static_cast<const char *>(mapped), static_cast<std::size_t>(length));
    while (const auto batch = firstBatch(rest)) {
        addToIndex(*batch);
        rest.remove_prefix(batch->size());
    }
    ::munmap(mapped, static_cast<std::size_t>(length));
    if (!rest.empty() && ::ftruncate(file.fd(), m_size) != 0)
        std::perror("headgate-sandbox: a partition's file");
}

void PartitionLog::addToIndex(std::string_view batch)
{
    const std::int64_t offset = integerAt(batch, 0, 8);
    m_index.push_back({offset, integerAt(batch, maxTimestampAt, 8), m_size});
    m_next = offset + integerAt(batch, lastOffsetDeltaAt, 4) + 1;
    m_size += static_cast<std::int64_t>(batch.size());
}

Core::Expected<std::int64_t, ErrorCode> PartitionLog::append(std::string_view batches)
{
    std::string numbered;
    std::int64_t next = m_next;
    for (std::string_view rest = batches; !rest.empty();) {
        const auto batch = firstBatch(rest);
        if (!batch)
            return Core::Unexpected{ErrorCode::CorruptMessage};
        std::string own(*batch);
        // Neither is part of the batch's checksum.
        setIntegerAt(own, 0, next, 8);
        setIntegerAt(own, leaderEpochAt, 0, 4);
        next += integerAt(own, lastOffsetDeltaAt, 4) + 1;
        numbered += own;
        rest.remove_prefix(batch->size());
    }
    if (!write(numbered))
        return Core::Unexpected{ErrorCode::KafkaStorageError};
    const std::int64_t first = m_next;
    std::string_view rest = numbered;
    while (const auto batch = firstBatch(rest)) {
        addToIndex(*batch);
        rest.remove_prefix(batch->size());
    }
    if (m_size > largestLog)
        dropOlderHalf();
    return first;
}

bool PartitionLog::write(std::string_view bytes)
{
    // Opened each time: a thousand partitions would take all the descriptors a process may have.
    const File file(m_path, O_WRONLY | O_CREAT);
    const auto written = ::pwrite(file.fd(), bytes.data(), bytes.size(), m_size);
    return written == static_cast<ssize_t>(bytes.size());
}

std::string PartitionLog::read(std::int64_t offset, std::size_t maxBytes) const
{
    auto first = std::upper_bound(m_index.begin(), m_index.end(), offset,
                                  [](std::int64_t wanted, const Entry &entry) { return wanted < entry.offset; });
    if (first == m_index.begin() || offset >= m_next)
        return {};
    --first;
    const auto end = std::upper_bound(first + 1, m_index.end(), first->position + static_cast<std::int64_t>(maxBytes),
                                      [](std::int64_t wanted, const Entry &entry) { return wanted < entry.position; });
    // The batch that reaches beyond the limit stays behind, unless it is the only one.
    const auto last = end == m_index.end() && m_size - first->position <= static_cast<std::int64_t>(maxBytes)
                          ? end
                          : std::max(first + 1, end - 1);
    const std::int64_t stop = last == m_index.end() ? m_size : last->position;
    std::string bytes(static_cast<std::size_t>(stop - first->position), '\0');
    const File file(m_path, O_RDONLY);
    const auto got = ::pread(file.fd(), bytes.data(), bytes.size(), first->position);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

PartitionLog::TimedOffset PartitionLog::atTime(std::int64_t timestamp) const
{
    for (const Entry &entry : m_index) {
        if (entry.maxTimestamp >= timestamp)
            return {entry.offset, entry.maxTimestamp};
    }
    return {};
}

void PartitionLog::dropOlderHalf()
{
    const auto keep = std::find_if(m_index.begin(), m_index.end(),
                                   [this](const Entry &entry) { return entry.position >= m_size / 2; });
    if (keep == m_index.end())
        return;
    const std::string kept = read(keep->offset, static_cast<std::size_t>(m_size));
    const std::string part = m_path + ".part";
    {
        const File file(part, O_WRONLY | O_CREAT | O_TRUNC);
        if (::pwrite(file.fd(), kept.data(), kept.size(), 0) != static_cast<ssize_t>(kept.size()))
            return; // the disk is full; the next append tries again
    }
    std::error_code error;
    std::filesystem::rename(part, m_path, error);
    if (error)
        return;
    m_index.clear();
    m_size = 0;
    readIndex();
}

} // namespace Sandbox::Kafka
