// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeproject.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace TestSupport {

namespace {

constexpr auto servicesText = R"([
    {"service_name": "clickhouse-demo", "service_type": "clickhouse", "state": "RUNNING", "plan": "startup-16",
     "cloud_name": "sandbox"},
    {"service_name": "kafka-demo", "service_type": "kafka", "state": "RUNNING", "plan": "business-4",
     "cloud_name": "sandbox", "user_config": {"kafka_version": "3.9"}},
    {"service_name": "kafka-staging", "service_type": "kafka", "state": "POWEROFF", "plan": "startup-2",
     "cloud_name": "sandbox", "user_config": {"kafka_version": "3.9"}},
    {"service_name": "pg-demo", "service_type": "pg", "state": "RUNNING", "plan": "startup-4", "cloud_name": "sandbox"}])";

constexpr auto typesText = R"([
    {"integration_type": "clickhouse_postgresql", "source_service_types": ["pg", "external_postgresql"],
     "dest_service_types": ["clickhouse"], "user_config_schema": {"type": "object", "properties": {"databases":
     {"type": "array", "maxItems": 10}}}},
    {"integration_type": "clickhouse_kafka", "source_service_types": ["kafka", "external_kafka"],
     "dest_service_types": ["clickhouse"], "user_config_schema": {"type": "object", "properties": {"tables":
     {"type": "array", "maxItems": 400}}}},
    {"integration_type": "clickhouse_credentials", "source_service_types": ["external_postgresql", "mysql",
     "external_mysql", "external_aws_s3", "clickhouse"], "dest_service_types": ["clickhouse"], "user_config_schema":
     {"type": "object", "properties": {"grants": {"title": "Grants", "type": "array", "items": {"type": "object",
     "properties": {"user": {"type": "string"}}}}}}},
    {"integration_type": "metrics", "source_service_types": ["clickhouse"], "dest_service_types": ["pg"]},
    {"integration_type": "logs", "source_service_types": ["clickhouse"], "dest_service_types": ["opensearch"]},
    {"integration_type": "datadog", "source_service_types": ["clickhouse"], "dest_service_types": ["datadog"]},
    {"integration_type": "external_tomorrow_logs", "source_service_types": ["clickhouse"],
     "dest_service_types": ["external_tomorrow_logs"]},
    {"integration_type": "autoscaler", "source_service_types": ["autoscaler"], "dest_service_types": ["clickhouse"]},
    {"integration_type": "mirrormaker", "source_service_types": ["kafka"], "dest_service_types": ["kafka_mirrormaker"]}])";

constexpr auto candidatesText = R"([
    {"service_integration_id": null, "integration_type": "clickhouse_kafka", "source_service": null,
     "source_service_type": "external_kafka", "source_endpoint_id": "e-1", "source_endpoint": "edge-broker",
     "dest_service": "clickhouse-demo"},
    {"service_integration_id": null, "integration_type": "clickhouse_kafka", "source_service": "kafka-demo",
     "source_service_type": "kafka", "dest_service": "clickhouse-demo"}])";

constexpr auto endpointsText = R"([
    {"endpoint_id": "e-1", "endpoint_name": "edge-broker", "endpoint_type": "external_kafka",
     "user_config": {"bootstrap_servers": "broker.example.org:9093", "security_protocol": "SASL_SSL",
                     "sasl_mechanism": "PLAIN", "sasl_plain_username": "reader", "sasl_plain_password": "<redacted>",
                     "tomorrow": {"b": 1, "a": 2}}},
    {"endpoint_id": "e-2", "endpoint_name": "shop-pg", "endpoint_type": "external_postgresql",
     "user_config": {"host": "db.example.org", "port": 5432, "username": "reader", "password": "<redacted>"}},
    {"endpoint_id": "e-3", "endpoint_name": "shop-mysql", "endpoint_type": "external_mysql",
     "user_config": {"host": "my.example.org", "port": 3306, "username": "reader", "password": "<redacted>"}},
    {"endpoint_id": "e-4", "endpoint_name": "dd", "endpoint_type": "datadog",
     "user_config": {"datadog_api_key": "<redacted>", "site": "datadoghq.eu"}}])";

