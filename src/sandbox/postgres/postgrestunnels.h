// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/postgres/postgresconnection.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace Sandbox {

class PostgresTunnel;

/// ClickHouse's PostgreSQL client encrypts when the server offers it and checks no certificate; it has no option for more.
/// Servers that demand more (require, verify-ca, verify-full) are reached through a tunnel of the sandbox on 127.0.0.1,
/// which speaks TLS to the server as asked. The password is asked by the server itself, so nobody gains anything by
/// finding the tunnel's port.
class PostgresTunnels
{
public:
    PostgresTunnels();
    ~PostgresTunnels();

    /// The address for ClickHouse: the tunnel's, made when it is asked for first, or the same address when no tunnel is
    /// needed.
    [[nodiscard]] PostgresAddress through(const PostgresAddress &address);

private:
    std::mutex m_mutex;
    std::map<std::string, std::unique_ptr<PostgresTunnel>> m_tunnels; ///< by the address's digest
};

} // namespace Sandbox
