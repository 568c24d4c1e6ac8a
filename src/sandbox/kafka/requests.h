// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/kafka/committedoffsets.h"
#include "sandbox/kafka/consumergroup.h"
#include "sandbox/kafka/topiclogs.h"
#include "sandbox/kafka/wire.h"

#include <functional>
#include <optional>
#include <string>
#include <variant>

namespace Sandbox::Kafka {

/// What the broker holds.
struct Broker
{
    explicit Broker(const std::string &folder) : topics(folder + "/topics"), offsets(folder + "/offsets") {}

    int port = 0;
    TopicLogs topics;
    CommittedOffsets offsets;
    std::map<std::string, ConsumerGroup> groups;
    std::int64_t lastProducerId = 0;
};

/// One request, its body not read yet.
struct Request
{
    ApiKey key{};
    std::int16_t version = 0;
    std::string clientId;
    Reader body;
};

/// An answer that has to wait: for messages, or for other members of a group. It is asked for again after every change
/// and at the deadline, when it must not stay out any longer.
struct Deferred
{
    std::function<std::optional<std::string>(bool isLate)> answer;
    Clock::time_point deadline;
};
/// Nothing: the client wants no answer.
using Answer = std::variant<std::string, Deferred, std::monostate>;

// One function for each kind of request; throws Malformed.
[[nodiscard]] Answer produce(Broker &broker, Request &request);
[[nodiscard]] Answer fetch(Broker &broker, Request &request);
[[nodiscard]] Answer listOffsets(Broker &broker, Request &request);
[[nodiscard]] Answer initProducerId(Broker &broker, Request &request);

[[nodiscard]] Answer apiVersions(ErrorCode error, std::int16_t version);
[[nodiscard]] Answer metadata(Broker &broker, Request &request);
[[nodiscard]] Answer createTopics(Broker &broker, Request &request);
[[nodiscard]] Answer deleteTopics(Broker &broker, Request &request);
[[nodiscard]] Answer createPartitions(Broker &broker, Request &request);

[[nodiscard]] Answer findCoordinator(Broker &broker, Request &request);
[[nodiscard]] Answer joinGroup(Broker &broker, Request &request);
[[nodiscard]] Answer syncGroup(Broker &broker, Request &request);
[[nodiscard]] Answer heartbeat(Broker &broker, Request &request);
[[nodiscard]] Answer leaveGroup(Broker &broker, Request &request);
[[nodiscard]] Answer describeGroups(Broker &broker, Request &request);
[[nodiscard]] Answer listGroups(Broker &broker, Request &request);
[[nodiscard]] Answer offsetCommit(Broker &broker, Request &request);
[[nodiscard]] Answer offsetFetch(Broker &broker, Request &request);

[[nodiscard]] inline std::int16_t number(ErrorCode error)
{
    return static_cast<std::int16_t>(error);
}

/// The answer names the topics and partitions of the request, in its order. each(topic, partition) reads what the request
/// says of one and writes what is answered, its number included.
template <typename Each>
void answerPartitions(Reader &body, Writer &answer, const Each &each)
{
    const std::int32_t topics = body.count();
    answer.int32(topics);
    for (std::int32_t i = 0; i < topics; ++i) {
        const std::string topic = body.string();
        const std::int32_t partitions = body.count();
        answer.string(topic).int32(partitions);
        for (std::int32_t j = 0; j < partitions; ++j)
            each(topic, body.int32());
    }
}

} // namespace Sandbox::Kafka
