// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "sandbox/kafka/protocol.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Sandbox::Kafka {

/// The messages of one partition: a file of record batches, one after the other as they came (Kafka's own form), with
/// an index of them in memory. What was appended survives a kill of the process.
class PartitionLog
{
public:
    /// Reads the index of an existing file; a batch that was cut by a kill is dropped.
    explicit PartitionLog(std::string path);

    /// Gives the batches their offsets; the first message's offset.
    [[nodiscard]] Core::Expected<std::int64_t, ErrorCode> append(std::string_view batches);
    /// Whole batches from the one that holds the offset on: as many as fit, but at least one. Clients pass over
    /// messages before the offset.
    [[nodiscard]] std::string read(std::int64_t offset, std::size_t maxBytes) const;

    [[nodiscard]] std::int64_t earliest() const { return m_index.empty() ? m_next : m_index.front().offset; }
    /// The offset that the next message will have.
    [[nodiscard]] std::int64_t latest() const { return m_next; }
    [[nodiscard]] std::int64_t size() const { return m_size; }

    struct TimedOffset
    {
        std::int64_t offset = -1;
        std::int64_t timestamp = -1;
    };
    /// Of the first batch with a message at that time or later. Kafka names the very message; a client that starts at
    /// the batch sees a few more.
    [[nodiscard]] TimedOffset atTime(std::int64_t timestamp) const;

private:
    struct Entry
    {
        std::int64_t offset = 0;
        std::int64_t maxTimestamp = 0;
        std::int64_t position = 0; ///< in the file
    };

    void readIndex();
    void addToIndex(std::string_view batch);
    [[nodiscard]] bool write(std::string_view bytes);
    void dropOlderHalf();

    const std::string m_path;
    std::vector<Entry> m_index;
    std::int64_t m_next = 0;
    std::int64_t m_size = 0;
};

} // namespace Sandbox::Kafka
