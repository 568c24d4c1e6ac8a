// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api/request.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Sandbox {

class Catalog;

/// The table of routes: finds the one for a request, reads and checks its body, calls it.
class Router
{
public:
    using Handler = std::function<Reply(const Request &)>;
    enum class Access { Token, Everybody };

    explicit Router(const Catalog &catalog) : m_catalog(catalog) {}

    /// The pattern is a path with {names}: "/v1/project/{project}/service". The body's schema is a name in
    /// requests.json; without one the body is not read.
    void add(std::string_view method, std::string_view pattern, Handler handler, std::string bodySchema = {},
             Access access = Access::Token);

    struct Entry
    {
        std::string method;
        std::string pattern;
        std::string bodySchema;
        Access access;
    };
    /// Every route, for who has to try each of them.
    [[nodiscard]] std::vector<Entry> entries() const;

    [[nodiscard]] bool isForEverybody(std::string_view method, std::string_view target) const;
    /// 404, 405 and 400 are answered here; the handler says the rest.
    [[nodiscard]] Reply answer(std::string_view method, std::string_view target, const std::string &body,
                               const std::string &token) const;

private:
    struct Route
    {
        std::string method;
        std::vector<std::string> parts;
        Handler handler;
        std::string bodySchema;
        Access access;
    };

    [[nodiscard]] const Route *find(std::string_view method, const std::vector<std::string> &parts) const;
    [[nodiscard]] bool hasPath(const std::vector<std::string> &parts) const;
    [[nodiscard]] Reply readBody(const Route &route, const std::string &body) const;

    const Catalog &m_catalog;
    std::vector<Route> m_routes;
};

/// The parts of a path, split at "/" before they are decoded: "%2F" belongs to a name. Nothing when an escape is broken
/// or the text is not UTF-8.
[[nodiscard]] std::optional<std::vector<std::string>> splitPath(std::string_view target);
/// The first value of each parameter after "?".
[[nodiscard]] std::map<std::string, std::string> splitQuery(std::string_view target);

} // namespace Sandbox
