// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace Sandbox::Kafka {

using Clock = std::chrono::steady_clock;

/// Numbers of Kafka's protocol, https://kafka.apache.org/protocol.
enum class ApiKey : std::int16_t {
    Produce = 0,
    Fetch = 1,
    ListOffsets = 2,
    Metadata = 3,
    OffsetCommit = 8,
    OffsetFetch = 9,
    FindCoordinator = 10,
    JoinGroup = 11,
    Heartbeat = 12,
    LeaveGroup = 13,
    SyncGroup = 14,
    DescribeGroups = 15,
    ListGroups = 16,
    ApiVersions = 18,
    CreateTopics = 19,
    DeleteTopics = 20,
    InitProducerId = 22,
    CreatePartitions = 37,
};

enum class ErrorCode : std::int16_t {
    None = 0,
    OffsetOutOfRange = 1,
    CorruptMessage = 2,
    UnknownTopicOrPartition = 3,
    MessageTooLarge = 10,
    InvalidTopic = 17,
    IllegalGeneration = 22,
    InconsistentGroupProtocol = 23,
    UnknownMemberId = 25,
    RebalanceInProgress = 27,
    UnsupportedVersion = 35,
    TopicAlreadyExists = 36,
    InvalidPartitions = 37,
    InvalidRequest = 42,
    KafkaStorageError = 56,
    TransactionalIdAuthorizationFailed = 53,
};

struct VersionRange
{
    ApiKey key;
    std::int16_t first;
    std::int16_t last;
};

/// All but the newest versions, which encode everything a second way ("flexible"); every client in use speaks these.
inline constexpr std::array supportedVersions{
    VersionRange{ApiKey::Produce, 3, 8},         VersionRange{ApiKey::Fetch, 4, 11},
    VersionRange{ApiKey::ListOffsets, 1, 5},     VersionRange{ApiKey::Metadata, 1, 8},
    VersionRange{ApiKey::OffsetCommit, 2, 7},    VersionRange{ApiKey::OffsetFetch, 1, 5},
    VersionRange{ApiKey::FindCoordinator, 0, 2}, VersionRange{ApiKey::JoinGroup, 0, 5},
    VersionRange{ApiKey::Heartbeat, 0, 3},       VersionRange{ApiKey::LeaveGroup, 0, 3},
    VersionRange{ApiKey::SyncGroup, 0, 3},       VersionRange{ApiKey::DescribeGroups, 0, 4},
    VersionRange{ApiKey::ListGroups, 0, 2},      VersionRange{ApiKey::ApiVersions, 0, 2},
    VersionRange{ApiKey::CreateTopics, 0, 4},    VersionRange{ApiKey::DeleteTopics, 0, 3},
    VersionRange{ApiKey::InitProducerId, 0, 1},  VersionRange{ApiKey::CreatePartitions, 0, 1},
};

inline constexpr int nodeId = 1;

} // namespace Sandbox::Kafka
