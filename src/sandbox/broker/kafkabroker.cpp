// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/broker/kafkabroker.h"

#include "sandbox/broker/messageproducer.h"
#include "sandbox/broker/messagereader.h"
#include "sandbox/broker/mockcluster.h"
#include "sandbox/broker/samplefeed.h"
#include "sandbox/broker/sampletopics.h"

#include <algorithm>
#include <mutex>
#include <set>

namespace Sandbox {

namespace {

constexpr int requestTimeoutMs = 5000;
/// The mock cluster allocates every partition at once; more than this would only use up memory.
constexpr int maxPartitions = 1000;

BrokerError unknownTopic(const std::string &topic)
{
    return {"Topic '" + topic + "' does not exist"};
}

BrokerError describe(rd_kafka_resp_err_t error)
{
    return {std::string("Kafka: ") + rd_kafka_err2str(error), true};
}

bool isLegalTopicName(const std::string &name)
{
    const auto legal = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    };
    return !name.empty() && name.size() <= 249 && name != "." && name != ".." &&
           std::all_of(name.begin(), name.end(), legal);
}

} // namespace

class KafkaBroker::Private
{
public:
    Private() : producer(cluster.bootstrapServers()) {}

    [[nodiscard]] Core::Expected<std::map<std::string, int>, BrokerError> partitionCounts() const;
    [[nodiscard]] Core::Expected<int, BrokerError> partitionCount(const std::string &topic) const;
    [[nodiscard]] Core::Expected<PartitionState, BrokerError> offsets(const std::string &topic, int partition) const;
    [[nodiscard]] std::set<std::string> groupsOf(const std::string &topic) const;
    [[nodiscard]] bool heldMessages(const std::string &topic, int partitions) const;

    MockCluster cluster;
    MessageProducer producer;

    mutable std::mutex mutex; ///< for what follows
    std::map<std::string, std::set<std::string>> groups;
    std::map<std::string, int> reusable; ///< deleted topics that never held a message, with their partitions
    std::set<std::string> deleted;

    std::unique_ptr<SampleFeed> feed; ///< last, because it uses the others until it ends
};

/// Asked of the broker each time: a producer may make a topic by writing to it.
Core::Expected<std::map<std::string, int>, BrokerError> KafkaBroker::Private::partitionCounts() const
{
    const rd_kafka_metadata_t *metadata = nullptr;
    const auto error = rd_kafka_metadata(producer.handle(), 1, nullptr, &metadata, requestTimeoutMs);
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR)
        return Core::Unexpected{describe(error)};
    std::map<std::string, int> counts;
    const std::scoped_lock lock(mutex);
    for (int i = 0; i < metadata->topic_cnt; ++i) {
        const auto &topic = metadata->topics[i];
        if (topic.err == RD_KAFKA_RESP_ERR_NO_ERROR && !deleted.contains(topic.topic))
            counts[topic.topic] = topic.partition_cnt;
    }
    rd_kafka_metadata_destroy(metadata);
    return counts;
}

Core::Expected<int, BrokerError> KafkaBroker::Private::partitionCount(const std::string &topic) const
{
    const auto counts = partitionCounts();
    if (!counts)
        return Core::Unexpected{counts.error()};
    const auto found = counts->find(topic);
    if (found == counts->end())
        return Core::Unexpected{unknownTopic(topic)};
    return found->second;
}

Core::Expected<PartitionState, BrokerError> KafkaBroker::Private::offsets(const std::string &topic, int partition) const
{
    PartitionState state;
    state.partition = partition;
    const auto error = rd_kafka_query_watermark_offsets(producer.handle(), topic.c_str(), partition,
                                                        &state.earliestOffset, &state.latestOffset, requestTimeoutMs);
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR)
        return Core::Unexpected{describe(error)};
    return state;
}

std::set<std::string> KafkaBroker::Private::groupsOf(const std::string &topic) const
{
    const std::scoped_lock lock(mutex);
    const auto found = groups.find(topic);
    return found == groups.end() ? std::set<std::string>() : found->second;
}

bool KafkaBroker::Private::heldMessages(const std::string &topic, int partitions) const
{
    for (int partition = 0; partition < partitions; ++partition) {
        const auto state = offsets(topic, partition);
        if (!state || state->latestOffset > 0)
            return true;
    }
    return false;
}

KafkaBroker::KafkaBroker() : d(std::make_unique<Private>()) {}

KafkaBroker::~KafkaBroker() = default;

