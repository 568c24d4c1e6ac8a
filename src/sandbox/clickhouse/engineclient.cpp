// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/engineclient.h"

#include <httplib.h>

#include <cstdlib>
#include <regex>

namespace Sandbox {

namespace {

/// Rows come to the API's caller in one JSON document; who wants more reads from the HTTP interface.
constexpr std::size_t maxAnswer = 32u << 20;
constexpr time_t longestStatement = 300; // seconds

EngineError withoutReply(httplib::Error error, std::size_t received)
{
    if (received > maxAnswer)
        return {0, "The result is larger than 32 MiB: add a LIMIT, or read it from the ClickHouse port", {}};
    return {0, "The ClickHouse engine did not answer: " + httplib::to_string(error), {}};
}

EngineError toError(const httplib::Response &response, const std::string &body)
{
    EngineError error;
    error.code = std::atoi(response.get_header_value("X-ClickHouse-Exception-Code").c_str());
    error.message = body.substr(0, body.find_last_not_of('\n') + 1);
    if (error.message.empty())
        error.message = "The ClickHouse engine answered with HTTP status " + std::to_string(response.status);
    return error;
}

/// The header holds texts, the API's summary has numbers.
Core::Json toSummary(const std::string &header)
{
    Core::Json summary = Core::Json::object();
    const auto parsed = Core::parseJson(QByteArray::fromStdString(header));
    if (!parsed)
        return summary;
    for (const auto &[key, value] : parsed->items())
        summary[key] = value.is_string() ? Core::Json(std::atoll(value.get<std::string>().c_str())) : value;
    return summary;
}

Core::Expected<QueryAnswer, EngineError> toAnswer(const httplib::Response &response, const std::string &body)
{
    QueryAnswer answer;
    answer.summary = toSummary(response.get_header_value("X-ClickHouse-Summary"));
    if (body.find_first_not_of(" \r\n") == std::string::npos)
        return answer;
    auto parsed = Core::parseJson(QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size())));
    if (!parsed || !parsed->is_object() || !parsed->contains("data"))
        return Core::Unexpected{EngineError{0, "This call returns rows as JSON: leave the FORMAT clause out", {}}};
    answer.meta = std::move((*parsed)["meta"]);
    answer.data = std::move((*parsed)["data"]);
    return answer;
}

bool isInsert(const std::string &sql)
{
    static const std::regex insert(R"(\s*INSERT\b)", std::regex::icase);
    return std::regex_search(sql, insert, std::regex_constants::match_continuous);
}

httplib::Params parameters(const EngineRequest &request)
{
    httplib::Params parameters{{"default_format", "JSONCompact"}, {"wait_end_of_query", "1"}};
    // An INSERT into a Kafka table writes its messages by the same setting, and they should hold plain numbers.
    if (!isInsert(request.sql))
        parameters.emplace("output_format_json_quote_64bit_integers", "1");
    if (!request.database.empty())
        parameters.emplace("database", request.database);
    for (const auto &[name, value] : request.settings)
        parameters.emplace(name, value);
    return parameters;
}

} // namespace

Core::Expected<QueryAnswer, EngineError> runStatement(const EngineRequest &request)
{
    httplib::Client client("127.0.0.1", request.port);
    client.set_basic_auth(request.user, request.password);
    client.set_read_timeout(longestStatement);
    client.set_tcp_nodelay(true);

    httplib::Request post;
    post.method = "POST";
    post.path = httplib::append_query_params("/", parameters(request));
    post.body = request.sql;
    post.set_header("Content-Type", "text/plain; charset=UTF-8");
    std::string body;
    std::size_t received = 0;
    post.content_receiver = [&](const char *data, std::size_t size, std::uint64_t, std::uint64_t) {
        received += size;
        if (received > maxAnswer)
            return false;
        body.append(data, size);
        return true;
    };
    const httplib::Result reply = client.send(post);
    if (!reply)
        return Core::Unexpected{withoutReply(reply.error(), received)};
    if (reply->status != 200 || reply->has_header("X-ClickHouse-Exception-Code"))
        return Core::Unexpected{toError(*reply, body)};
    return toAnswer(*reply, body);
}

} // namespace Sandbox
