// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clickhouse/kafkacluster.h"

#include <string>
#include <vector>

namespace Sandbox {

/// What ClickHouse is told for one entry of the "tables" array of a clickhouse_kafka configuration. The entry has passed
/// the schema; its further member "cluster" is the digest of the cluster that its messages come from.
class KafkaTableSql
{
public:
    KafkaTableSql(std::string database, const Core::Json &table);

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] const std::string &group() const { return m_group; }
    [[nodiscard]] const std::vector<std::string> &topics() const { return m_topics; }

    /// Options that ClickHouse knows only as librdkafka's, and the cluster's, are in a named collection. Tables with the
    /// same options share one; its name is the database's and a digest of the options.
    [[nodiscard]] std::string collectionName() const;
    [[nodiscard]] std::string createCollection(const KafkaCluster &cluster) const;
    [[nodiscard]] std::string createTable(const std::string &name) const;
    /// Two entries with the same fingerprint make the same table.
    [[nodiscard]] std::string fingerprint() const { return collectionName() + createTable(m_name); }

private:
    std::string m_database;
    std::string m_name;
    std::string m_group;
    std::vector<std::string> m_topics;
    std::string m_columns;  ///< "`id` UInt64\n, …"
    std::string m_settings; ///< "kafka_format = 'CSV', …"
    std::string m_format;
    std::string m_options; ///< the named collection's, without the cluster's
    std::string m_cluster; ///< digest
};

/// The named collections of a database are found by this beginning of their names.
[[nodiscard]] std::string collectionPrefix(const std::string &database);

} // namespace Sandbox
