// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gate.h"

namespace Engine {
namespace {

std::string first(const Fields &fields, const std::string &name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

bool namesThisServer(const Fields &fields, int port)
{
    if (fields.count("Host") != 1)
        return false;
    const std::string host = first(fields, "Host");
    std::string suffix(1, ':');
    suffix += std::to_string(port);
    for (const std::string name : {"127.0.0.1", "localhost", "[::1]"}) {
        if (host == name + suffix)
            return true;
    }
    return false;
}

bool comesFromAPage(const Fields &fields)
{
    constexpr char prefix[] = "sec-fetch-";
    for (const auto &[name, value] : fields) {
        if (strcasecmp(name.c_str(), "origin") == 0 || strncasecmp(name.c_str(), prefix, sizeof prefix - 1) == 0)
            return true;
    }
    return false;
}

std::string decodeBase64(const std::string &text)
{
    static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    unsigned collected = 0;
    int bits = 0;
    for (const char c : text) {
        const size_t value = alphabet.find(c);
        if (value == std::string_view::npos)
            break;
        collected = collected << 6 | static_cast<unsigned>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(collected >> bits & 0xff);
        }
    }
    return bytes;
}

std::string parameter(const std::multimap<std::string, std::string> &url, const std::string &name)
{
    const auto found = url.find(name);
    return found == url.end() ? std::string() : found->second;
}

} // namespace

std::optional<Rejection> checkHead(const std::string &method, const Fields &fields, int port)
{
    if (!namesThisServer(fields, port))
        return Rejection{421, "This server answers to 127.0.0.1 and localhost with its port only."};
    if (comesFromAPage(fields) || method == "OPTIONS")
        return Rejection{403, "Requests from web pages are refused."};
    const size_t lengths = fields.count("Content-Length"), encodings = fields.count("Transfer-Encoding");
    if (lengths > 1 || encodings > 1 || (lengths && encodings))
        return Rejection{400, "The length of the body is ambiguous."};
    const std::string length = first(fields, "Content-Length");
    if (length.find_first_not_of("0123456789") != std::string::npos || (lengths && length.empty()))
        return Rejection{400, "Content-Length is not a number."};
    if (encodings && strcasecmp(first(fields, "Transfer-Encoding").c_str(), "chunked") != 0)
        return Rejection{501, "This Transfer-Encoding is not supported."};
    if (method == "POST" && !lengths && !encodings)
        return Rejection{411,
                         "The Transfer-Encoding is not chunked and there is no Content-Length header for POST request"};
    if ((method == "GET" || method == "HEAD") && (encodings || (lengths && length != "0")))
        return Rejection{400, "Send a body with POST."};
    if (method != "GET" && method != "HEAD" && method != "POST")
        return Rejection{405, "Use GET or POST."};
    return std::nullopt;
}

std::optional<Rejection> logIn(const Fields &fields, const std::multimap<std::string, std::string> &url,
                               const Users &users, Login &login)
{
    const std::string authorization = first(fields, "Authorization");
    const bool basic = strncasecmp(authorization.c_str(), "Basic ", 6) == 0;
    const bool header = fields.count("X-ClickHouse-User") || fields.count("X-ClickHouse-Key");
    const bool parameters = url.count("user") || url.count("password");
    if (!authorization.empty() + header + parameters > 1)
        return Rejection{
            403,
            "Invalid authentication: it is not allowed to use more than one of: Authorization HTTP header, "
            "X-ClickHouse HTTP headers, user and password in the URL",
            Code::AuthenticationFailed};
    if (basic) {
        const std::string pair = decodeBase64(authorization.substr(6));
        const size_t colon = pair.find(':');
        login.user = pair.substr(0, colon);
        login.password = colon == std::string::npos ? "" : pair.substr(colon + 1);
    } else if (header) {
        login.user = first(fields, "X-ClickHouse-User");
        login.password = first(fields, "X-ClickHouse-Key");
    } else if (parameters) {
        login.user = parameter(url, "user");
        login.password = parameter(url, "password");
    } else {
        return Rejection{401, "Authentication is required: send a user and a password", Code::AuthenticationFailed};
    }
    if (login.user.empty())
        login.user = "default";
    login.rank = users.check(login.user, login.password);
    if (login.rank == Users::Rank::Unknown)
        return Rejection{
            403, login.user + ": Authentication failed: password is incorrect, or there is no user with such name.",
            Code::AuthenticationFailed};
    return std::nullopt;
}

} // namespace Engine
