// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sessions.h"
#include "engine/instance.h"

namespace Engine {

Core::Expected<Sessions::Lease, Error> Sessions::lease(const std::string &user, const Parameters &parameters)
{
    if (parameters.sessionId.empty())
        return Lease(m_instance.connect());
    const std::lock_guard lock(m_mutex);
    dropExpired();
    const std::string key = user + '\n' + parameters.sessionId;
    if (parameters.sessionCheck && !m_sessions.count(key))
        return Core::Unexpected{makeError(Code::SessionNotFound, "Session " + parameters.sessionId + " not found")};
    Session &session = m_sessions[key];
    if (session.busy)
        return Core::Unexpected{
            makeError(Code::SessionIsLocked, "Session " + parameters.sessionId + " is locked by a concurrent client")};
    if (!session.connection)
        session.connection = m_instance.connect();
    session.busy = true;
    Connection *connection = session.connection.get();
    return Lease(connection, [this, key, timeout = parameters.sessionTimeout,
                              unset = unsetStatement(parameters)](Connection *) { giveBack(key, timeout, unset); });
}

void Sessions::dropExpired()
{
    const auto now = std::chrono::steady_clock::now();
    std::erase_if(m_sessions, [now](const auto &entry) { return !entry.second.busy && entry.second.expires < now; });
}

void Sessions::giveBack(const std::string &key, int timeout, const std::string &unset)
{
    const std::lock_guard lock(m_mutex);
    Session &session = m_sessions[key];
    // Also ends what a failed statement leaves behind: it stays in system.processes until the next one.
    session.connection->run(unset.empty() ? "SELECT 1" : unset);
    session.expires = std::chrono::steady_clock::now() + std::chrono::seconds(timeout);
    session.busy = false;
}

RunningQueries::Registration RunningQueries::enter(const std::string &queryId)
{
    const std::lock_guard lock(m_mutex);
    if (!m_ids.insert(queryId).second)
        return nullptr;
    return Registration(this, [this, queryId](void *) {
        const std::lock_guard guard(m_mutex);
        m_ids.erase(queryId);
    });
}

bool RunningQueries::isEmpty() const
{
    const std::lock_guard lock(m_mutex);
    return m_ids.empty();
}

} // namespace Engine
