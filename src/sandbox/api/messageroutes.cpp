// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"
#include "sandbox/api/messagecodec.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/running.h"
#include "sandbox/api/topicobject.h"
#include "sandbox/backends.h"
#include "sandbox/state/store.h"

#include <chrono>
#include <map>

namespace Sandbox {

namespace {

using Core::Json;

constexpr std::int64_t defaultBytes = 67'108'864;
constexpr std::int64_t defaultTimeout = 3000;
// A reply is built in memory: the API's limit of a gigabyte would be the sandbox's end.
constexpr std::int64_t mostBytes = 64 * 1024 * 1024;
constexpr int retriable = 2;
constexpr int permanent = 1;

struct OpenTopic
{
    Topic topic;
    std::shared_ptr<KafkaBroker> broker;
};

/// The topic of a route below {topic}, on a Kafka service that lets its messages be read through the API.
Core::Expected<OpenTopic, ApiError> topicForMessages(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto service = findService(*state, request, "kafka");
    if (!service)
        return Core::Unexpected{service.error()};
    if (!Core::boolAt((*service)->userConfig, "kafka_rest"))
        return refuse(403, "Kafka REST is not enabled on this service", "feature_not_enabled");
    auto broker = runningBroker(context.backends, (*service)->name);
    if (!broker)
        return Core::Unexpected{broker.error()};
    auto topic = findTopic(**service, **broker, request.name("topic"));
    if (!topic)
        return Core::Unexpected{topic.error()};
    return OpenTopic{std::move(topic).value(), std::move(broker).value()};
}

Core::Expected<std::map<int, std::int64_t>, ApiError> startOffsets(const Json &partitions, const Topic &topic)
{
    std::map<int, std::int64_t> offsets;
    for (const auto &[key, place] : partitions.items()) {
        const bool isNumber =
            !key.empty() && key.size() < 7 && key.find_first_not_of("0123456789") == std::string::npos;
        const int partition = isNumber ? std::stoi(key) : -1;
        if (partition < 0 || partition >= topic.partitions) {
            return refuse(404, "Partition " + key + " of topic '" + topic.name + "' does not exist",
                          "partition_not_found");
        }
        offsets[partition] = Core::integerAt(place, "offset");
    }
    return offsets;
}

Reply readMessages(const RouteContext &context, const Request &request)
{
    const auto open = topicForMessages(context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    const auto &[topic, broker] = *open;
    const auto format = messageFormat(textOf(request.body, "format", "binary"));
    if (!format)
        return Core::Unexpected{format.error()};
    const auto offsets = startOffsets(request.body.at("partitions"), topic);
    if (!offsets)
        return Core::Unexpected{offsets.error()};
    const auto bytes =
        std::size_t(std::min(Core::integerAt(request.body, "max_bytes", defaultBytes), qint64(mostBytes)));
    const std::chrono::milliseconds timeout(Core::integerAt(request.body, "timeout", defaultTimeout));
    const auto read = broker->read(topic.name, *offsets, bytes, timeout);
    if (!read)
        return refuse(503, read.error().message, "kafka_service_unavailable");
    Json messages = Json::array();
    for (const Message &message : *read) {
        auto json = messageJson(topic.name, message, *format);
        if (!json)
            return json;
        messages.push_back(std::move(json).value());
    }
    return Json{{"messages", std::move(messages)}};
}

Json resultJson(const ProduceResult &result)
{
    if (!result.error)
        return {
            {"partition", result.partition}, {"offset", result.offset}, {"error_code", nullptr}, {"error", nullptr}};
    return {{"partition", result.partition},
            {"offset", -1},
            {"error_code", result.error->temporary ? retriable : permanent},
            {"error", result.error->message}};
}

Reply produceMessages(const RouteContext &context, const Request &request)
{
    const auto open = topicForMessages(context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    const auto &[topic, broker] = *open;
    const auto format = messageFormat(textOf(request.body, "format"));
    if (!format)
        return Core::Unexpected{format.error()};
    std::vector<Message> messages;
    for (const Json &record : request.body.at("records")) {
        auto message = messageFrom(record, *format);
        if (!message)
            return Core::Unexpected{message.error()};
        if (message->partition >= topic.partitions) {
            return refuse(404,
                          "Partition " + std::to_string(message->partition) + " of topic '" + topic.name +
                              "' does not exist",
                          "partition_not_found");
        }
        messages.push_back(std::move(message).value());
    }
    Json offsets = Json::array();
    for (const ProduceResult &result : broker->produce(topic.name, messages))
        offsets.push_back(resultJson(result));
    return Json{{"offsets", std::move(offsets)}, {"key_schema_id", nullptr}, {"value_schema_id", nullptr}};
}

} // namespace

void addMessageRoutes(Router &router, const RouteContext &context)
{
    const std::string topic = "/v1/project/{project}/service/{service}/kafka/rest/topics/{topic}";
    router.add("POST", topic + "/messages", handler(context, readMessages), "messages_read");
    router.add("POST", topic + "/produce", handler(context, produceMessages), "messages_produce");
}

} // namespace Sandbox
