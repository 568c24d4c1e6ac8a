// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeproject.h"

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
     "dest_service_types": ["clickhouse"]},
    {"integration_type": "clickhouse_kafka", "source_service_types": ["kafka", "external_kafka"],
     "dest_service_types": ["clickhouse"]},
    {"integration_type": "clickhouse_credentials", "source_service_types": ["mysql", "external_mysql",
     "external_aws_s3", "clickhouse"], "dest_service_types": ["clickhouse"]},
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

} // namespace

FakeProject::FakeProject()
    : network([this](const FakeRequest &request) { return answer(request); })
    , services(Core::Json::parse(servicesText))
    , types(Core::Json::parse(typesText))
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
    if (!m_queued.value(line).isEmpty())
        return m_queued[line].takeFirst();
    if (line == "GET /v1/me")
        return FakeAnswer::json(
            {{"user", {{"user", "ada@example.org"}, {"project_memberships", {{"sandbox", roles}}}}}});
    if (line == "GET /v1/project/sandbox/service")
        return FakeAnswer::json({{"services", services}});
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
        return FakeAnswer::json({{"service_integration", integration()}});
    }
    if (line == "GET /v1/project/sandbox/integration/i-1") {
        const FakeAnswer now = FakeAnswer::json({{"service_integration", integration()}});
        looksUntilActive -= looksUntilActive > 0;
        return now;
    }
    if (line == "GET /v1/project/sandbox/service/clickhouse-demo/clickhouse/db") {
        const Core::Json database{{"name", "service_kafka-demo"}, {"state", "ok"}, {"tables", Core::Json::array()}};
        return FakeAnswer::json({{"databases", Core::Json::array({database})}});
    }
    return answerTopics(request);
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
    return {{"service_integration_id", "i-1"},
            {"integration_type", "clickhouse_kafka"},
            {"enabled", true},
            {"active", looksUntilActive == 0},
            {"source_service", "kafka-demo"},
            {"dest_service", "clickhouse-demo"},
            {"user_config", Core::Json::object()}};
}

} // namespace TestSupport
