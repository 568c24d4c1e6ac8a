// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/requests.h"

namespace Sandbox::Kafka {

namespace {

/// What a topic gets that a client makes by writing to it, as in Aiven's services.
constexpr int automaticPartitions = 1;

void writePartition(Writer &answer, std::int16_t version, std::int32_t partition)
{
    answer.int16(0).int32(partition).int32(nodeId);
    if (version >= 7)
        answer.int32(0);
    answer.count(1).int32(nodeId).count(1).int32(nodeId);
    if (version >= 5)
        answer.count(0);
}

void writeTopic(Writer &answer, std::int16_t version, const std::string &name, ErrorCode error, std::size_t partitions)
{
    answer.int16(number(error)).string(name).boolean(false).count(partitions);
    for (std::size_t partition = 0; partition < partitions; ++partition)
        writePartition(answer, version, static_cast<std::int32_t>(partition));
    if (version >= 8)
        answer.int32(0);
}

/// The topics that the request names, those made that it wants to have made; with a null list all there are.
std::vector<std::pair<std::string, ErrorCode>> wantedTopics(Broker &broker, Request &request)
{
    std::vector<std::pair<std::string, ErrorCode>> topics;
    const std::int32_t count = request.body.count();
    for (std::int32_t i = 0; i < count; ++i)
        topics.emplace_back(request.body.string(), ErrorCode::None);
    const bool mayCreate = request.version < 4 || request.body.boolean();
    if (count < 0) {
        for (const auto &[name, partitions] : broker.topics.all())
            topics.emplace_back(name, ErrorCode::None);
    }
    for (auto &[name, error] : topics) {
        if (broker.topics.find(name))
            continue;
        error = mayCreate ? broker.topics.create(name, automaticPartitions) : ErrorCode::UnknownTopicOrPartition;
    }
    return topics;
}

struct NewTopic
{
    std::string name;
    std::int32_t partitions = 1;
};

NewTopic readNewTopic(Reader &reader)
{
    NewTopic topic;
    topic.name = reader.string();
    topic.partitions = reader.int32();
    (void)reader.int16(); // replication: there is one node
    const auto assigned = reader.list([](Reader &assignment) {
        (void)assignment.int32();
        return assignment.list([](Reader &node) { return node.int32(); }).size();
    });
    (void)reader.list([](Reader &option) {
        (void)option.string();
        return option.nullableString().has_value();
    });
    if (topic.partitions < 0)
        topic.partitions = assigned.empty() ? automaticPartitions : static_cast<std::int32_t>(assigned.size());
    return topic;
}

} // namespace

Answer apiVersions(ErrorCode error, std::int16_t version)
{
    Writer answer;
    answer.int16(number(error)).count(supportedVersions.size());
    for (const VersionRange &range : supportedVersions)
        answer.int16(static_cast<std::int16_t>(range.key)).int16(range.first).int16(range.last);
    if (version >= 1)
        answer.int32(0);
    return answer.take();
}

Answer metadata(Broker &broker, Request &request)
{
    const std::int16_t version = request.version;
    const auto topics = wantedTopics(broker, request);
    Writer answer;
    if (version >= 3)
        answer.int32(0);
    answer.count(1).int32(nodeId).string("127.0.0.1").int32(broker.port).nullString();
    if (version >= 2)
        answer.string("headgate-sandbox");
    answer.int32(nodeId).count(topics.size());
    for (const auto &[name, error] : topics) {
        const TopicLogs::Partitions *partitions = broker.topics.find(name);
        writeTopic(answer, version, name, error, partitions ? partitions->size() : 0);
    }
    if (version >= 8)
        answer.int32(0);
    return answer.take();
}

Answer createTopics(Broker &broker, Request &request)
{
    const auto topics = request.body.list(readNewTopic);
    (void)request.body.int32(); // timeout
    const bool onlyCheck = request.version >= 1 && request.body.boolean();
    Writer answer;
    if (request.version >= 2)
        answer.int32(0);
    answer.count(topics.size());
    for (const NewTopic &topic : topics) {
        ErrorCode error = broker.topics.find(topic.name) ? ErrorCode::TopicAlreadyExists : ErrorCode::None;
        if (error == ErrorCode::None && !onlyCheck)
            error = broker.topics.create(topic.name, topic.partitions);
        answer.string(topic.name).int16(number(error));
        if (request.version >= 1)
            answer.nullString();
    }
    return answer.take();
}

Answer deleteTopics(Broker &broker, Request &request)
{
    const auto names = request.body.list([](Reader &reader) { return reader.string(); });
    Writer answer;
    if (request.version >= 1)
        answer.int32(0);
    answer.count(names.size());
    for (const std::string &name : names) {
        broker.offsets.forgetTopic(name);
        answer.string(name).int16(number(broker.topics.remove(name)));
    }
    return answer.take();
}

Answer createPartitions(Broker &broker, Request &request)
{
    const auto topics = request.body.list([](Reader &reader) {
        NewTopic topic;
        topic.name = reader.string();
        topic.partitions = reader.int32();
        (void)reader.list(
            [](Reader &assignment) { return assignment.list([](Reader &node) { return node.int32(); }).size(); });
        return topic;
    });
    Writer answer;
    answer.int32(0).count(topics.size());
    for (const NewTopic &topic : topics)
        answer.string(topic.name).int16(number(broker.topics.grow(topic.name, topic.partitions))).nullString();
    return answer.take();
}

} // namespace Sandbox::Kafka
