// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/postgres/postgrestunnels.h"

#include "sandbox/postgres/postgressources.h"
#include "sandbox/postgres/postgrestunnel.h"

namespace Sandbox {

PostgresTunnels::PostgresTunnels() = default;

PostgresTunnels::~PostgresTunnels() = default;

PostgresAddress PostgresTunnels::through(const PostgresAddress &address)
{
    if (address.sslMode != "require" && !address.sslMode.starts_with("verify"))
        return address;
    const std::scoped_lock lock(m_mutex);
    auto &tunnel = m_tunnels[digest(address)];
    if (!tunnel)
        tunnel = std::make_unique<PostgresTunnel>(address);
    PostgresAddress near = address;
    near.host = "127.0.0.1";
    near.port = tunnel->port();
    return near;
}

} // namespace Sandbox
