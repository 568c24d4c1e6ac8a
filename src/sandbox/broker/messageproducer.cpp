// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/broker/messageproducer.h"

#include <atomic>
#include <memory>
#include <stdexcept>

namespace Sandbox {

namespace {

/// Where the report about one message goes. It outlives the message: produce() waits for every report, and
/// message.timeout.ms bounds that wait.
struct Delivery
{
    ProduceResult &result;
    std::atomic<std::size_t> &outstanding;
};

BrokerError describe(rd_kafka_resp_err_t error)
{
    const bool permanent = error == RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION || error == RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC ||
                           error == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE;
    return {std::string("Kafka: ") + rd_kafka_err2str(error), !permanent};
}

void onDelivery(rd_kafka_t *, const rd_kafka_message_t *message, void *)
{
    auto &delivery = *static_cast<Delivery *>(message->_private);
    if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR)
        delivery.result.error = describe(message->err);
    delivery.result.partition = message->partition;
    delivery.result.offset = message->err == RD_KAFKA_RESP_ERR_NO_ERROR ? message->offset : -1;
    delivery.outstanding.fetch_sub(1, std::memory_order_release);
}

rd_kafka_resp_err_t send(rd_kafka_t *handle, const std::string &topic, const Message &message, Delivery &delivery)
{
    const auto *key = message.key ? message.key->data() : nullptr;
    const auto *value = message.value ? message.value->data() : nullptr;
    const std::size_t keySize = message.key ? message.key->size() : 0;
    const std::size_t valueSize = message.value ? message.value->size() : 0;
    return rd_kafka_producev(handle, RD_KAFKA_V_TOPIC(topic.c_str()), RD_KAFKA_V_PARTITION(message.partition),
                             RD_KAFKA_V_KEY(key, keySize),
                             RD_KAFKA_V_VALUE(const_cast<char *>(value), valueSize), // copied, not changed
                             RD_KAFKA_V_TIMESTAMP(message.timestampMs), RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
                             RD_KAFKA_V_OPAQUE(&delivery), RD_KAFKA_V_END);
}

struct DestroyTopic
{
    void operator()(rd_kafka_topic_t *topic) const { rd_kafka_topic_destroy(topic); }
};

/// This client remembers how many partitions a topic has, for minutes; the topic may have been enlarged or made anew.
void lookAtTopic(rd_kafka_t *handle, const std::string &name)
{
    constexpr int timeoutMs = 5000;
    const std::unique_ptr<rd_kafka_topic_t, DestroyTopic> topic(rd_kafka_topic_new(handle, name.c_str(), nullptr));
    const rd_kafka_metadata_t *metadata = nullptr;
    if (topic && rd_kafka_metadata(handle, 0, topic.get(), &metadata, timeoutMs) == RD_KAFKA_RESP_ERR_NO_ERROR)
        rd_kafka_metadata_destroy(metadata);
}

} // namespace

MessageProducer::MessageProducer(const std::string &bootstrapServers)
{
    auto handle = makeHandle(RD_KAFKA_PRODUCER,
                             {{"bootstrap.servers", bootstrapServers},
                              {"linger.ms", "0"},
                              // This client looks after its topics for ever: it must not bring back deleted ones.
                              {"allow.auto.create.topics", "false"},
                              {"message.timeout.ms", "5000"},
                              {"message.max.bytes", "4194304"}},
                             onDelivery);
    if (!handle)
        throw std::runtime_error("The Kafka producer could not be started: " + handle.error());
    m_handle = std::move(handle).value();
}

std::vector<ProduceResult> MessageProducer::produce(const std::string &topic, const std::vector<Message> &messages)
{
    lookAtTopic(m_handle.get(), topic);
    std::vector<ProduceResult> results(messages.size());
    std::atomic<std::size_t> outstanding = messages.size();
    std::vector<Delivery> deliveries;
    deliveries.reserve(messages.size());
    for (std::size_t i = 0; i < messages.size(); ++i) {
        deliveries.push_back({results[i], outstanding});
        if (const auto error = send(m_handle.get(), topic, messages[i], deliveries.back());
            error != RD_KAFKA_RESP_ERR_NO_ERROR) {
            results[i].error = describe(error);
            --outstanding;
        }
    }
    // Reports may also be delivered by another thread that waits here, hence the short polls.
    while (outstanding.load(std::memory_order_acquire) > 0)
        rd_kafka_poll(m_handle.get(), 10);
    return results;
}

} // namespace Sandbox