constexpr auto plansText = R"({"service_plans": [
    {"service_plan": "hobbyist", "node_count": 1, "regions": {"sandbox": {"price_usd": "0.05", "node_memory_mb": 1024}}},
    {"service_plan": "business-4", "node_count": 3, "regions": {"sandbox": {"price_usd": "0.41", "node_memory_mb": 4096}}}]})";

Core::Json catalogue(const QString &fileName)
{
    QFile file(QFINDTESTDATA(u"../../resources/sandbox/"_s + fileName));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the sandbox's catalogue is missing");
    return *Core::parseJson(file.readAll());
}

} // namespace

FakeProject::FakeProject()
    : network([this](const FakeRequest &request) { return answer(request); })
    , services(Core::Json::parse(servicesText))
    , types(Core::Json::parse(typesText))
    , endpointTypes(catalogue(u"endpoint-types.json"_s))
    , endpoints(Core::Json::parse(endpointsText))
    , serviceTypes({{"kafka", {{"description", "Kafka"}}}, {"pg", {{"description", "PostgreSQL"}}}})
    , candidates(Core::Json::parse(candidatesText))
{
    using namespace std::chrono_literals;
    timing = {.check = 2s, .usual = 2s, .slow = 2s, .backOff = 1ms, .longestWait = 5ms, .poll = 5ms};
}

Aiven::Client FakeProject::client()
{
    return {network, {QUrl(u"https://api.example.org"_s), Core::Secret(u"token-of-the-test"_s), u"test"_s}, timing};
}

Core::Json &FakeProject::service(const char *name)
{
    for (Core::Json &one : services) {
        if (one["service_name"] == name)
            return one;
    }
    qFatal("no such service");
}

FakeAnswer FakeProject::answer(const FakeRequest &request)
{
    const QByteArray line = request.line();
    if (isOffline)
        return FakeAnswer::cut(QNetworkReply::ConnectionRefusedError);
    if (!m_queued.value(line).isEmpty())
        return m_queued[line].takeFirst();
    if (line == "GET /v1/me")
        return FakeAnswer::json(
            {{"user", {{"user", "ada@example.org"}, {"project_memberships", {{"sandbox", roles}}}}}});
    if (line == "GET /v1/project")
        return FakeAnswer::json({{"projects", Core::Json::array({{{"project_name", "sandbox"}}})}});
    if (line == "GET /v1/project/sandbox/service")
        return FakeAnswer::json({{"services", services}});
    if (line == "POST /v1/project/sandbox/service") {
        Core::Json made = request.json();
        made["state"] = "REBUILDING";
        made["cloud_name"] = made["cloud"];
        services.push_back(made);
        return FakeAnswer::json({{"service", made}});
    }
    for (const Core::Json &one : services) {
        const QByteArray name = QByteArray::fromStdString(one["service_name"]);
        if (line == "GET /v1/project/sandbox/service/" + name + "?include_secrets=false")
            return FakeAnswer::json({{"service", one}});
    }
    if (line == "GET /v1/project/sandbox/integration_types")
        return FakeAnswer::json({{"integration_types", types}});
    if (line == "GET /v1/project/sandbox/service/clickhouse-demo/integration") {
        Core::Json list = candidates;
        if (exists)
            list.push_back(integration());
        return FakeAnswer::json({{"service_integrations", list}});
    }
    if (line == "POST /v1/project/sandbox/integration") {
        exists = true;
        wanted = request.json();
        return FakeAnswer::json({{"service_integration", integration()}});
    }
    if (line == "GET /v1/project/sandbox/integration/i-1" && exists) {
        const FakeAnswer now = FakeAnswer::json({{"service_integration", integration()}});
        looksUntilActive -= looksUntilActive > 0;
        return now;
    }
    if (line == "PUT /v1/project/sandbox/integration/i-1") {
        if (!exists)
            return FakeAnswer::refusal(404, u"Service integration not found"_s);
        wanted["user_config"].update(request.json()["user_config"]); // the API merges at the top level
        return FakeAnswer::json({{"service_integration", integration()}});
    }
    if (line == "GET /v1/project/sandbox/service/clickhouse-demo/clickhouse/db") {
        Core::Json list = Core::Json::array();
        for (const QString &name : databases)
            list.push_back({{"name", Core::toStdString(name)}, {"state", "ok"}, {"tables", Core::Json::array()}});
        return FakeAnswer::json({{"databases", list}});
    }
    return answerEndpoints(request);
}

