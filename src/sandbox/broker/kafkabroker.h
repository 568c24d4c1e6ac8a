// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Sandbox {

/// Why the broker did not do something: a sentence, and whether trying again may help.
struct BrokerError
{
    std::string message;
    bool temporary = false;
};

/// What a topic is, apart from its messages.
struct TopicDefinition
{
    std::string name;
    int partitions = 1;
    std::string description; ///< shown as topic_description; may be empty
};

struct GroupOffset
{
    std::string group;
    std::int64_t offset = 0;
};

struct PartitionState
{
    int partition = 0;
    std::int64_t earliestOffset = 0;
    std::int64_t latestOffset = 0;
    std::int64_t size = 0; ///< bytes kept
    std::vector<GroupOffset> groups;
};

/// One message as bytes. A missing key or value is Kafka's null.
struct Message
{
    std::optional<std::string> key;
    std::optional<std::string> value;
    int partition = -1; ///< when producing: -1 lets the broker choose
    std::int64_t offset = -1;
    std::int64_t timestampMs = 0;
};

/// Where a produced message went, or why it went nowhere.
struct ProduceResult
{
    int partition = -1;
    std::int64_t offset = -1;
    std::optional<BrokerError> error;
};

/// The Kafka of one service: a broker (Kafka::Server) and a client of it. Topics, messages and the positions of groups are
/// kept in the folder. Every function is thread-safe.
class KafkaBroker
{
public:
    enum class Seed { Yes, No };

    /// Throws std::runtime_error when no port can be opened or the folder cannot be used.
    explicit KafkaBroker(const std::string &folder);
    ~KafkaBroker();
    KafkaBroker(const KafkaBroker &) = delete;
    KafkaBroker &operator=(const KafkaBroker &) = delete;

    /// "127.0.0.1:PORT"
    [[nodiscard]] std::string bootstrapServers() const;

    /// Topics that come with the sandbox, the live ones included, for a service that starts for the first time.
    [[nodiscard]] static std::vector<TopicDefinition> sampleTopics();
    /// Keeps the live sample topics that exist flowing until the broker ends. Seed::Yes puts the first messages into
    /// every sample topic before it returns: for a service that starts for the first time.
    void startSamples(Seed seed);

    /// Every topic, those included that a producer made by writing to them. Descriptions are the caller's.
    [[nodiscard]] std::vector<TopicDefinition> topics() const;
    [[nodiscard]] Core::Outcome<BrokerError> createTopic(const std::string &name, int partitions);
    /// Partitions can be added, not taken away.
    [[nodiscard]] Core::Outcome<BrokerError> growTopic(const std::string &name, int partitions);
    /// With its messages and the groups' positions in it.
    [[nodiscard]] Core::Outcome<BrokerError> deleteTopic(const std::string &name);
    /// With the positions that consumer groups have committed.
    [[nodiscard]] Core::Expected<std::vector<PartitionState>, BrokerError> partitions(const std::string &topic) const;

    /// Lets a group that has no position in the topic yet begin with the messages of that time.
    void startGroup(const std::string &topic, const std::string &group, std::chrono::system_clock::time_point time);

    /// Reads without a consumer group: from each partition's offset on, until maxBytes are gathered, every partition's
    /// end is reached, or the time is over. Offsets below the earliest start at the earliest.
    [[nodiscard]] Core::Expected<std::vector<Message>, BrokerError> read(const std::string &topic,
                                                                         const std::map<int, std::int64_t> &offsets,
                                                                         std::size_t maxBytes,
                                                                         std::chrono::milliseconds timeout) const;
    /// One result per message, in their order; returns when every delivery is known.
    [[nodiscard]] std::vector<ProduceResult> produce(const std::string &topic, const std::vector<Message> &messages);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Sandbox
