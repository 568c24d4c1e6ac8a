// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/types/topic.h"

#include "aiven/types/reading.h"

namespace Aiven {

Core::Expected<Partition, QString> Partition::fromJson(const Core::Json &json)
{
    if (!json.is_object() || !Core::memberAt(json, "partition").is_number_integer())
        return Core::Unexpected{QStringLiteral("the number \"partition\" is missing")};
    Partition partition{smallIntegerAt(json, "partition"),
                        Core::integerAt(json, "size"),
                        Core::integerAt(json, "earliest_offset"),
                        Core::integerAt(json, "latest_offset"),
                        {}};
    const Core::Json &groups = Core::memberAt(json, "consumer_groups");
    if (groups.is_array()) {
        for (const Core::Json &group : groups)
            partition.groups.append({Core::textAt(group, "group_name"), Core::integerAt(group, "offset")});
    }
    return partition;
}

Core::Expected<Topic, QString> Topic::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"topic_name"}))
        return Core::Unexpected{*missing};
    Topic topic;
    topic.name = Core::textAt(json, "topic_name");
    topic.state = Core::textAt(json, "state");
    topic.replication = smallIntegerAt(json, "replication");
    topic.retentionBytes = Core::integerAt(json, "retention_bytes", -1);
    topic.retentionHours = Core::integerAt(json, "retention_hours", -1);
    topic.cleanupPolicy = Core::textAt(json, "cleanup_policy");
    // A number in the list of topics, a list in the topic itself.
    if (Core::memberAt(json, "partitions").is_array()) {
        auto partitions = readOptionalList<Partition>(json, "partitions");
        if (!partitions)
            return Core::Unexpected{std::move(partitions).error()};
        topic.partitions = std::move(partitions).value();
        topic.partitionCount = int(topic.partitions.size());
    } else {
        topic.partitionCount = smallIntegerAt(json, "partitions");
    }
    return topic;
}

Core::Json NewTopic::toJson() const
{
    Core::Json body{{"topic_name", Core::toStdString(name)}, {"partitions", partitions}};
    if (replication)
        body["replication"] = *replication;
    if (retentionMs)
        body["config"] = {{"retention_ms", *retentionMs}};
    return body;
}

} // namespace Aiven
