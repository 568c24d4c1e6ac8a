// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeapi.h"

using namespace Qt::StringLiterals;

namespace TestSupport {

FakeApi::FakeApi() : network([this](const FakeRequest &request) { return answer(request); })
{
    using namespace std::chrono_literals;
    timing = {.check = 200ms, .usual = 200ms, .slow = 200ms, .backOff = 1ms, .longestWait = 5ms, .poll = 5ms};
}

Aiven::Client FakeApi::client()
{
    return {network, {QUrl(u"https://api.example.org"_s), Core::Secret(u"token-of-the-test"_s), u"test"_s}, timing};
}

FakeAnswer FakeApi::answer(const FakeRequest &request)
{
    const QByteArray line = request.line();
    if (!m_queued.value(line).isEmpty())
        return m_queued[line].takeFirst();
    if (line == createLine) {
        if (exists)
            return FakeAnswer::refusal(409, u"Service integration already exists"_s);
        exists = true;
        return FakeAnswer::json({{"service_integration", integration()}});
    }
    if (line == listLine) {
        Core::Json list = Core::Json::array();
        list.push_back({{"service_integration_id", nullptr},
                        {"integration_type", "clickhouse_kafka"},
                        {"source_service", "kafka-demo"},
                        {"dest_service", "ch"}});
        if (exists)
            list.push_back(integration());
        return FakeAnswer::json({{"service_integrations", list}});
    }
    if (line == putLine && exists) {
        config = request.json()["user_config"];
        return FakeAnswer::json({{"service_integration", integration()}});
    }
    if (line == getLine && exists) {
        const FakeAnswer now = FakeAnswer::json({{"service_integration", integration()}});
        looksUntilActive -= looksUntilActive > 0;
        return now;
    }
    if (line == databasesLine)
        return FakeAnswer::json({{"databases", databases()}});
    return FakeAnswer::refusal(404, u"Service integration not found"_s);
}

Core::Json FakeApi::integration() const
{
    const char *const status = !failure.isEmpty() ? "failed" : looksUntilActive > 0 ? "starting" : "running";
    Core::Json errors = Core::Json::array();
    if (!failure.isEmpty())
        errors.push_back(Core::toStdString(failure));
    return {{"service_integration_id", "i-1"},
            {"integration_type", "clickhouse_kafka"},
            {"enabled", true},
            {"active", looksUntilActive == 0},
            {"source_service", "kafka-demo"},
            {"dest_service", "ch"},
            {"user_config", config},
            {"integration_status", {{"state", {{"status", status}, {"errors", errors}}}, {"status_user_desc", ""}}}};
}

Core::Json FakeApi::databases()
{
    ++m_databaseLooks;
    Core::Json list = Core::Json::array();
    list.push_back({{"name", "default"}, {"state", "ok"}});
    if (looksUntilDatabase > 0) {
        --looksUntilDatabase;
        list.push_back({{"name", "service_kafka-demo"}, {"state", "pending_creation"}});
        return list;
    }
    const int visible = looksPerTable > 0 ? m_databaseLooks / looksPerTable : 1'000;
    Core::Json tables = Core::Json::array();
    for (const Core::Json &table : Core::memberAt(config, "tables")) {
        if (int(tables.size()) < visible)
            tables.push_back({{"name", table["name"]}, {"engine", "Kafka"}});
    }
    list.push_back({{"name", "service_kafka-demo"}, {"state", "ok"}, {"tables", tables}});
    return list;
}

} // namespace TestSupport
