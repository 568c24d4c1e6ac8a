// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/engineclient.h"

#include "sandbox/clickhouse/sqltext.h"

#include <httplib.h>

#include <cstdlib>

namespace Sandbox {

namespace {

/// Rows come to the API's caller in one JSON document; who wants more reads from the HTTP interface. ClickHouse refuses
/// by the size of the values, before it has gathered all; as text they may be longer, which is the second limit.
constexpr std::size_t maxResult = 16u << 20;
constexpr std::size_t maxAnswer = 64u << 20;
constexpr int badArguments = 36;
constexpr int tooManyBytes = 396;
constexpr time_t longestStatement = 300; // seconds

EngineError withoutReply(httplib::Error error, std::size_t received)
{
    if (received > maxAnswer)
        return {tooManyBytes, "The result is larger than 64 MiB: add a LIMIT, or read it from the ClickHouse port", {}};
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
        return Core::Unexpected{
            EngineError{badArguments, "This call returns rows as JSON: leave the FORMAT clause out", {}}};
    answer.meta = std::move((*parsed)["meta"]);
    answer.data = std::move((*parsed)["data"]);
    return answer;
}

httplib::Params parameters(const EngineRequest &request)
{
    httplib::Params parameters{{"default_format", "JSONCompact"}, {"wait_end_of_query", "1"}};
    const std::string word = firstWord(request.sql);
    // An INSERT into a Kafka table writes its messages by the same setting, and they should hold plain numbers.
    if (word != "INSERT")
        parameters.emplace("output_format_json_quote_64bit_integers", "1");
    if (word == "SELECT" || word == "WITH")
        parameters.emplace("max_result_bytes", std::to_string(maxResult));
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
