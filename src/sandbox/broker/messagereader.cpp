// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/broker/messagereader.h"

#include "sandbox/broker/rdkafka.h"

#include <algorithm>
#include <set>

namespace Sandbox {

namespace {

using Clock = std::chrono::steady_clock;

BrokerError describe(rd_kafka_resp_err_t error)
{
    return {std::string("Kafka: ") + rd_kafka_err2str(error), true};
}

Message toMessage(const rd_kafka_message_t &raw)
{
    Message message;
    if (raw.key)
        message.key = std::string(static_cast<const char *>(raw.key), raw.key_len);
    if (raw.payload)
        message.value = std::string(static_cast<const char *>(raw.payload), raw.len);
    message.partition = raw.partition;
    message.offset = raw.offset;
    message.timestampMs = rd_kafka_message_timestamp(&raw, nullptr);
    return message;
}

std::size_t byteCount(const Message &message)
{
    return (message.key ? message.key->size() : 0) + (message.value ? message.value->size() : 0);
}

/// Gathers what arrives until every partition's end is reached.
class Gatherer
{
public:
    explicit Gatherer(const ReadRange &range) : m_range(range)
    {
        for (const auto &[partition, span] : range.partitions) {
            if (span.from < span.to)
                m_open.insert(partition);
        }
    }

    [[nodiscard]] bool isComplete() const { return m_full || m_open.empty(); }
    [[nodiscard]] bool needs(int partition) const { return m_open.contains(partition); }

    void add(const rd_kafka_message_t &raw)
    {
        const std::int64_t end = m_range.partitions.at(raw.partition).to;
        if (raw.offset < end) {
            Message message = toMessage(raw);
            m_bytes += byteCount(message);
            m_full = m_bytes > m_range.maxBytes && !m_messages.empty();
            if (m_full)
                return;
            m_messages.push_back(std::move(message));
        }
        if (raw.offset + 1 >= end)
            m_open.erase(raw.partition);
    }

    [[nodiscard]] std::vector<Message> take()
    {
        std::sort(m_messages.begin(), m_messages.end(), [](const Message &a, const Message &b) {
            return std::pair(a.partition, a.offset) < std::pair(b.partition, b.offset);
        });
        return std::move(m_messages);
    }

private:
    const ReadRange &m_range;
    std::set<int> m_open;
    std::vector<Message> m_messages;
    std::size_t m_bytes = 0;
    bool m_full = false;
};

Core::Expected<KafkaHandle, BrokerError> makeConsumer(const std::string &bootstrapServers, const std::string &group)
{
    auto handle = makeHandle(RD_KAFKA_CONSUMER, {{"bootstrap.servers", bootstrapServers},
                                                 {"group.id", group},
                                                 {"enable.auto.commit", "false"},
                                                 {"enable.auto.offset.store", "false"},
                                                 {"allow.auto.create.topics", "false"},
                                                 {"fetch.wait.max.ms", "10"}});
    if (!handle)
        return Core::Unexpected{BrokerError{handle.error()}};
    rd_kafka_poll_set_consumer(handle->get());
    return std::move(handle).value();
}

PartitionList assignment(const ReadRange &range, const Gatherer &gatherer)
{
    PartitionList list(rd_kafka_topic_partition_list_new(static_cast<int>(range.partitions.size())));
    for (const auto &[partition, span] : range.partitions) {
        if (gatherer.needs(partition))
            rd_kafka_topic_partition_list_add(list.get(), range.topic.c_str(), partition)->offset = span.from;
    }
    return list;
}

int remainingMs(Clock::time_point deadline)
{
    return static_cast<int>(std::max<std::int64_t>(
        0, std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count()));
}

} // namespace

Core::Expected<std::vector<Message>, BrokerError> readMessages(const std::string &bootstrapServers,
                                                               const ReadRange &range)
{
    const auto deadline = Clock::now() + range.timeout;
    Gatherer gatherer(range);
    if (gatherer.isComplete())
        return gatherer.take();
    auto consumer = makeConsumer(bootstrapServers, "headgate-reader");
    if (!consumer)
        return Core::Unexpected{consumer.error()};
    const PartitionList wanted = assignment(range, gatherer);
    if (const auto error = rd_kafka_assign(consumer->get(), wanted.get()); error != RD_KAFKA_RESP_ERR_NO_ERROR)
        return Core::Unexpected{describe(error)};
    while (!gatherer.isComplete() && Clock::now() < deadline) {
        rd_kafka_message_t *raw = rd_kafka_consumer_poll(consumer->get(), remainingMs(deadline));
        if (!raw)
            continue;
        if (raw->err == RD_KAFKA_RESP_ERR_NO_ERROR)
            gatherer.add(*raw);
        rd_kafka_message_destroy(raw);
    }
    return gatherer.take();
}

} // namespace Sandbox
