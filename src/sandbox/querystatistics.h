// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace Sandbox {

/// How often the statements that the API ran were run, and how long they took: the embedded engine keeps no query log.
/// Statements that clients send to ClickHouse itself are not among them. Thread-safe.
class QueryStatistics
{
public:
    void add(const std::string &service, const std::string &database, const std::string &query, double milliseconds,
             std::int64_t rows);
    void forget(const std::string &service);
    /// Objects of the API, sorted by one of their times or by "calls".
    [[nodiscard]] std::vector<Core::Json> list(const std::string &service, const std::string &sortKey,
                                               bool isDescending) const;

private:
    struct Figures
    {
        std::int64_t calls = 0;
        std::int64_t rows = 0;
        double total = 0;
        double squares = 0;
        double shortest = 0;
        double longest = 0;
        std::deque<double> latest; ///< for the percentile
    };
    using Statement = std::pair<std::string, std::string>; ///< database and query

    [[nodiscard]] static Core::Json toJson(const Statement &statement, const Figures &figures);

    mutable std::mutex m_mutex;
    std::map<std::string, std::map<Statement, Figures>> m_services;
};

} // namespace Sandbox
