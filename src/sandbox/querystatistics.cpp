// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/querystatistics.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace Sandbox {

namespace {

constexpr std::size_t mostStatements = 1000; // of a service; later ones are not counted
constexpr std::size_t mostTimes = 200;

double percentile95(const std::deque<double> &times)
{
    std::vector<double> sorted(times.begin(), times.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted[(sorted.size() - 1) * 95 / 100];
}

} // namespace

void QueryStatistics::add(const std::string &service, const std::string &database, const std::string &query,
                          double milliseconds, std::int64_t rows)
{
    const std::scoped_lock lock(m_mutex);
    auto &statements = m_services[service];
    const Statement statement{database, query};
    if (statements.size() >= mostStatements && !statements.contains(statement))
        return;
    Figures &figures = statements[statement];
    figures.shortest = figures.calls == 0 ? milliseconds : std::min(figures.shortest, milliseconds);
    figures.longest = std::max(figures.longest, milliseconds);
    ++figures.calls;
    figures.rows += rows;
    figures.total += milliseconds;
    figures.squares += milliseconds * milliseconds;
    figures.latest.push_back(milliseconds);
    if (figures.latest.size() > mostTimes)
        figures.latest.pop_front();
}

void QueryStatistics::forget(const std::string &service)
{
    const std::scoped_lock lock(m_mutex);
    m_services.erase(service);
}

Core::Json QueryStatistics::toJson(const Statement &statement, const Figures &figures)
{
    const double mean = figures.total / double(figures.calls);
    const double variance = std::max(0.0, figures.squares / double(figures.calls) - mean * mean);
    return {{"database", statement.first},
            {"query", statement.second},
            {"calls", figures.calls},
            {"rows", figures.rows},
            {"min_time", figures.shortest},
            {"max_time", figures.longest},
            {"mean_time", mean},
            {"p95_time", percentile95(figures.latest)},
            {"stddev_time", std::sqrt(variance)},
            {"total_time", figures.total}};
}

std::vector<Core::Json> QueryStatistics::list(const std::string &service, const std::string &sortKey,
                                              bool isDescending) const
{
    std::vector<Core::Json> list;
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_services.find(service);
        if (found == m_services.end())
            return list;
        for (const auto &[statement, figures] : found->second)
            list.push_back(toJson(statement, figures));
    }
    std::stable_sort(list.begin(), list.end(), [&](const Core::Json &one, const Core::Json &other) {
        return isDescending ? other.at(sortKey) < one.at(sortKey) : one.at(sortKey) < other.at(sortKey);
    });
    return list;
}

} // namespace Sandbox