std::string KafkaBroker::bootstrapServers() const
{
    return d->cluster.bootstrapServers();
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

Core::Expected<std::vector<TopicDefinition>, BrokerError> KafkaBroker::topics() const
{
    const auto counts = d->partitionCounts();
    if (!counts)
        return Core::Unexpected{counts.error()};
    std::vector<TopicDefinition> topics;
    for (const auto &[name, partitions] : *counts)
        topics.push_back({name, partitions, {}});
    return topics;
}

Core::Outcome<BrokerError> KafkaBroker::createTopic(const std::string &name, int partitions)
{
    if (!isLegalTopicName(name))
        return Core::Unexpected{BrokerError{"Topic name '" + name +
                                            "' is not allowed: use letters, digits, '.', '_' and '-', at most 249"}};
    if (partitions < 1 || partitions > maxPartitions)
        return Core::Unexpected{
            BrokerError{"The sandbox's topics have 1 to " + std::to_string(maxPartitions) + " partitions"}};
    const std::scoped_lock lock(d->mutex);
    if (d->deleted.contains(name)) {
        const auto former = d->reusable.find(name);
        if (former == d->reusable.end() || former->second != partitions)
            return Core::Unexpected{
                BrokerError{"Topic '" + name +
                            "' was deleted. The sandbox's broker can use its name for a new, empty topic only "
                            "after the sandbox was restarted: restart it, or choose another name"}};
        d->reusable.erase(former);
        d->deleted.erase(name);
        d->cluster.setHidden(name, false);
        return std::monostate{};
    }
    if (d->cluster.createTopic(name, partitions) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return Core::Unexpected{BrokerError{"Topic '" + name + "' already exists"}};
    return std::monostate{};
}

Core::Outcome<BrokerError> KafkaBroker::deleteTopic(const std::string &name)
{
    const auto partitions = d->partitionCount(name);
    if (!partitions)
        return Core::Unexpected{partitions.error()};
    const bool reusable = !d->heldMessages(name, *partitions);
    const std::scoped_lock lock(d->mutex);
    d->cluster.setHidden(name, true);
    d->deleted.insert(name);
    d->groups.erase(name);
    if (reusable)
        d->reusable[name] = *partitions;
    return std::monostate{};
}

Core::Expected<std::vector<PartitionState>, BrokerError> KafkaBroker::partitions(const std::string &topic) const
{
    const auto count = d->partitionCount(topic);
    if (!count)
        return Core::Unexpected{count.error()};
    std::vector<PartitionState> states;
    for (int partition = 0; partition < *count; ++partition) {
        auto state = d->offsets(topic, partition);
        if (!state)
            return Core::Unexpected{state.error()};
        states.push_back(std::move(state).value());
    }
    for (const std::string &group : d->groupsOf(topic)) {
        const auto committed = committedOffsets(bootstrapServers(), group, topic, *count);
        if (!committed)
            return Core::Unexpected{committed.error()};
        for (const auto &[partition, offset] : *committed)
            states[static_cast<std::size_t>(partition)].groups.push_back({group, offset});
    }
    return states;
}

void KafkaBroker::noteGroup(const std::string &topic, const std::string &group)
{
    const std::scoped_lock lock(d->mutex);
    d->groups[topic].insert(group);
}

Core::Expected<std::vector<Message>, BrokerError> KafkaBroker::read(const std::string &topic,
                                                                    const std::map<int, std::int64_t> &offsets,
                                                                    std::size_t maxBytes,
                                                                    std::chrono::milliseconds timeout) const
{
    const auto count = d->partitionCount(topic);
    if (!count)
        return Core::Unexpected{count.error()};
    ReadRange range{topic, {}, maxBytes, timeout};
    for (const auto &[partition, from] : offsets) {
        if (partition < 0 || partition >= *count)
            return Core::Unexpected{BrokerError{"Topic '" + topic + "' has no partition " + std::to_string(partition)}};
        const auto state = d->offsets(topic, partition);
        if (!state)
            return Core::Unexpected{state.error()};
        range.partitions[partition] = {std::max(from, state->earliestOffset), state->latestOffset};
    }
    return readMessages(bootstrapServers(), range);
}

std::vector<ProduceResult> KafkaBroker::produce(const std::string &topic, const std::vector<Message> &messages)
{
    const auto count = d->partitionCount(topic);
    std::vector<ProduceResult> refused(messages.size());
    if (!count) {
        for (ProduceResult &result : refused)
            result.error = count.error();
        return refused;
    }
    return d->producer.produce(topic, messages);
}

} // namespace Sandbox
