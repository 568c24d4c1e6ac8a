// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/requests.h"

namespace Sandbox::Kafka {

namespace {

void writePosition(Writer &answer, std::int16_t version, std::int32_t partition,
                   const CommittedOffsets::Position &position)
{
    answer.int32(partition).int64(position.offset);
    if (version >= 5)
        answer.int32(-1);
    answer.string(position.metadata).int16(0);
}

void writeAll(Writer &answer, std::int16_t version, const CommittedOffsets::Positions &positions)
{
    std::map<std::string, std::vector<std::pair<std::int32_t, CommittedOffsets::Position>>> topics;
    for (const auto &[place, position] : positions)
        topics[place.first].emplace_back(place.second, position);
    answer.count(topics.size());
    for (const auto &[topic, places] : topics) {
        answer.string(topic).count(places.size());
        for (const auto &[partition, position] : places)
            writePosition(answer, version, partition, position);
    }
}

} // namespace

Answer offsetCommit(Broker &broker, Request &request)
{
    Reader &body = request.body;
    const std::int16_t version = request.version;
    const std::string group = body.string();
    const std::int32_t generation = body.int32();
    const std::string member = body.string();
    if (version >= 7)
        (void)body.nullableString();
    if (version <= 4)
        (void)body.int64(); // retention: positions are kept for good
    const ErrorCode refusal = broker.groups[group].checkCommit(member, generation, Clock::now());
    Writer answer;
    if (version >= 3)
        answer.int32(0);
    answerPartitions(body, answer, [&](const std::string &topic, std::int32_t partition) {
        CommittedOffsets::Position position{body.int64(), {}};
        if (version >= 6)
            (void)body.int32(); // leader epoch
        position.metadata = body.string();
        ErrorCode error = refusal;
        if (error == ErrorCode::None && !broker.topics.find(topic, partition))
            error = ErrorCode::UnknownTopicOrPartition;
        if (error == ErrorCode::None && !broker.offsets.set(group, {topic, partition}, position))
            error = ErrorCode::KafkaStorageError;
        answer.int32(partition).int16(number(error));
    });
    return answer.take();
}

Answer offsetFetch(Broker &broker, Request &request)
{
    Reader &body = request.body;
    const CommittedOffsets::Positions &positions = broker.offsets.of(body.string());
    Writer answer;
    if (request.version >= 3)
        answer.int32(0);
    const std::int32_t topics = body.count();
    if (topics < 0) {
        writeAll(answer, request.version, positions);
    } else {
        answer.int32(topics);
        for (std::int32_t i = 0; i < topics; ++i) {
            const std::string topic = body.string();
            const auto partitions = body.list([](Reader &reader) { return reader.int32(); });
            answer.string(topic).count(partitions.size());
            for (const std::int32_t partition : partitions) {
                const auto found = positions.find({topic, partition});
                writePosition(answer, request.version, partition,
                              found == positions.end() ? CommittedOffsets::Position() : found->second);
            }
        }
    }
    if (request.version >= 2)
        answer.int16(0);
    return answer.take();
}

} // namespace Sandbox::Kafka
