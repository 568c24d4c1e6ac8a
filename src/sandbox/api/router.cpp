// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/router.h"

#include "sandbox/api/violations.h"
#include "sandbox/catalog.h"

#include <algorithm>

namespace Sandbox {

namespace {

bool isName(const std::string &part)
{
    return part.starts_with('{');
}

bool matches(const std::vector<std::string> &pattern, const std::vector<std::string> &parts)
{
    return std::equal(pattern.begin(), pattern.end(), parts.begin(), parts.end(),
                      [](const std::string &expected, const std::string &part) {
                          return isName(expected) ? !part.empty() : expected == part;
                      });
}

/// Clients send null for what they leave out.
void removeOptionalNulls(Core::Json &body, const Core::Json &schema)
{
    const Core::Json &required = Core::memberAt(schema, "required");
    for (auto member = body.begin(); member != body.end();) {
        const bool isNeeded = std::find(required.begin(), required.end(), member.key()) != required.end();
        member = member->is_null() && !isNeeded ? body.erase(member) : std::next(member);
    }
}

std::string pathOf(std::string_view target)
{
    return std::string(target.substr(0, target.find('?')));
}

} // namespace

void Router::add(std::string_view method, std::string_view pattern, Handler handler, std::string bodySchema,
                 Access access)
{
    m_routes.push_back(
        {std::string(method), splitPath(pattern).value(), std::move(handler), std::move(bodySchema), access});
}

std::vector<Router::Entry> Router::entries() const
{
    std::vector<Entry> entries;
    for (const Route &route : m_routes) {
        std::string pattern;
        for (const std::string &part : route.parts)
            pattern += '/' + part;
        entries.push_back({route.method, pattern, route.bodySchema, route.access});
    }
    return entries;
}

const Router::Route *Router::find(std::string_view method, const std::vector<std::string> &parts) const
{
    const auto found = std::find_if(m_routes.begin(), m_routes.end(), [&](const Route &route) {
        return route.method == method && matches(route.parts, parts);
    });
    return found == m_routes.end() ? nullptr : &*found;
}

bool Router::hasPath(const std::vector<std::string> &parts) const
{
    return std::any_of(m_routes.begin(), m_routes.end(),
                       [&parts](const Route &route) { return matches(route.parts, parts); });
}

bool Router::isForEverybody(std::string_view method, std::string_view target) const
{
    const auto parts = splitPath(target);
    const Route *route = parts ? find(method == "HEAD" ? "GET" : method, *parts) : nullptr;
    return route && route->access == Access::Everybody;
}

Reply Router::answer(std::string_view method, std::string_view target, const std::string &body,
                     const std::string &token) const
{
    const auto parts = splitPath(target);
    if (!parts || !hasPath(*parts))
        return refuse(404, "Path " + pathOf(target) + " does not exist", "not_found");
    const Route *route = find(method == "HEAD" ? "GET" : method, *parts);
    if (!route)
        return refuse(405, "Method " + std::string(method) + " is not allowed for " + pathOf(target),
                      "method_not_allowed");
    Request request;
    for (std::size_t at = 0; at < parts->size(); ++at) {
        const std::string &expected = route->parts[at];
        if (isName(expected))
            request.names[expected.substr(1, expected.size() - 2)] = (*parts)[at];
    }
    request.query = splitQuery(target);
    request.token = token;
    if (!route->bodySchema.empty()) {
        Reply read = readBody(*route, body);
        if (!read)
            return read;
        request.body = std::move(read).value();
    }
    return route->handler(request);
}

Reply Router::readBody(const Route &route, const std::string &body) const
{
    Core::Json json = Core::Json::object();
    if (!body.empty()) {
        auto parsed = Core::parseJson(QByteArray::fromStdString(body));
        if (!parsed) {
            const Core::JsonError &error = parsed.error();
            return refuse(400,
                          "Request body is not JSON: " + Core::toStdString(error.message) + " (line " +
                              std::to_string(error.line) + ", column " + std::to_string(error.column) + ")",
                          "bad_request");
        }
        json = std::move(parsed).value();
    }
    const Core::Json &schema = m_catalog.requestSchema(route.bodySchema);
    if (json.is_object())
        removeOptionalNulls(json, schema);
    const auto violations = m_catalog.requestBody(route.bodySchema).check(json);
    if (!violations.isEmpty())
        return Core::Unexpected{invalidInput(violations, schema)};
    return json;
}

} // namespace Sandbox
