// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"
#include "sandbox/api/routes.h"
#include "sandbox/backends.h"
#include "sandbox/servicelog.h"
#include "sandbox/state/store.h"

#include <charconv>
#include <optional>

namespace Sandbox {

namespace {

using Core::Json;

/// What Kafka tables could not read stands in ClickHouse's system table only, until somebody asks for the log.
void noteKafkaErrors(const std::string &service, Engine &engine, ServiceLog &log)
{
    // Behind the message ClickHouse lists the frames of its stack.
    const auto errors = engine.runInternal(
        "SELECT formatDateTime(time, '%Y-%m-%dT%H:%i:%SZ', 'UTC'), "
        "database || '.' || table || ': ' || replaceAll(splitByString('\\n0. ', text)[1], '\\n', '') "
        "FROM system.kafka_consumers ARRAY JOIN exceptions.time AS time, exceptions.text AS text ORDER BY time");
    if (!errors)
        return;
    for (const Json &row : errors->data)
        log.addOnce(service, {row.at(0), "clickhouse-server", "error", row.at(1)});
}

std::optional<std::uint64_t> asPosition(const std::string &text)
{
    std::uint64_t position = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(position) : std::nullopt;
}

Reply readLogs(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto service = findService(*state, request);
    if (!service)
        return Core::Unexpected{service.error()};
    const std::string &name = (*service)->name;
    const std::string offset = textOf(request.body, "offset");
    const auto start = asPosition(offset);
    if (!offset.empty() && !start)
        return refuse(400, "Invalid input for offset: '" + offset + "' is none that this call gave", "bad_request");
    if (const auto engine = context.backends.engine(name); engine && engine->isReady())
        noteKafkaErrors(name, *engine, context.log);
    const auto order =
        textOf(request.body, "sort_order") == "desc" ? ServiceLog::Order::NewestFirst : ServiceLog::Order::OldestFirst;
    const auto limit = std::size_t(Core::integerAt(request.body, "limit", 100));
    const ServiceLog::Page page = context.log.read(name, order, limit, start ? &*start : nullptr);
    const std::string severity = textOf(request.body, "severity");
    Json logs = Json::array();
    for (const LogEntry &entry : page.entries) {
        if (!severity.empty() && entry.severity != severity)
            continue;
        logs.push_back({{"time", entry.time},
                        {"msg", entry.message},
                        {"unit", entry.unit},
                        {"hostname", name + "-1"},
                        {"severity", entry.severity}});
    }
    return Json{{"logs", std::move(logs)},
                {"offset", std::to_string(page.next)},
                {"first_log_offset", std::to_string(page.first)}};
}

Reply readAlerts(const RouteContext &context, const Request &request)
{
    if (const auto service = findService(*context.store.state(), request); !service)
        return Core::Unexpected{service.error()};
    return Json{{"alerts", Json::array()}};
}

} // namespace

void addLogRoutes(Router &router, const RouteContext &context)
{
    const std::string service = "/v1/project/{project}/service/{service}";
    router.add("POST", service + "/logs", handler(context, readLogs), "logs");
    router.add("GET", service + "/alerts", handler(context, readAlerts));
}

} // namespace Sandbox
