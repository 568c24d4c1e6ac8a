// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace Sandbox {

struct LogEntry
{
    std::string time; ///< as the API writes times
    std::string unit; ///< the program that speaks: "aiven", "clickhouse-server"
    std::string severity;
    std::string message;
};

/// The newest lines that each service logged since the sandbox started. Thread-safe.
class ServiceLog
{
public:
    enum class Order { OldestFirst, NewestFirst };
    struct Page
    {
        std::vector<LogEntry> entries;
        std::uint64_t next = 0;  ///< where the next page in the same order begins
        std::uint64_t first = 0; ///< the oldest line that is kept
    };

    void add(const std::string &service, LogEntry entry);
    /// Unless the service's log has this very line of this very time already.
    void addOnce(const std::string &service, LogEntry entry);
    /// Something that the sandbox itself did, now.
    void note(const std::string &service, const std::string &message);
    void forget(const std::string &service);

    /// Without a start: the newest lines, in the order asked for. With one: what lies on from there in that order.
    [[nodiscard]] Page read(const std::string &service, Order order, std::size_t limit,
                            const std::uint64_t *start = nullptr) const;

private:
    struct Log
    {
        std::uint64_t first = 0; ///< the number of the oldest line
        std::deque<LogEntry> entries;
    };

    static void append(Log &log, LogEntry entry);

    mutable std::mutex m_mutex;
    std::map<std::string, Log> m_logs;
};

} // namespace Sandbox
