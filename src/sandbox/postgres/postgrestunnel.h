// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/postgres/postgresconnection.h"

#include <atomic>
#include <list>
#include <thread>

namespace Sandbox {

/// Listens on a port of 127.0.0.1, takes PostgreSQL connections in plain text there and passes them on to one server with
/// TLS. When the server cannot be reached, or is not who it should be, the client gets a PostgreSQL error that says so.
class PostgresTunnel
{
public:
    /// Throws std::runtime_error when there is no port at all.
    explicit PostgresTunnel(PostgresAddress server);
    /// Cuts every connection.
    ~PostgresTunnel();
    PostgresTunnel(const PostgresTunnel &) = delete;
    PostgresTunnel &operator=(const PostgresTunnel &) = delete;

    [[nodiscard]] int port() const { return m_port; }

private:
    struct Passage
    {
        std::thread thread;
        std::atomic<bool> hasEnded = false;
    };

    void accept();
    void pass(int client) const;

    const PostgresAddress m_server;
    int m_listener = -1;
    int m_end = -1; ///< an event that becomes readable, for all, when the tunnel ends
    int m_port = 0;
    std::list<Passage> m_passages;
    std::thread m_thread;
};

} // namespace Sandbox
