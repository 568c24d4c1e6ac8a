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

} // namespace Sandbox::Kafka