FakeAnswer FakeProject::answerEndpoints(const FakeRequest &request)
{
    const QByteArray line = request.line();
    if (line == "GET /v1/project/sandbox/integration_endpoint_types")
        return FakeAnswer::json({{"endpoint_types", endpointTypes}});
    if (line == "GET /v1/project/sandbox/integration_endpoint")
        return FakeAnswer::json({{"service_integration_endpoints", endpoints}});
    if (line == "GET /v1/project/sandbox/service-types")
        return FakeAnswer::json({{"service_types", serviceTypes}});
    if (line == "GET /v1/project/sandbox/service-types/kafka/plans")
        return FakeAnswer::text(plansText);
    if (line == "GET /v1/project/sandbox/clouds")
        return FakeAnswer::text(R"({"clouds": [{"cloud_name": "sandbox", "cloud_description": "This computer"}]})");
    const QByteArray prefix = "/v1/project/sandbox/integration_endpoint";
    if (!request.path.startsWith(prefix))
        return answerTopics(request);
    if (request.verb == "POST") {
        Core::Json made = request.json();
        made["endpoint_id"] = "e-" + std::to_string(endpoints.size() + 1);
        endpoints.push_back(made);
        return FakeAnswer::json({{"service_integration_endpoint", made}});
    }
    for (std::size_t i = 0; i < endpoints.size(); ++i) {
        if (request.path != prefix + '/' + QByteArray::fromStdString(endpoints[i]["endpoint_id"]))
            continue;
        if (request.verb == "DELETE") {
            endpoints.erase(i);
            return FakeAnswer::json(Core::Json::object());
        }
        endpoints[i]["user_config"] = request.json()["user_config"];
        return FakeAnswer::json({{"service_integration_endpoint", endpoints[i]}});
    }
    return FakeAnswer::refusal(404, u"Integration endpoint does not exist"_s);
}

FakeAnswer FakeProject::answerTopics(const FakeRequest &request)
{
    if (request.line() == "POST /v1/project/sandbox/service/kafka-demo/topic") {
        topics.append(Core::textAt(request.json(), "topic_name"));
        return FakeAnswer::json({{"message", "created"}});
    }
    if (request.line() != "GET /v1/project/sandbox/service/kafka-demo/topic")
        return FakeAnswer::refusal(404, u"not found: "_s + QString::fromUtf8(request.line()));
    Core::Json list = Core::Json::array();
    for (const QString &topic : topics)
        list.push_back({{"topic_name", Core::toStdString(topic)}, {"partitions", 1}});
    return FakeAnswer::json({{"topics", list}});
}

Core::Json FakeProject::integration() const
{
    Core::Json made = wanted;
    made["service_integration_id"] = "i-1";
    made["enabled"] = true;
    made["active"] = looksUntilActive == 0;
    // As the API does: the endpoint's type stands for the service's.
    const QString source = Core::textAt(wanted, "source_endpoint_id");
    for (const Core::Json &endpoint : endpoints) {
        if (Core::textAt(endpoint, "endpoint_id") == source)
            made["source_service_type"] = endpoint["endpoint_type"];
    }
    return made;
}

} // namespace TestSupport
