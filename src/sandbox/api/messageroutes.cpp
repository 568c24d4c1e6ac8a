// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"
#include "sandbox/api/messagecodec.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/running.h"
#include "sandbox/api/topicobject.h"
#include "sandbox/backends.h"
#include "sandbox/registry/schemaversions.h"
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
    std::shared_ptr<const State> state;
    const Service *service = nullptr; ///< of that state
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
    return OpenTopic{state, *service, std::move(topic).value(), std::move(broker).value()};
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
    const auto &[state, service, topic, broker] = *open;
    const auto format = messageFormat(textOf(request.body, "format", "binary"), *service);
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
        auto json = messageJson(topic.name, message, *format, service->schemas);
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

/// The ids of the schemas to write with; 0 for a side that has none.
struct SchemaIds
{
    int key = 0;
    int value = 0;
};

/// Those that the call names, and those of the schemas that it brings, which are registered under the topic's name.
Core::Expected<SchemaIds, ApiError> schemaIds(const RouteContext &context, const Request &request, MessageFormat format)
{
    const Json &body = request.body;
    SchemaIds ids{int(Core::integerAt(body, "key_schema_id")), int(Core::integerAt(body, "value_schema_id"))};
    if (format != MessageFormat::Schema || (!body.contains("key_schema") && !body.contains("value_schema")))
        return ids;
    const std::string type = textOf(body, "format") == "avro" ? "AVRO" : "JSON";
    const auto saved = context.store.change([&](State &state) -> Core::Outcome<ApiError> {
        const auto service = findService(state, request, "kafka");
        if (!service)
            return Core::Unexpected{service.error()};
        SchemaRegistry &registry = state.service((*service)->name)->schemas;
        for (const auto &[side, id] : {std::pair("key", &ids.key), std::pair("value", &ids.value)}) {
            const std::string schema = textOf(body, (std::string(side) + "_schema").c_str());
            if (schema.empty())
                continue;
            const auto registered =
                registerSchema(registry, request.name("topic") + '-' + side, {type, schema, Json::array()});
            if (!registered)
                return Core::Unexpected{registered.error()};
            *id = *registered;
        }
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    return ids;
}

Core::Expected<MessageSchemas, ApiError> schemasWith(const SchemaIds &ids, const Service *service)
{
    MessageSchemas schemas;
    for (const auto &[id, schema] : {std::pair(ids.key, &schemas.key), std::pair(ids.value, &schemas.value)}) {
        if (id > 0)
            *schema = service ? schemaWithId(service->schemas, id) : nullptr;
        if (id > 0 && !*schema)
            return refuse(404, "Schema " + std::to_string(id) + " not found.", "schema_not_found");
    }
    return schemas;
}

Reply produceMessages(const RouteContext &context, const Request &request)
{
    const auto open = topicForMessages(context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    const Topic &topic = open->topic;
    const auto format = messageFormat(textOf(request.body, "format"), *open->service);
    if (!format)
        return Core::Unexpected{format.error()};
    const auto ids = schemaIds(context, request, *format);
    if (!ids)
        return Core::Unexpected{ids.error()};
    const auto state = context.store.state();
    const auto schemas = schemasWith(*ids, state->service(open->service->name));
    if (!schemas)
        return Core::Unexpected{schemas.error()};
    std::vector<Message> messages;
    for (const Json &record : request.body.at("records")) {
        auto message = messageFrom(record, *format, *schemas);
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
    for (const ProduceResult &result : open->broker->produce(topic.name, messages))
        offsets.push_back(resultJson(result));
    const auto orNull = [](int id) { return id > 0 ? Json(id) : Json(); };
    return Json{
        {"offsets", std::move(offsets)}, {"key_schema_id", orNull(ids->key)}, {"value_schema_id", orNull(ids->value)}};
}

} // namespace

void addMessageRoutes(Router &router, const RouteContext &context)
{
    const std::string topic = "/v1/project/{project}/service/{service}/kafka/rest/topics/{topic}";
    router.add("POST", topic + "/messages", handler(context, readMessages), "messages_read");
    router.add("POST", topic + "/produce", handler(context, produceMessages), "messages_produce");
}

} // namespace Sandbox
