// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/broker/kafkabroker.h"

#include "sandbox/broker/messageproducer.h"
#include "sandbox/broker/messagereader.h"
#include "sandbox/broker/samplefeed.h"
#include "sandbox/broker/sampletopics.h"
#include "sandbox/kafka/server.h"

#include <algorithm>
#include <filesystem>

namespace Sandbox {

namespace {

using Kafka::ErrorCode;

BrokerError unknownTopic(const std::string &topic)
{
    return {"Topic '" + topic + "' does not exist"};
}

BrokerError describe(ErrorCode error, const std::string &topic, int existingPartitions)
{
    switch (error) {
    case ErrorCode::InvalidTopic:
        return {"Topic name '" + topic + "' is not allowed: use letters, digits, '.', '_' and '-', at most 249"};
    case ErrorCode::TopicAlreadyExists: return {"Topic '" + topic + "' already exists"};
    case ErrorCode::UnknownTopicOrPartition: return unknownTopic(topic);
    case ErrorCode::InvalidPartitions:
        if (existingPartitions > 0)
            return {"Topic '" + topic + "' has " + std::to_string(existingPartitions) +
                    " partitions; they can only be increased, to " + std::to_string(Kafka::mostPartitions) +
                    " at most"};
        return {"The sandbox's topics have 1 to " + std::to_string(Kafka::mostPartitions) + " partitions"};
    default: return {"Kafka: error " + std::to_string(static_cast<int>(error)), true};
    }
}

/// The positions in one partition.
std::vector<GroupOffset> groupOffsets(const Kafka::CommittedOffsets &offsets, const std::string &topic, int partition)
{
    std::vector<GroupOffset> groups;
    for (const auto &[group, positions] : offsets.all()) {
        if (const auto found = positions.find({topic, partition}); found != positions.end())
            groups.push_back({group, found->second.offset});
    }
    return groups;
}

const std::string &made(const std::string &folder)
{
    std::filesystem::create_directories(folder);
    return folder;
}

} // namespace

class KafkaBroker::Private
{
public:
    explicit Private(const std::string &folder) : server(made(folder)), producer(bootstrapServers()) {}

    [[nodiscard]] std::string bootstrapServers() const { return "127.0.0.1:" + std::to_string(server.port()); }

    mutable Kafka::Server server;
    MessageProducer producer;
    std::unique_ptr<SampleFeed> feed; ///< last, because it uses the others until it ends
};

KafkaBroker::KafkaBroker(const std::string &folder) : d(std::make_unique<Private>(folder)) {}

KafkaBroker::~KafkaBroker() = default;

std::string KafkaBroker::bootstrapServers() const
{
    return d->bootstrapServers();
}

std::vector<TopicDefinition> KafkaBroker::sampleTopics()
{
    std::vector<TopicDefinition> topics;
    for (const SampleTopic &sample : Sandbox::sampleTopics())
        topics.push_back({sample.name, sample.partitions,
                          sample.description + ". Data format " + sample.format + "; columns " + sample.columns});
    return topics;
}

void KafkaBroker::startSamples(Seed seed)
{
    d->feed = std::make_unique<SampleFeed>(*this, seed);
}

std::vector<TopicDefinition> KafkaBroker::topics() const
{
    return d->server.use([](const Kafka::Broker &broker) {
        std::vector<TopicDefinition> topics;
        for (const auto &[name, partitions] : broker.topics.all())
            topics.push_back({name, static_cast<int>(partitions.size()), {}});
        return topics;
    });
}

Core::Outcome<BrokerError> KafkaBroker::createTopic(const std::string &name, int partitions)
{
    const ErrorCode error =
        d->server.use([&](Kafka::Broker &broker) { return broker.topics.create(name, partitions); });
    if (error != ErrorCode::None)
        return Core::Unexpected{describe(error, name, 0)};
    return std::monostate{};
}

Core::Outcome<BrokerError> KafkaBroker::growTopic(const std::string &name, int partitions)
{
    int existing = 0;
    const ErrorCode error = d->server.use([&](Kafka::Broker &broker) {
        if (const auto *topic = broker.topics.find(name))
            existing = static_cast<int>(topic->size());
        return broker.topics.grow(name, partitions);
    });
    if (error != ErrorCode::None)
        return Core::Unexpected{describe(error, name, existing)};
    return std::monostate{};
}

Core::Outcome<BrokerError> KafkaBroker::deleteTopic(const std::string &name)
{
    const ErrorCode error = d->server.use([&](Kafka::Broker &broker) {
        broker.offsets.forgetTopic(name);
        return broker.topics.remove(name);
    });
    if (error != ErrorCode::None)
        return Core::Unexpected{describe(error, name, 0)};
    return std::monostate{};
}

Core::Expected<std::vector<PartitionState>, BrokerError> KafkaBroker::partitions(const std::string &topic) const
{
    using Result = Core::Expected<std::vector<PartitionState>, BrokerError>;
    return d->server.use([&](const Kafka::Broker &broker) -> Result {
        const auto *logs = broker.topics.find(topic);
        if (!logs)
            return Core::Unexpected{unknownTopic(topic)};
        std::vector<PartitionState> states;
        for (const Kafka::PartitionLog &log : *logs) {
            const auto partition = static_cast<int>(states.size());
            states.push_back(
                {partition, log.earliest(), log.latest(), log.size(), groupOffsets(broker.offsets, topic, partition)});
        }
        return states;
    });
}

void KafkaBroker::startGroup(const std::string &topic, const std::string &group,
                             std::chrono::system_clock::time_point time)
{
    const auto timestamp = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    d->server.use([&](Kafka::Broker &broker) {
        const auto *logs = broker.topics.find(topic);
        for (std::int32_t partition = 0; logs && partition < static_cast<std::int32_t>(logs->size()); ++partition) {
            const Kafka::PartitionLog &log = logs->at(static_cast<std::size_t>(partition));
            const auto found = log.atTime(timestamp);
            if (!broker.offsets.of(group).contains({topic, partition}))
                (void)broker.offsets.set(group, {topic, partition},
                                         {found.offset < 0 ? log.latest() : found.offset, {}});
        }
    });
}

Core::Expected<std::vector<Message>, BrokerError> KafkaBroker::read(const std::string &topic,
                                                                    const std::map<int, std::int64_t> &offsets,
                                                                    std::size_t maxBytes,
                                                                    std::chrono::milliseconds timeout) const
{
    const auto states = partitions(topic);
    if (!states)
        return Core::Unexpected{states.error()};
    ReadRange range{topic, {}, maxBytes, timeout};
    for (const auto &[partition, from] : offsets) {
        if (partition < 0 || partition >= static_cast<int>(states->size()))
            return Core::Unexpected{BrokerError{"Topic '" + topic + "' has no partition " + std::to_string(partition)}};
        const PartitionState &state = states->at(static_cast<std::size_t>(partition));
        range.partitions[partition] = {std::max(from, state.earliestOffset), state.latestOffset};
    }
    return readMessages(bootstrapServers(), range);
}

std::vector<ProduceResult> KafkaBroker::produce(const std::string &topic, const std::vector<Message> &messages)
{
    const auto states = partitions(topic);
    if (states)
        return d->producer.produce(topic, messages);
    std::vector<ProduceResult> refused(messages.size());
    for (ProduceResult &result : refused)
        result.error = states.error();
    return refused;
}

} // namespace Sandbox
