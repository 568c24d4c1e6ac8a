// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connection.h"
#include "engine/errors.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace Engine {

/// The database of this process: one data folder, open from start to end. A keeper connection stays open all
/// the time, because closing the last connection and opening again breaks Kafka tables.
class Instance
{
public:
    /// Writes the configuration and opens the folder; the reason when that fails.
    [[nodiscard]] static Core::Expected<std::unique_ptr<Instance>, std::string>
    open(const Library &library, const std::string &folder, const std::map<std::string, std::string> &settings);

    [[nodiscard]] std::unique_ptr<Connection> connect() const;

    /// The engine's own parser gives the statement back in its canonical form. Short ones are remembered: clients
    /// repeat themselves, and parsing costs as much as running a small statement.
    [[nodiscard]] Core::Expected<std::string, Error> canonical(const std::string &sql);
    /// One value, or nothing, from a statement of ours with parameters.
    [[nodiscard]] std::string lookUp(const std::string &sql, const NamedValues &parameters) const;
    /// Gives the system back what statements of the past needed.
    void releaseMemory() const;
    /// Stops the statements that run under the client's id. Does not wait for their end.
    void kill(const std::string &queryId) const;
    void killEverything() const;
    /// How many statements a client has killed: a stream that waits for its own client sees whether to look.
    [[nodiscard]] unsigned kills() const { return m_kills; }
    void countKill() { ++m_kills; }
    [[nodiscard]] bool isCancelled(const std::string &queryId) const;
    /// What a running statement has done so far; zeros when it is not running.
    [[nodiscard]] Counters progress(const std::string &queryId) const;

    [[nodiscard]] const std::string &version() const { return m_version; }

private:
    Instance(const Library &library, std::vector<std::string> arguments);

    const Library &m_library;
    std::vector<std::string> m_arguments;
    std::mutex m_keeperMutex;
    Connection m_keeper;
    std::unordered_map<std::string, std::string> m_canonical; ///< of short statements
    std::string m_version;
    std::atomic<unsigned> m_kills = 0;
};

} // namespace Engine
