// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/postgres/postgressources.h"

#include <QCryptographicHash>

namespace Sandbox {

namespace {

using Core::Json;

std::string textAt(const Json &object, const char *key)
{
    const Json &value = Core::memberAt(object, key);
    return value.is_string() ? value.get<std::string>() : std::string();
}

} // namespace

PostgresAddress postgresAddress(const Json &config)
{
    PostgresAddress address;
    address.host = textAt(config, "host");
    address.port = static_cast<int>(Core::integerAt(config, "port"));
    address.user = textAt(config, "username");
    address.password = textAt(config, "password");
    address.database = textAt(config, "default_database");
    const std::string mode = textAt(config, "ssl_mode");
    address.sslMode = mode.empty() ? "verify-full" : mode; // the schema's default
    address.rootCertificate = textAt(config, "ssl_root_cert");
    address.clientCertificate = textAt(config, "ssl_client_certificate");
    address.clientKey = textAt(config, "ssl_client_key");
    return address;
}

std::string digest(const std::vector<std::string> &values)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const std::string &value : values)
        hash.addData(QByteArray::number(qulonglong(value.size())) + ':' + QByteArray::fromStdString(value));
    return hash.result().toHex().left(24).toStdString();
}

std::string digest(const PostgresAddress &address)
{
    return digest({address.host, std::to_string(address.port), address.user, address.password, address.database,
                   address.sslMode, address.rootCertificate, address.clientCertificate, address.clientKey});
}

Core::Expected<PostgresAddress, EngineError> PostgresSources::address(const State &state,
                                                                      const Integration &integration) const
{
    if (!integration.sourceEndpointId.empty()) {
        const Endpoint *endpoint = state.endpoint(integration.sourceEndpointId);
        if (!endpoint)
            return Core::Unexpected{
                EngineError{0, "The endpoint " + integration.sourceEndpointName + " does not exist", {}}};
        return postgresAddress(endpoint->userConfig);
    }
    const auto server = m_findServer(integration.sourceService);
    if (!server)
        return Core::Unexpected{EngineError{0, "Service " + integration.sourceService + " is powered off", {}}};
    server->start();
    return server->address("defaultdb");
}

Core::Expected<PostgresAddress, EngineError> PostgresSources::awaitedAddress(const State &state,
                                                                             const Integration &integration) const
{
    const auto server = m_findServer(integration.sourceService);
    if (server) {
        if (const auto ready = server->waitUntilReady(); !ready)
            return Core::Unexpected{EngineError{0, ready.error(), {}}};
    }
    return address(state, integration);
}

Core::Expected<PostgresAddress, EngineError> PostgresSources::addressForClickHouse(const State &state,
                                                                                   const Integration &integration)
{
    const auto direct = address(state, integration);
    return direct ? m_tunnels.through(*direct) : direct;
}

} // namespace Sandbox
