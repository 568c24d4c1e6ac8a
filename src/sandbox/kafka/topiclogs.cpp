// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/topiclogs.h"

#include <algorithm>
#include <filesystem>

namespace Sandbox::Kafka {

TopicLogs::TopicLogs(std::string folder) : m_folder(std::move(folder))
{
    std::filesystem::create_directories(m_folder);
    for (const auto &entry : std::filesystem::directory_iterator(m_folder)) {
        const std::string topic = entry.path().filename().string();
        if (!entry.is_directory() || !isLegalName(topic))
            continue;
        const auto files = std::count_if(std::filesystem::directory_iterator(entry.path()), {},
                                         [](const auto &file) { return file.path().extension() == ".log"; });
        addPartitions(topic, static_cast<int>(files));
    }
}

const TopicLogs::Partitions *TopicLogs::find(const std::string &topic) const
{
    const auto found = m_topics.find(topic);
    return found == m_topics.end() ? nullptr : &found->second;
}

PartitionLog *TopicLogs::find(const std::string &topic, std::int32_t partition)
{
    const auto found = m_topics.find(topic);
    if (found == m_topics.end() || partition < 0 || partition >= static_cast<std::int32_t>(found->second.size()))
        return nullptr;
    return &found->second[static_cast<std::size_t>(partition)];
}

ErrorCode TopicLogs::create(const std::string &topic, int partitions)
{
    if (!isLegalName(topic))
        return ErrorCode::InvalidTopic;
    if (partitions < 1 || partitions > mostPartitions)
        return ErrorCode::InvalidPartitions;
    if (m_topics.contains(topic))
        return ErrorCode::TopicAlreadyExists;
    addPartitions(topic, partitions);
    return ErrorCode::None;
}

ErrorCode TopicLogs::grow(const std::string &topic, int partitions)
{
    const Partitions *existing = find(topic);
    if (!existing)
        return ErrorCode::UnknownTopicOrPartition;
    if (partitions <= static_cast<int>(existing->size()) || partitions > mostPartitions)
        return ErrorCode::InvalidPartitions;
    addPartitions(topic, partitions);
    return ErrorCode::None;
}

ErrorCode TopicLogs::remove(const std::string &topic)
{
    if (m_topics.erase(topic) == 0)
        return ErrorCode::UnknownTopicOrPartition;
    std::error_code ignored; // files that stay would come back with the next start, and can be deleted again
    std::filesystem::remove_all(m_folder + '/' + topic, ignored);
    return ErrorCode::None;
}

bool TopicLogs::isLegalName(const std::string &topic)
{
    const auto legal = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    };
    return !topic.empty() && topic.size() <= 249 && topic != "." && topic != ".." &&
           std::all_of(topic.begin(), topic.end(), legal);
}

void TopicLogs::addPartitions(const std::string &topic, int count)
{
    const std::string folder = m_folder + '/' + topic;
    std::filesystem::create_directories(folder);
    Partitions &partitions = m_topics[topic];
    for (auto i = static_cast<int>(partitions.size()); i < count; ++i)
        partitions.emplace_back(folder + '/' + std::to_string(i) + ".log");
}

} // namespace Sandbox::Kafka
