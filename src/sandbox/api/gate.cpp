// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/gate.h"

#include <algorithm>
#include <cstdint>

namespace Sandbox {

namespace {

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return text;
}

std::optional<std::uint64_t> asLength(const std::string &text)
{
    constexpr std::size_t mostDigits = 18;
    if (text.empty() || text.size() > mostDigits || text.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    return std::stoull(text);
}

ApiError badRequest(const char *message)
{
    return {400, message, "bad_request"};
}

} // namespace

std::optional<ApiError> Gate::refusal(const RequestHead &head) const
{
    if (auto error = checkOrigin(head))
        return error;
    const auto lengths = head.values("Content-Length");
    if (lengths.size() > 1 || (lengths.size() == 1 && !asLength(lengths.front())))
        return badRequest("One Content-Length that is a number is expected");
    const std::string token = tokenOf(head);
    if (!m_rules.isForEverybody(head) && (token.empty() || !m_rules.isToken(token)))
        return ApiError{401, "Invalid token", "invalid_token"};
    return checkBody(head);
}

std::optional<ApiError> Gate::checkOrigin(const RequestHead &head) const
{
    const auto hosts = head.values("Host");
    const std::string port = ':' + std::to_string(m_rules.port);
    const std::vector<std::string> known{"127.0.0.1" + port, "localhost" + port, "[::1]" + port};
    if (hosts.size() != 1 || std::find(known.begin(), known.end(), lowerCase(hosts.front())) == known.end())
        return ApiError{421, "The sandbox answers under 127.0.0.1" + port + " only", "misdirected_request"};
    for (const char *name : {"Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest", "Sec-Fetch-User"}) {
        if (!head.values(name).empty())
            return ApiError{403, "The sandbox does not answer web pages", "permission_denied"};
    }
    if (head.method == "OPTIONS")
        return ApiError{403, "The sandbox does not answer web pages", "permission_denied"};
    return std::nullopt;
}

std::string tokenOf(const RequestHead &head)
{
    const auto given = head.values("Authorization");
    if (given.size() != 1)
        return {};
    const std::size_t space = given.front().find(' ');
    if (space == std::string::npos)
        return {};
    const std::string scheme = lowerCase(given.front().substr(0, space));
    return scheme == "aivenv1" || scheme == "bearer" ? given.front().substr(space + 1) : std::string();
}

std::optional<ApiError> Gate::checkBody(const RequestHead &head) const
{
    // The HTTP library bounds neither chunked nor compressed bodies.
    if (!head.values("Transfer-Encoding").empty())
        return ApiError{411, "A body needs a Content-Length", "length_required"};
    for (const std::string &coding : head.values("Content-Encoding")) {
        if (lowerCase(coding) != "identity")
            return ApiError{415, "Compressed bodies are not accepted", "unsupported_media_type"};
    }
    for (const std::string &type : head.values("Content-Type")) {
        if (lowerCase(type).starts_with("multipart/"))
            return ApiError{415, "The body has to be JSON", "unsupported_media_type"};
    }
    const auto lengths = head.values("Content-Length");
    const std::uint64_t length = lengths.empty() ? 0 : asLength(lengths.front()).value_or(0);
    if (length > m_rules.longestBody)
        return ApiError{413, "The body is longer than " + std::to_string(m_rules.longestBody) + " bytes",
                        "request_entity_too_large"};
    if (length > 0 && (head.method == "GET" || head.method == "HEAD"))
        return badRequest("A GET request has no body");
    return std::nullopt;
}

} // namespace Sandbox
