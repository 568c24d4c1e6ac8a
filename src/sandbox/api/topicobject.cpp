// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/topicobject.h"

#include <algorithm>

namespace Sandbox {

namespace {

using Core::Json;

constexpr std::int64_t msPerHour = 3'600'000;

struct ConfigDefault
{
    const char *key;
    Json value;
};

// Of Aiven's services, as far as clients look at them.
const std::vector<ConfigDefault> &configDefaults()
{
    static const std::vector<ConfigDefault> defaults{
        {"cleanup_policy", "delete"}, {"max_message_bytes", 1048588}, {"min_insync_replicas", 1},
        {"retention_bytes", -1},      {"retention_ms", 604800000},
    };
    return defaults;
}

Json configValue(const Topic &topic, const char *key)
{
    if (topic.config.contains(key))
        return topic.config.at(key);
    for (const ConfigDefault &known : configDefaults()) {
        if (std::string_view(known.key) == key)
            return known.value;
    }
    return {};
}

std::int64_t retentionHours(const Topic &topic)
{
    const std::int64_t ms = configValue(topic, "retention_ms").get<std::int64_t>();
    return ms < 0 ? -1 : ms / msPerHour;
}

/// What the summary and the full form have in common.
Json commonJson(const Topic &topic)
{
    return {{"topic_name", topic.name},
            {"replication", topic.replication},
            {"min_insync_replicas", configValue(topic, "min_insync_replicas")},
            {"retention_bytes", configValue(topic, "retention_bytes")},
            {"retention_hours", retentionHours(topic)},
            {"cleanup_policy", configValue(topic, "cleanup_policy")},
            {"state", "ACTIVE"}, // the broker makes topics at once
            {"tags", topic.tags},
            {"owner_user_group_id", nullptr},
            {"topic_description", topic.description.empty() ? Json() : Json(topic.description)}};
}

Json partitionJson(const PartitionState &partition, int replication)
{
    Json groups = Json::array();
    for (const GroupOffset &group : partition.groups)
        groups.push_back({{"group_name", group.group}, {"offset", group.offset}});
    return {{"partition", partition.partition},
            {"isr", replication},
            {"size", partition.size},
            {"earliest_offset", partition.earliestOffset},
            {"latest_offset", partition.latestOffset},
            {"consumer_groups", std::move(groups)}};
}

} // namespace

std::vector<Topic> topicsOf(const Service &service, const KafkaBroker &broker)
{
    std::vector<Topic> topics = service.topics;
    for (const TopicDefinition &definition : broker.topics()) {
        const bool isListed = std::any_of(service.topics.begin(), service.topics.end(),
                                          [&](const Topic &topic) { return topic.name == definition.name; });
        if (isListed)
            continue;
        Topic made;
        made.name = definition.name;
        made.partitions = definition.partitions;
        topics.push_back(std::move(made));
    }
    return topics;
}

Core::Expected<Topic, ApiError> findTopic(const Service &service, const KafkaBroker &broker, const std::string &name)
{
    for (const Topic &topic : topicsOf(service, broker)) {
        if (topic.name == name)
            return topic;
    }
    return refuse(404, "Topic '" + name + "' does not exist", "kafka_topic_not_found");
}

Json summaryJson(const Topic &topic)
{
    Json json = commonJson(topic);
    json["partitions"] = topic.partitions;
    return json;
}

Json topicJson(const Topic &topic, const std::vector<PartitionState> &partitions)
{
    Json json = commonJson(topic);
    json["partitions"] = Json::array();
    for (const PartitionState &partition : partitions)
        json["partitions"].push_back(partitionJson(partition, topic.replication));
    json["config"] = Json::object();
    for (const ConfigDefault &known : configDefaults()) {
        const bool isSet = topic.config.contains(known.key);
        json["config"][known.key] = {{"value", configValue(topic, known.key)},
                                     {"source", isSet ? "topic_config" : "default_config"}};
    }
    return json;
}

Topic changedTopic(Topic topic, const Json &body)
{
    topic.replication = body.value("replication", topic.replication);
    topic.description = textOf(body, "topic_description", topic.description);
    topic.tags = body.value("tags", topic.tags);
    for (const char *key : {"cleanup_policy", "min_insync_replicas", "retention_bytes"}) {
        if (body.contains(key))
            topic.config[key] = body[key];
    }
    if (const auto hours = Core::integerAt(body, "retention_hours", -2); hours >= -1)
        topic.config["retention_ms"] = hours < 0 ? std::int64_t(-1) : hours * msPerHour;
    const Json config = body.value("config", Json::object());
    for (const auto &[key, value] : config.items()) {
        if (value.is_null())
            topic.config.erase(key);
        else
            topic.config[key] = value;
    }
    return topic;
}

Topic topicFrom(const Json &body, int defaultReplication)
{
    Topic topic;
    topic.name = body.at("topic_name");
    topic.partitions = body.value("partitions", 1);
    topic.replication = defaultReplication;
    return changedTopic(std::move(topic), body);
}

} // namespace Sandbox
