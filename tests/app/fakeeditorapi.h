// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/client.h"
#include "support/fakenetwork.h"

namespace TestSupport {

/// One integration, one Kafka service with topics, as far as the editor asks: answers by path, keeps what is PUT.
class FakeEditorApi
{
public:
    explicit FakeEditorApi(const QByteArray &userConfig = R"({"tables": []})")
        : client(network,
                 {QUrl(QStringLiteral("https://api.example")), Core::Secret(QStringLiteral("token-of-the-test")), {}},
                 quick())
        , m_userConfig(*Core::parseJson(userConfig))
    {
        network.setHandler([this](const FakeRequest &request) { return answer(request); });
    }

    void setUserConfig(const QByteArray &text) { m_userConfig = *Core::parseJson(text); }
    [[nodiscard]] const Core::Json &userConfig() const { return m_userConfig; }
    /// The next PUT is refused with this.
    void refuse(const Core::Json &body, int status = 400)
    {
        m_refusal = body;
        m_refusalStatus = status;
    }

    FakeNetwork network;
    Aiven::Client client;
    FakeAnswer integrationAnswer = FakeAnswer::text({}); ///< with a body: instead of the integration

private:
    static Aiven::Timing quick()
    {
        Aiven::Timing timing;
        timing.poll = std::chrono::milliseconds(10);
        return timing;
    }

    FakeAnswer answer(const FakeRequest &request)
    {
        if (request.verb == "PUT")
            return put(request);
        if (request.path.contains("/integration/"))
            return integrationAnswer.body.isEmpty() && !integrationAnswer.hangs ? FakeAnswer::json(integration())
                                                                                : integrationAnswer;
        if (request.path.endsWith("/integration_types"))
            return FakeAnswer::json(types());
        if (request.path.endsWith("/messages"))
            return FakeAnswer::json(message());
        if (request.path.contains("/topic/"))
            return FakeAnswer::json(Core::Json::parse(R"({"topic": {"topic_name": "topic1", "partitions": [
                {"partition": 0, "size": 1, "earliest_offset": 0, "latest_offset": 7, "consumer_groups": []}]}})"));
        if (request.path.endsWith("/topic"))
            return FakeAnswer::json(Core::Json::parse(R"({"topics": [
                {"topic_name": "topic1", "partitions": 6, "state": "ACTIVE"}, {"topic_name": "topic2", "partitions": 3},
                {"topic_name": "orders.v2", "partitions": 3}, {"topic_name": "clicks", "partitions": 1},
                {"topic_name": "_schemas", "partitions": 1}]})"));
        if (request.path.endsWith("/clickhouse/db"))
            return FakeAnswer::json(databases());
        return FakeAnswer::refusal(404, QStringLiteral("no such path"));
    }

    FakeAnswer put(const FakeRequest &request)
    {
        if (!m_refusal.is_null())
            return FakeAnswer::json(std::exchange(m_refusal, Core::Json()), m_refusalStatus);
        m_userConfig = request.json()["user_config"];
        return FakeAnswer::json(integration());
    }

    [[nodiscard]] Core::Json integration() const
    {
        Core::Json json = Core::Json::parse(R"({"service_integration": {
            "service_integration_id": "8c1f0f6e-6c1b-4c55-9d0e-0f2c6a7c1b52", "integration_type": "clickhouse_kafka",
            "enabled": true, "active": true, "source_project": "sandbox", "source_service": "kafka-demo",
            "source_service_type": "kafka", "dest_project": "sandbox", "dest_service": "clickhouse-demo",
            "dest_service_type": "clickhouse", "integration_status": {"state": {"status": "running", "errors": []}}}})");
        json["service_integration"]["user_config"] = m_userConfig;
        return json;
    }

    [[nodiscard]] Core::Json databases() const
    {
        Core::Json json =
            Core::Json::parse(R"({"databases": [{"name": "service_kafka-demo", "state": "ok", "tables": []}]})");
        for (const Core::Json &table : m_userConfig["tables"])
            json["databases"][0]["tables"].push_back({{"name", table["name"]}, {"state", "ok"}, {"engine", "Kafka"}});
        return json;
    }

    [[nodiscard]] static Core::Json message()
    {
        return Core::Json::parse(R"({"messages": [{"topic": "topic1", "partition": 0, "offset": 6, "key": null, "value":
            {"id": 48213, "name": "Michelangelo", "ts": "2026-11-21T14:02:11.480Z", "amount": 12.90,
             "tags": ["new", "web"], "region": null}}]})");
    }

    [[nodiscard]] static Core::Json types()
    {
        return Core::Json::parse(R"({"integration_types": [{"integration_type": "clickhouse_kafka",
            "source_description": "", "dest_description": "", "source_service_types": ["kafka"],
            "dest_service_types": ["clickhouse"], "user_config_schema": {"type": "object", "properties": {"tables":
            {"type": "array", "items": {"type": "object", "additionalProperties": false, "properties": {
              "name": {"type": "string"}, "columns": {"type": "array", "items": {"type": "object"}},
              "topics": {"type": "array", "items": {"type": "object"}}, "group_name": {"type": "string"},
              "data_format": {"type": "string", "enum": ["AvroConfluent", "CSV", "JSONEachRow", "TSV"]},
              "auto_offset_reset": {"type": "string", "default": "earliest", "enum": ["earliest", "latest", "end"]},
              "date_time_input_format": {"type": "string", "default": "basic", "enum": ["basic", "best_effort"],
                "description": "How textual DateTime values are parsed"},
              "num_consumers": {"type": "integer", "default": 1, "minimum": 1, "maximum": 10,
                "description": "Consumers per table and replica"},
              "thread_per_consumer": {"type": "boolean", "default": false, "description": "Own thread for every consumer"},
              "materialized_view": {"type": "object", "properties": {"view_name": {"type": "string"}}}
            }}}}}}]})");
    }

    Core::Json m_userConfig;
    Core::Json m_refusal;
    int m_refusalStatus = 400;
};

/// The three tables of the pictures.
inline QByteArray picturedTables()
{
    return R"json({"tables": [
        {"name": "events", "columns": [{"name": "id", "type": "UInt64"}, {"name": "name", "type": "String"},
            {"name": "ts", "type": "DateTime64(3)"}, {"name": "amount", "type": "Float64"},
            {"name": "tags", "type": "Array(String)"}, {"name": "region", "type": "Nullable(String)"}],
         "topics": [{"name": "topic1"}, {"name": "topic2"}], "data_format": "JSONEachRow",
         "group_name": "clickhouse-demo-events", "date_time_input_format": "best_effort"},
        {"name": "orders", "columns": [{"name": "order_id", "type": "UUID"}, {"name": "total", "type": "Decimal(12, 2)"}],
         "topics": [{"name": "orders.v2"}], "data_format": "AvroConfluent", "group_name": "clickhouse"},
        {"name": "clicks_raw", "columns": [{"name": "url", "type": "String"}], "topics": [{"name": "clicks"}],
         "data_format": "JSONEachRow", "group_name": "clickhouse-demo-clicks", "num_consumers": 4,
         "materialized_view": {"view_name": "clicks_view", "order_by": ["url"]}}]})json";
}

} // namespace TestSupport
