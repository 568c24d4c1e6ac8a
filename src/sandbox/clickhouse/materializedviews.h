// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clickhouse/tablecheck.h"

#include <set>
#include <string>
#include <vector>

namespace Sandbox {

/// What ClickHouse is told for the "materialized_view" of one entry of "tables": a target table that keeps the rows, and
/// a view that brings them there. How the cloud calls the target is not known; here it is the view's name and "_target".
class MaterializedViewSql
{
public:
    /// The database is the integration's, where the Kafka table is.
    MaterializedViewSql(const std::string &database, const Core::Json &table);

    [[nodiscard]] const std::string &database() const { return m_database; }
    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] std::string targetName() const { return m_name + "_target"; }
    /// "`default`.`v`"
    [[nodiscard]] std::string qualified(const std::string &table) const;

    [[nodiscard]] std::string createTarget() const;
    [[nodiscard]] std::string changeTtl() const;
    /// A target that was there already may lack columns: these are passed over until somebody adds them to it.
    [[nodiscard]] std::string createView(const std::set<std::string> &targetColumns) const;
    /// A table like the target that ends with the connection: tells whether ClickHouse would take it.
    [[nodiscard]] std::string tryTarget() const;
    /// Comments tell whose a view and a target are, and how they were made.
    [[nodiscard]] std::string targetComment() const;
    [[nodiscard]] std::string viewComment() const;

private:
    std::string m_source;
    std::string m_integration;
    std::string m_database;
    std::string m_name;
    std::vector<std::string> m_columnNames;
    std::string m_columns; ///< "`id` UInt64\n, …"
    std::string m_engine;  ///< "MergeTree() ORDER BY (`id`)"
    std::string m_ttl;     ///< "toDateTime(`time`) + INTERVAL 3 DAY", may be empty
};

/// The views that the tables of one integration ask for.
class MaterializedViews
{
public:
    MaterializedViews(std::string database, RunSql run);

    /// Whether all of them could be made; changes nothing. The error's path names the property.
    [[nodiscard]] Core::Outcome<EngineError> check(const Core::Json &tables);
    /// Drops the views that are not wanted, or not like that. To be called before the Kafka tables change, so that none
    /// reads a column that is no longer there. Targets stay: what was stored is the user's.
    [[nodiscard]] Core::Outcome<EngineError> dropOthers(const Core::Json &tables);
    /// Makes those that are missing.
    [[nodiscard]] Core::Outcome<EngineError> create(const Core::Json &tables);

private:
    struct Existing
    {
        std::string database;
        std::string name;
        std::string comment;
    };

    [[nodiscard]] Core::Outcome<EngineError> checkView(const Core::Json &table, std::size_t index);
    [[nodiscard]] Core::Outcome<EngineError> checkPlaces(const MaterializedViewSql &sql, const std::string &path);
    [[nodiscard]] Core::Expected<std::vector<Existing>, EngineError> existing(const std::string &condition);
    [[nodiscard]] Core::Outcome<EngineError> createOne(const MaterializedViewSql &sql);
    [[nodiscard]] Core::Outcome<EngineError> execute(const std::string &sql);

    const std::string m_database;
    const RunSql m_run;
};

} // namespace Sandbox
