// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/running.h"
#include "sandbox/api/topicobject.h"
#include "sandbox/backends.h"
#include "sandbox/catalog.h"
#include "sandbox/state/store.h"

#include <algorithm>

namespace Sandbox {

namespace {

using Core::Json;

// The API takes up to a million; one broker in this process could not hold them.
constexpr int mostPartitions = 1000;

int brokersOf(const Service &service, const Catalog &catalog)
{
    const Json *plan = catalog.plan(service.type, service.plan);
    return plan ? plan->at("node_count").get<int>() : 1;
}

struct OpenService
{
    const Service *service = nullptr; ///< of the state that it was found in
    std::shared_ptr<KafkaBroker> broker;
};

Core::Expected<OpenService, ApiError> openService(const State &state, const RouteContext &context,
                                                  const Request &request)
{
    const auto service = findService(state, request, "kafka");
    if (!service)
        return Core::Unexpected{service.error()};
    auto broker = runningBroker(context.backends, (*service)->name);
    if (!broker)
        return Core::Unexpected{broker.error()};
    return OpenService{*service, std::move(broker).value()};
}

ApiError brokerFailure(const BrokerError &error)
{
    return {error.temporary ? 503 : 409, error.message, "kafka_service_unavailable"};
}

Reply listTopics(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto open = openService(*state, context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    Json topics = Json::array();
    for (const Topic &topic : topicsOf(*open->service, *open->broker))
        topics.push_back(summaryJson(topic));
    return Json{{"topics", std::move(topics)}};
}

Reply getTopic(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto open = openService(*state, context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    const auto topic = findTopic(*open->service, *open->broker, request.name("topic"));
    if (!topic)
        return Core::Unexpected{topic.error()};
    const auto partitions = open->broker->partitions(topic->name);
    if (!partitions)
        return Core::Unexpected{brokerFailure(partitions.error())};
    return Json{{"topic", topicJson(*topic, *partitions)}};
}

Core::Outcome<ApiError> checkReplication(const Topic &topic, const Service &service, const Catalog &catalog)
{
    if (const int brokers = brokersOf(service, catalog); topic.replication > brokers) {
        return refuse(409,
                      "Cluster only has " + std::to_string(brokers) + " broker(s), cannot set replication factor to " +
                          std::to_string(topic.replication),
                      "kafka_topic_invalid_config");
    }
    return std::monostate{};
}

Core::Outcome<ApiError> checkMost(std::int64_t partitions)
{
    if (partitions > mostPartitions) {
        return refuse(400, "The sandbox takes up to " + std::to_string(mostPartitions) + " partitions in a topic",
                      "kafka_topic_invalid_config");
    }
    return std::monostate{};
}

Core::Outcome<ApiError> checkNewTopic(const Topic &topic, const OpenService &open, const Catalog &catalog)
{
    if (findTopic(*open.service, *open.broker, topic.name))
        return refuse(409, "Topic '" + topic.name + "' already exists", "kafka_topic_already_exists");
    if (auto fits = checkReplication(topic, *open.service, catalog); !fits)
        return fits;
    return checkMost(topic.partitions);
}

Reply createTopic(const RouteContext &context, const Request &request)
{
    const auto saved = context.store.change([&](State &state) -> Core::Outcome<ApiError> {
        const auto open = openService(state, context, request);
        if (!open)
            return Core::Unexpected{open.error()};
        Topic topic = topicFrom(request.body, brokersOf(*open->service, context.catalog));
        if (const auto fits = checkNewTopic(topic, *open, context.catalog); !fits)
            return fits;
        if (const auto made = open->broker->createTopic(topic.name, topic.partitions); !made)
            return Core::Unexpected{brokerFailure(made.error())};
        state.service(open->service->name)->topics.push_back(std::move(topic));
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    return Json{{"message", "created"}};
}

Core::Outcome<ApiError> checkPartitions(const Json &body, const Topic &topic)
{
    const auto partitions = Core::integerAt(body, "partitions", topic.partitions);
    if (partitions < topic.partitions)
        return refuse(400, "The number of partitions of a topic cannot be reduced", "kafka_topic_invalid_config");
    return checkMost(partitions);
}

Reply updateTopic(const RouteContext &context, const Request &request)
{
    const auto saved = context.store.change([&](State &state) -> Core::Outcome<ApiError> {
        const auto open = openService(state, context, request);
        if (!open)
            return Core::Unexpected{open.error()};
        const auto topic = findTopic(*open->service, *open->broker, request.name("topic"));
        if (!topic)
            return Core::Unexpected{topic.error()};
        if (const auto possible = checkPartitions(request.body, *topic); !possible)
            return possible;
        Topic changed = changedTopic(*topic, request.body);
        changed.partitions = int(Core::integerAt(request.body, "partitions", topic->partitions));
        if (const auto fits = checkReplication(changed, *open->service, context.catalog); !fits)
            return fits;
        if (changed.partitions > topic->partitions) {
            if (const auto grown = open->broker->growTopic(changed.name, changed.partitions); !grown)
                return Core::Unexpected{brokerFailure(grown.error())};
        }
        auto &topics = state.service(open->service->name)->topics;
        std::erase_if(topics, [&changed](const Topic &other) { return other.name == changed.name; });
        topics.push_back(std::move(changed));
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    return Json{{"message", "updated"}};
}

/// The newer call that tells several topics at once.
Reply readTopics(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto open = openService(*state, context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    Json topics = Json::array();
    for (const Json &name : request.body.at("topic_names")) {
        const auto topic = findTopic(*open->service, *open->broker, name);
        if (!topic)
            return Core::Unexpected{topic.error()};
        const auto partitions = open->broker->partitions(topic->name);
        if (!partitions)
            return Core::Unexpected{brokerFailure(partitions.error())};
        topics.push_back(topicJson(*topic, *partitions));
    }
    return Json{{"topics", std::move(topics)}};
}

Reply deleteTopic(const RouteContext &context, const Request &request)
{
    const auto saved = context.store.change([&](State &state) -> Core::Outcome<ApiError> {
        const auto open = openService(state, context, request);
        if (!open)
            return Core::Unexpected{open.error()};
        const auto topic = findTopic(*open->service, *open->broker, request.name("topic"));
        if (!topic)
            return Core::Unexpected{topic.error()};
        if (const auto gone = open->broker->deleteTopic(topic->name); !gone)
            return Core::Unexpected{brokerFailure(gone.error())};
        std::erase_if(state.service(open->service->name)->topics,
                      [&topic](const Topic &other) { return other.name == topic->name; });
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    return Json{{"message", "deleted"}};
}

} // namespace

void addTopicRoutes(Router &router, const RouteContext &context)
{
    const std::string topics = "/v1/project/{project}/service/{service}/topic";
    router.add("GET", topics, handler(context, listTopics));
    router.add("POST", topics, handler(context, createTopic), "topic_create");
    router.add("GET", topics + "/{topic}", handler(context, getTopic));
    router.add("PUT", topics + "/{topic}", handler(context, updateTopic), "topic_update");
    router.add("DELETE", topics + "/{topic}", handler(context, deleteTopic));
    router.add("POST", "/v2/project/{project}/service/{service}/topic", handler(context, readTopics), "topics_read");
}

} // namespace Sandbox
