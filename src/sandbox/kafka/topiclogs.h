// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/kafka/partitionlog.h"

#include <map>
#include <string>
#include <vector>

namespace Sandbox::Kafka {

/// The topics of a broker: a folder for each, with a file for each partition.
class TopicLogs
{
public:
    using Partitions = std::vector<PartitionLog>;

    /// Reads what a former run left in the folder.
    explicit TopicLogs(std::string folder);

    [[nodiscard]] const std::map<std::string, Partitions> &all() const { return m_topics; }
    [[nodiscard]] const Partitions *find(const std::string &topic) const;
    [[nodiscard]] PartitionLog *find(const std::string &topic, std::int32_t partition);

    [[nodiscard]] ErrorCode create(const std::string &topic, int partitions);
    /// Kafka can add partitions to a topic, not take them away.
    [[nodiscard]] ErrorCode grow(const std::string &topic, int partitions);
    [[nodiscard]] ErrorCode remove(const std::string &topic);

    [[nodiscard]] static bool isLegalName(const std::string &topic);

private:
    void addPartitions(const std::string &topic, int count);

    const std::string m_folder;
    std::map<std::string, Partitions> m_topics;
};

/// The most partitions of a topic: each costs a file.
inline constexpr int mostPartitions = 1000;

} // namespace Sandbox::Kafka
