// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clickhouse/kafkaddl.h"
#include "sandbox/clickhouse/tablecheck.h"

#include <set>
#include <string>
#include <vector>

namespace Sandbox {

/// Brings the Kafka tables of one database to what the configuration says. All new tables are created under passing names
/// first; only when ClickHouse has accepted each of them are the old ones dropped and the new ones given their names. So a
/// configuration that is refused has changed nothing.
class KafkaTables
{
public:
    KafkaTables(std::string database, RunSql run);

    [[nodiscard]] Core::Outcome<EngineError> apply(const KafkaCluster &cluster, const Core::Json &before,
                                                   const Core::Json &after);
    [[nodiscard]] Core::Outcome<EngineError> drop();

private:
    struct NewTable
    {
        KafkaTableSql sql;
        std::string passingName;
        std::string path; ///< of its entry in the configuration
    };
    struct Plan
    {
        std::vector<NewTable> create;
        std::vector<std::string> drop;
        std::set<std::string> collections; ///< that are in use afterwards
    };

    [[nodiscard]] Core::Expected<Plan, EngineError> plan(const Core::Json &before, const Core::Json &after);
    [[nodiscard]] Core::Outcome<EngineError> create(const KafkaCluster &cluster, const std::vector<NewTable> &tables);
    [[nodiscard]] Core::Outcome<EngineError> replace(const Plan &plan);
    void dropTables(const std::vector<std::string> &names);
    void dropCollectionsExcept(const std::set<std::string> &inUse);
    [[nodiscard]] Core::Expected<std::set<std::string>, EngineError> namesFrom(const std::string &sql);
    [[nodiscard]] Core::Outcome<EngineError> execute(const std::string &sql);
    [[nodiscard]] std::string qualified(const std::string &table) const;

    const std::string m_database;
    const RunSql m_run;
};

} // namespace Sandbox
