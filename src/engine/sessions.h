// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "engine/connection.h"
#include "engine/errors.h"
#include "engine/parameters.h"

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace Engine {

class Instance;

/// Connections of requests. A request has its own connection, closed at its end; one with a session_id
/// borrows the session's, which keeps temporary tables, settings and the current database from request to
/// request.
class Sessions
{
public:
    /// A connection for the time of one request. It gives the session back when it goes.
    using Lease = std::shared_ptr<Connection>;

    explicit Sessions(const Instance &instance) : m_instance(instance) {}

    [[nodiscard]] Core::Expected<Lease, Error> lease(const std::string &user, const Parameters &parameters);

private:
    struct Session
    {
        std::shared_ptr<Connection> connection;
        std::chrono::steady_clock::time_point expires;
        bool busy = false;
    };
    void dropExpired();
    void giveBack(const std::string &key, const Parameters &parameters, const std::vector<std::string> &restoring);

    const Instance &m_instance;
    std::mutex m_mutex;
    std::map<std::string, Session> m_sessions;
};

/// The ids of the statements that run now. An id may be used once at a time, because clients kill by it.
class RunningQueries
{
public:
    using Registration = std::shared_ptr<void>;

    /// Null when the id is in use.
    [[nodiscard]] Registration enter(const std::string &queryId);
    [[nodiscard]] bool isEmpty() const;
    /// How many there have been.
    [[nodiscard]] size_t entered() const;

private:
    mutable std::mutex m_mutex;
    std::set<std::string> m_ids;
    size_t m_entered = 0;
};

} // namespace Engine
