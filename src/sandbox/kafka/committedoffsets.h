// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace Sandbox::Kafka {

/// How far each consumer group has come in each partition. Kept in a file to which every change is added, so that what
/// was acknowledged survives a kill.
class CommittedOffsets
{
public:
    struct Position
    {
        std::int64_t offset = -1;
        std::string metadata; ///< a consumer's own words
    };
    using TopicPartition = std::pair<std::string, std::int32_t>;
    using Positions = std::map<TopicPartition, Position>;

    /// Reads what a former run left, and shortens the file to what still holds.
    explicit CommittedOffsets(std::string path);

    [[nodiscard]] const std::map<std::string, Positions> &all() const { return m_groups; }
    /// Empty for a group that never committed.
    [[nodiscard]] const Positions &of(const std::string &group) const;
    /// False when it could not be saved; then nothing is changed.
    [[nodiscard]] bool set(const std::string &group, const TopicPartition &place, const Position &position);
    void forgetTopic(const std::string &topic);

private:
    void read();
    void rewrite();

    const std::string m_path;
    std::map<std::string, Positions> m_groups;
};

} // namespace Sandbox::Kafka
