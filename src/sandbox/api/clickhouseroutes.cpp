// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/clickhouseaccess.h"
#include "sandbox/api/routes.h"
#include "sandbox/querystatistics.h"
#include "sandbox/state/store.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

namespace Sandbox {

namespace {

using Core::Json;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::array<std::string_view, 7> sortKeys{"calls",    "min_time",    "max_time",  "mean_time",
                                                   "p95_time", "stddev_time", "total_time"};

Reply runQuery(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto open = openClickHouse(*state, context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    const std::string database = request.body.at("database");
    const std::string query = request.body.at("query");
    const auto start = std::chrono::steady_clock::now();
    const auto answer = open->engine->query(database, query);
    if (!answer)
        return Core::Unexpected{engineFailure(answer.error())};
    const Milliseconds time = std::chrono::steady_clock::now() - start;
    context.statistics.add(open->service->name, database, query, time.count(), std::int64_t(answer->data.size()));
    return Json{{"meta", answer->meta}, {"data", answer->data}, {"summary", answer->summary}};
}

/// What runs now, but not the question itself. The engine runs all of it as one user of its own, so no user is told; and
/// it sends results through a pipe, which is no part of what the client asked.
Reply listQueries(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto open = openClickHouse(*state, context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    const auto answer = open->engine->runInternal(
        "SELECT current_database, elapsed, replaceRegexpOne(query, ' INTO OUTFILE \\'/dev/fd/\\\\d+\\' TRUNCATE', '') "
        "FROM system.processes WHERE query_id != queryID() AND query NOT LIKE '%system.processes%'");
    if (!answer)
        return Core::Unexpected{engineFailure(answer.error())};
    Json queries = Json::array();
    for (const Json &row : answer->data)
        queries.push_back({{"database", row.at(0)}, {"elapsed", row.at(1)}, {"query", row.at(2)}});
    return Json{{"queries", std::move(queries)}};
}

struct Page
{
    std::size_t offset = 0;
    std::size_t limit = 100;
    std::string sortKey = "total_time";
    bool isDescending = true;
};

Core::Outcome<ApiError> readNumber(const Request &request, const char *parameter, std::size_t least, std::size_t most,
                                   std::size_t &value)
{
    const auto found = request.query.find(parameter);
    if (found == request.query.end())
        return std::monostate{};
    const std::string &text = found->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size() && value >= least && value <= most)
        return std::monostate{};
    return refuse(400,
                  "Invalid input for " + std::string(parameter) + ": '" + text + "' is not a number from " +
                      std::to_string(least) + " to " + std::to_string(most),
                  "bad_request");
}

Core::Expected<Page, ApiError> pageOf(const Request &request)
{
    Page page;
    if (const auto read = readNumber(request, "limit", 1, 1000, page.limit); !read)
        return Core::Unexpected{read.error()};
    if (const auto read = readNumber(request, "offset", 0, 1'000'000, page.offset); !read)
        return Core::Unexpected{read.error()};
    const auto order = request.query.find("order_by");
    if (order == request.query.end())
        return page;
    const std::size_t colon = order->second.find(':');
    page.sortKey = order->second.substr(0, colon);
    const std::string direction = colon == std::string::npos ? "asc" : order->second.substr(colon + 1);
    page.isDescending = direction == "desc";
    const bool isKnown = std::find(sortKeys.begin(), sortKeys.end(), page.sortKey) != sortKeys.end() &&
                         (direction == "asc" || direction == "desc");
    if (!isKnown)
        return refuse(400, "Invalid input for order_by: '" + order->second + "' is no key with :asc or :desc",
                      "bad_request");
    return page;
}

Reply queryStatistics(const RouteContext &context, const Request &request)
{
    const auto state = context.store.state();
    const auto open = openClickHouse(*state, context, request);
    if (!open)
        return Core::Unexpected{open.error()};
    const auto page = pageOf(request);
    if (!page)
        return Core::Unexpected{page.error()};
    const auto all = context.statistics.list(open->service->name, page->sortKey, page->isDescending);
    Json queries = Json::array();
    for (std::size_t at = page->offset; at < std::min(all.size(), page->offset + page->limit); ++at)
        queries.push_back(all[at]);
    return Json{{"queries", std::move(queries)}};
}

} // namespace

void addClickHouseRoutes(Router &router, const RouteContext &context)
{
    const std::string query = "/v1/project/{project}/service/{service}/clickhouse/query";
    router.add("POST", query, handler(context, runQuery), "clickhouse_query");
    router.add("GET", query, handler(context, listQueries));
    router.add("GET", query + "/stats", handler(context, queryStatistics));
}

} // namespace Sandbox
