// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sessions.h"
#include "engine/instance.h"
#include "engine/tokens.h"

namespace Engine {
namespace {

std::string line(Connection &connection, const std::string &sql)
{
    std::string text = connection.run(sql, "TabSeparatedRaw").bytes;
    return text.substr(0, text.find('\n'));
}

/// The statements that bring back what a request's URL is about to change: that holds for the request only, while SET
/// and USE hold for the session.
std::vector<std::string> restoringStatements(Connection &connection, const Parameters &parameters)
{
    std::vector<std::string> statements;
    std::string names;
    for (const auto &[name, value] : parameters.settings)
        names += (names.empty() ? "" : ", ") + quoteString(name);
    if (!names.empty())
        statements.push_back(
            line(connection, "SELECT concat('SET ', arrayStringConcat(groupArray(concat(name, ' = ', if(changed, "
                             "trim(BOTH '()' FROM formatRowNoNewline('Values', value)), 'DEFAULT'))), ', ')) "
                             "FROM system.settings WHERE name IN (" +
                                 names + ")"));
    if (!parameters.database.empty())
        statements.push_back("USE " + quoteIdentifier(line(connection, "SELECT currentDatabase()")));
    // Also ends what a failed statement leaves behind: it stays in system.processes until the next one.
    statements.emplace_back("SELECT 1");
    return statements;
}

} // namespace

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
    if (!session.connection) {
        session.connection = m_instance.connect();
        session.connection->run("SET stream_flush_interval_ms = 2000");
    }
    session.busy = true;
    Connection *connection = session.connection.get();
    return Lease(connection, [this, key, parameters, restoring = restoringStatements(*connection, parameters)](
                                 Connection *) { giveBack(key, parameters, restoring); });
}

void Sessions::dropExpired()
{
    const auto now = std::chrono::steady_clock::now();
    std::erase_if(m_sessions, [now](const auto &entry) { return !entry.second.busy && entry.second.expires < now; });
}

void Sessions::giveBack(const std::string &key, const Parameters &parameters, const std::vector<std::string> &restoring)
{
    const std::lock_guard lock(m_mutex);
    Session &session = m_sessions[key];
    if (parameters.closeSession) {
        m_sessions.erase(key);
        return;
    }
    for (const std::string &statement : restoring)
        session.connection->run(statement);
    session.expires = std::chrono::steady_clock::now() + std::chrono::seconds(parameters.sessionTimeout);
    session.busy = false;
}

RunningQueries::Registration RunningQueries::enter(const std::string &queryId)
{
    const std::lock_guard lock(m_mutex);
    if (!m_ids.insert(queryId).second)
        return nullptr;
    ++m_entered;
    return Registration(this, [this, queryId](void *) {
        const std::lock_guard guard(m_mutex);
        m_ids.erase(queryId);
    });
}

size_t RunningQueries::entered() const
{
    const std::lock_guard lock(m_mutex);
    return m_entered;
}

bool RunningQueries::isEmpty() const
{
    const std::lock_guard lock(m_mutex);
    return m_ids.empty();
}

} // namespace Engine
