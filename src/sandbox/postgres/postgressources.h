// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clickhouse/engine.h"
#include "sandbox/postgres/postgresserver.h"
#include "sandbox/postgres/postgrestunnels.h"
#include "sandbox/state/model.h"

#include <functional>

namespace Sandbox {

/// Finds the PostgreSQL servers that integrations read: those of the sandbox's services and those of endpoints.
class PostgresSources
{
public:
    /// The server of a service, null while it is powered off.
    using FindServer = std::function<std::shared_ptr<PostgresServer>(const std::string &service)>;

    explicit PostgresSources(FindServer findServer) : m_findServer(std::move(findServer)) {}

    /// How the sandbox itself reaches it. A service that is not running yet is started, not awaited.
    [[nodiscard]] Core::Expected<PostgresAddress, EngineError> address(const State &state,
                                                                       const Integration &integration) const;
    /// The same, after the service has become ready.
    [[nodiscard]] Core::Expected<PostgresAddress, EngineError> awaitedAddress(const State &state,
                                                                              const Integration &integration) const;
    /// How ClickHouse reaches it: servers that demand TLS through a tunnel.
    [[nodiscard]] Core::Expected<PostgresAddress, EngineError> addressForClickHouse(const State &state,
                                                                                    const Integration &integration);

private:
    const FindServer m_findServer;
    PostgresTunnels m_tunnels;
};

/// The address of an endpoint of type external_postgresql. Its database is the endpoint's default or empty.
[[nodiscard]] PostgresAddress postgresAddress(const Core::Json &endpointConfig);

/// Tells addresses apart without telling what is in them.
[[nodiscard]] std::string digest(const std::vector<std::string> &values);
[[nodiscard]] std::string digest(const PostgresAddress &address);

} // namespace Sandbox
