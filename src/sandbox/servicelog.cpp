// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/servicelog.h"

#include "sandbox/state/model.h"

#include <algorithm>

namespace Sandbox {

namespace {

constexpr std::size_t mostLines = 1000;

} // namespace

void ServiceLog::append(Log &log, LogEntry entry)
{
    log.entries.push_back(std::move(entry));
    if (log.entries.size() > mostLines) {
        log.entries.pop_front();
        ++log.first;
    }
}

void ServiceLog::add(const std::string &service, LogEntry entry)
{
    const std::scoped_lock lock(m_mutex);
    append(m_logs[service], std::move(entry));
}

void ServiceLog::addOnce(const std::string &service, LogEntry entry)
{
    const std::scoped_lock lock(m_mutex);
    Log &log = m_logs[service];
    const bool isKnown = std::any_of(log.entries.begin(), log.entries.end(), [&entry](const LogEntry &other) {
        return other.time == entry.time && other.message == entry.message;
    });
    if (!isKnown)
        append(log, std::move(entry));
}

void ServiceLog::note(const std::string &service, const std::string &message)
{
    add(service, {currentTime(), "aiven", "informational", message});
}

void ServiceLog::forget(const std::string &service)
{
    const std::scoped_lock lock(m_mutex);
    m_logs.erase(service);
}

ServiceLog::Page ServiceLog::read(const std::string &service, Order order, std::size_t limit,
                                  const std::uint64_t *start) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_logs.find(service);
    if (found == m_logs.end())
        return {};
    const Log &log = found->second;
    const std::uint64_t end = log.first + log.entries.size();
    const bool isForward = order == Order::OldestFirst;
    std::uint64_t from = end - std::min<std::uint64_t>(limit, log.entries.size());
    std::uint64_t to = end;
    if (start && isForward) {
        from = std::clamp(*start, log.first, end);
        to = std::min<std::uint64_t>(end, from + limit);
    } else if (start) {
        to = std::clamp(*start, log.first, end);
        from = to - std::min<std::uint64_t>(limit, to - log.first);
    }
    Page page;
    page.first = log.first;
    page.next = isForward ? to : from;
    page.entries.assign(log.entries.begin() + std::ptrdiff_t(from - log.first),
                        log.entries.begin() + std::ptrdiff_t(to - log.first));
    if (!isForward)
        std::reverse(page.entries.begin(), page.entries.end());
    return page;
}

} // namespace Sandbox
