// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/parameters.h"
#include "engine/tokens.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <optional>

namespace Engine {
namespace {

bool isTrue(const std::string &value)
{
    return value == "1" || value == "true";
}

/// Names that servers understand and that have nothing to do here.
bool isIgnored(const std::string &name)
{
    for (const char *known : {"user", "password", "quota_key", "role", "buffer_size", "compress", "decompress",
                              "http_write_exception_in_output_format", "enable_http_compression", "log_comment"}) {
        if (name == known)
            return true;
    }
    return false;
}

bool isSettingName(const std::string &name)
{
    return !name.empty() && !std::isdigit(static_cast<unsigned char>(name.front())) &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) || c == '_'; });
}

/// Takes one of the interface's own parameters; false when it is a setting.
bool takeOwn(Parameters &parameters, const std::string &name, const std::string &value)
{
    if (name == "query")
        parameters.query = value;
    else if (name == "database")
        parameters.database = value;
    else if (name == "default_format")
        parameters.defaultFormat = value;
    else if (name == "query_id")
        parameters.queryId = value;
    else if (name == "session_id")
        parameters.sessionId = value;
    else if (name == "session_timeout")
        parameters.sessionTimeout = std::atoi(value.c_str());
    else if (name == "session_check")
        parameters.sessionCheck = isTrue(value);
    else if (name == "wait_end_of_query")
        parameters.waitForEnd = isTrue(value);
    else if (name == "close_session")
        parameters.closeSession = isTrue(value);
    else if (name == "send_progress_in_http_headers")
        parameters.wantsProgress = isTrue(value);
    else if (name == "http_headers_progress_interval_ms")
        parameters.progressInterval = std::clamp(std::atoi(value.c_str()), 10, 3'600'000);
    else
        return isIgnored(name);
    return true;
}

/// What the interface cannot do although clients may ask for it.
std::optional<Error> refuse(const std::string &name, const std::string &value)
{
    constexpr int longestSession = 3600; // the server's max_session_timeout
    if (name == "session_timeout") {
        const int seconds = std::atoi(value.c_str());
        if (seconds <= 0)
            return makeError(Code::InvalidSessionTimeout, "Invalid session timeout: '" + value + "'");
        if (seconds > longestSession)
            return makeError(Code::InvalidSessionTimeout,
                             "Session timeout '" + value + "' is larger than max_session_timeout: 3600");
    }
    if ((name == "compress" || name == "decompress") && isTrue(value))
        return makeError(Code::NotImplemented, "The parameter " + name +
                                                   " is not supported here: use enable_http_compression=1 with the "
                                                   "headers Accept-Encoding and Content-Encoding");
    return std::nullopt;
}

} // namespace

Core::Expected<Parameters, Error> readParameters(const std::multimap<std::string, std::string> &url)
{
    constexpr std::string_view parameterPrefix = "param_";
    Parameters parameters;
    for (const auto &[name, value] : url) {
        if (auto refusal = refuse(name, value))
            return Core::Unexpected{std::move(*refusal)};
        if (takeOwn(parameters, name, value))
            continue;
        if (!isSettingName(name))
            return Core::Unexpected{makeError(Code::UnknownSetting, "Unknown setting '" + name + "'.")};
        if (name.compare(0, parameterPrefix.size(), parameterPrefix) == 0)
            parameters.statementParameters.emplace_back(name.substr(parameterPrefix.size()), value);
        else
            parameters.settings.emplace_back(name, value);
    }
    return parameters;
}

std::string Parameters::setting(const std::string &name, const std::string &fallback) const
{
    const auto found =
        std::find_if(settings.begin(), settings.end(), [&name](const auto &setting) { return setting.first == name; });
    return found == settings.end() ? fallback : found->second;
}

std::string setStatement(const Parameters &parameters)
{
    std::string sql;
    const auto add = [&sql](const std::string &name, const std::string &value) {
        sql += (sql.empty() ? "SET " : ", ") + name + " = " + quoteString(value);
    };
    // A SELECT on a Kafka table gives what arrives in this time; views keep the shorter one of the profile. A session
    // has it from its start, and may change it.
    if (parameters.sessionId.empty())
        add("stream_flush_interval_ms", "2000");
    for (const auto &[name, value] : parameters.settings)
        add(name, value);
    for (const auto &[name, value] : parameters.statementParameters)
        add("param_" + name, value);
    if (!parameters.queryId.empty())
        add("log_comment", parameters.queryId);
    return sql;
}

} // namespace Engine
