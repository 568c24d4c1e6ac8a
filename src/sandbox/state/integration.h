// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <string>
#include <vector>

namespace Sandbox {

// The kinds for which ClickHouse holds something; all others only ship logs and metrics.
inline constexpr auto kafkaIntegration = "clickhouse_kafka";
inline constexpr auto postgresIntegration = "clickhouse_postgresql";
inline constexpr auto credentialsIntegration = "clickhouse_credentials";

/// Whether ClickHouse holds something for integrations of the type.
[[nodiscard]] bool isDataType(const std::string &type);

/// A server outside the project. Its name and type never change.
struct Endpoint
{
    std::string id;
    std::string name;
    std::string type;                             ///< "external_kafka", "datadog", …
    Core::Json userConfig = Core::Json::object(); ///< with the secrets in clear: the state's file is the user's alone
};

/// Joins a service or an endpoint to a service or an endpoint. Of each side exactly one is named.
struct Integration
{
    std::string id;
    std::string type;
    std::string sourceService;
    std::string destService;
    Core::Json userConfig = Core::Json::object();
    /// What ClickHouse has, in the words of the integration's kind (IntegrationKind::wanted); null before anything was
    /// made. While entries are changed, those concerned stand here by their name only, so that an interrupted change is
    /// finished at the next start.
    Core::Json applied = {};
    std::string sourceEndpointId = {};
    std::string sourceEndpointName = {}; ///< beside the id because databases are called by it
    std::string destEndpointId = {};

    [[nodiscard]] bool isData() const { return isDataType(type); }
    /// What the user asked ClickHouse to have: "tables", "databases" or "grants" by the type, the schema's default
    /// included; empty for types of which ClickHouse knows nothing.
    [[nodiscard]] const Core::Json &wanted() const;

    /// What the cloud calls the Kafka database and the named collection: "service_kafka-demo", dashes kept, or
    /// "endpoint_NAME". Documented for services and for credentials; for Kafka from an endpoint it follows from the
    /// reserved prefixes of databases.
    [[nodiscard]] std::string database() const;
    /// The database of one entry of a PostgreSQL integration: "service_pg-demo_defaultdb_public".
    [[nodiscard]] std::string database(const Core::Json &pair) const;
    /// Every database in ClickHouse that belongs to it, of what is wanted and of what was applied.
    [[nodiscard]] std::vector<std::string> databases() const;
    /// Whether the service is one of its sides.
    [[nodiscard]] bool concerns(const std::string &service) const;
};

} // namespace Sandbox
