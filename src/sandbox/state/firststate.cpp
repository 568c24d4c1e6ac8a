// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/state/model.h"

#include "sandbox/broker/kafkabroker.h"
#include "sandbox/broker/sampletopics.h"
#include "sandbox/postgres/demodata.h"
#include "sandbox/postgres/postgresinstallation.h"
#include "sandbox/registry/schemaversions.h"

#include <stdexcept>

namespace Sandbox {

namespace {

constexpr auto cloud = "google-europe-west1";

Service newService(const char *name, const char *type, const char *plan, Core::Json userConfig)
{
    Service service;
    service.name = name;
    service.type = type;
    service.plan = plan;
    service.cloud = cloud;
    service.createTime = currentTime();
    service.updateTime = service.createTime;
    service.userConfig = std::move(userConfig);
    service.users.push_back({"avnadmin", newSecret()});
    return service;
}

/// Under the name that clients look for by default: the topic's, and that it is the value's.
void registerValueSchema(Service &kafka, const std::string &topic, std::string_view schema)
{
    const auto registered =
        registerSchema(kafka.schemas, topic + "-value", {"AVRO", std::string(schema), Core::Json::array()});
    if (!registered)
        throw std::logic_error(registered.error().message);
}

} // namespace

State firstState()
{
    State state;
    state.project = "sandbox";
    state.createTime = currentTime();
    const Core::Json clickHouseConfig{{"clickhouse_version", "25.8"}};
    state.services.push_back(newService("clickhouse-demo", "clickhouse", "startup-16", clickHouseConfig));
    state.services.push_back(newService("clickhouse-hobby", "clickhouse", "hobbyist", clickHouseConfig));

    Service kafka = newService("kafka-demo", "kafka", "business-4",
                               {{"kafka_version", "4.1"},
                                {"kafka_rest", true},
                                {"schema_registry", true},
                                {"aiven_kafka_topic_messages", true}});
    for (const TopicDefinition &sample : KafkaBroker::sampleTopics()) {
        Topic topic;
        topic.name = sample.name;
        topic.partitions = sample.partitions;
        topic.replication = 3;
        topic.description = sample.description;
        kafka.topics.push_back(std::move(topic));
        if (const std::string_view schema = sampleSchema(sample.name); !schema.empty())
            registerValueSchema(kafka, sample.name, schema);
    }
    state.services.push_back(std::move(kafka));

    if (const auto installation = PostgresInstallation::find()) {
        Service postgres =
            newService("pg-demo", "pg", "startup-4", {{"pg_version", std::to_string(installation->version)}});
        postgres.databases = demoDatabases();
        state.services.push_back(std::move(postgres));
    }
    return state;
}

} // namespace Sandbox
