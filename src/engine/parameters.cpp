// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/parameters.h"
#include "engine/tokens.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

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
                              "http_write_exception_in_output_format", "send_progress_in_http_headers",
                              "http_headers_progress_interval_ms", "log_comment", "close_session"}) {
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
        parameters.sessionTimeout = std::clamp(std::atoi(value.c_str()), 1, 3600);
    else if (name == "session_check")
        parameters.sessionCheck = isTrue(value);
    else if (name == "wait_end_of_query")
        parameters.waitForEnd = isTrue(value);
    else if (name == "enable_http_compression")
        parameters.compress = isTrue(value);
    else
        return isIgnored(name);
    return true;
}

} // namespace

Core::Expected<Parameters, Error> readParameters(const std::multimap<std::string, std::string> &url)
{
    constexpr std::string_view parameterPrefix = "param_";
    Parameters parameters;
    for (const auto &[name, value] : url) {
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

std::string setStatement(const Parameters &parameters)
{
    std::string sql;
    const auto add = [&sql](const std::string &name, const std::string &value) {
        sql += (sql.empty() ? "SET " : ", ") + name + " = " + quoteString(value);
    };
    // A SELECT on a Kafka table gives what arrives in this time; views keep the shorter one of the profile.
    add("stream_flush_interval_ms", "2000");
    for (const auto &[name, value] : parameters.settings)
        add(name, value);
    for (const auto &[name, value] : parameters.statementParameters)
        add("param_" + name, value);
    if (!parameters.queryId.empty())
        add("log_comment", parameters.queryId);
    return sql;
}

std::string unsetStatement(const Parameters &parameters)
{
    std::string sql;
    for (const auto &[name, value] : parameters.settings)
        sql += (sql.empty() ? "SET " : ", ") + name + " = DEFAULT";
    return sql;
}

} // namespace Engine
