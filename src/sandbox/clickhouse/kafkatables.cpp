// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/kafkatables.h"

#include "sandbox/clickhouse/sqltext.h"

#include <map>
#include <utility>

namespace Sandbox {

namespace {

using Core::Json;

std::map<std::string, std::string> fingerprints(const std::string &database, const Json &tables)
{
    std::map<std::string, std::string> result;
    for (const Json &table : tables) {
        const KafkaTableSql sql(database, table);
        result[sql.name()] = sql.fingerprint();
    }
    return result;
}

/// A name that no table has or will have; it is taken from then on.
std::string freeName(std::set<std::string> &taken)
{
    for (std::size_t number = taken.size();; ++number) {
        std::string name = ".new-" + std::to_string(number);
        if (taken.insert(name).second)
            return name;
    }
}

} // namespace

KafkaTables::KafkaTables(std::string database, RunSql run) : m_database(std::move(database)), m_run(std::move(run)) {}

Core::Outcome<EngineError> KafkaTables::apply(const KafkaCluster &cluster, const Json &before, const Json &after)
{
    if (auto checked = checkTables(after, m_run); !checked)
        return checked;
    if (auto made = execute("CREATE DATABASE IF NOT EXISTS " + quotedName(m_database)); !made)
        return made;
    const auto planned = plan(before, after);
    if (!planned)
        return Core::Unexpected{planned.error()};
    if (auto created = create(cluster, planned->create); !created)
        return created;
    if (auto replaced = replace(*planned); !replaced)
        return replaced;
    dropCollectionsExcept(planned->collections);
    return std::monostate{};
}

Core::Outcome<EngineError> KafkaTables::drop()
{
    // Not SYNC: a table that a view reads would never be dropped.
    if (auto dropped = execute("DROP DATABASE IF EXISTS " + quotedName(m_database)); !dropped)
        return dropped;
    dropCollectionsExcept({});
    return std::monostate{};
}

/// What is there but not wanted goes, leftovers of an interrupted apply included; what is wanted but not there, or not
/// like that, is made.
Core::Expected<KafkaTables::Plan, EngineError> KafkaTables::plan(const Json &before, const Json &after)
{
    auto existing = namesFrom("SELECT name FROM system.tables WHERE database = " + quotedText(m_database));
    if (!existing)
        return Core::Unexpected{existing.error()};
    const auto former = fingerprints(m_database, before);
    std::set<std::string> taken = *existing;
    for (const Json &table : after)
        taken.insert(KafkaTableSql(m_database, table).name());
    Plan plan;
    for (std::size_t i = 0; i < after.size(); ++i) {
        KafkaTableSql sql(m_database, after[i]);
        plan.collections.insert(sql.collectionName());
        const auto known = former.find(sql.name());
        if (known != former.end() && known->second == sql.fingerprint() && existing->erase(sql.name()) > 0)
            continue;
        plan.create.push_back({std::move(sql), freeName(taken), "tables[" + std::to_string(i) + ']'});
    }
    plan.drop.assign(existing->begin(), existing->end());
    return plan;
}

Core::Outcome<EngineError> KafkaTables::create(const KafkaCluster &cluster, const std::vector<NewTable> &tables)
{
    std::vector<std::string> created;
    std::set<std::string> collections;
    for (const NewTable &table : tables) {
        const std::string collection = table.sql.collectionName();
        Core::Outcome<EngineError> outcome = std::monostate{};
        if (collections.insert(collection).second)
            outcome = execute(table.sql.createCollection(cluster));
        if (outcome)
            outcome = execute(table.sql.createTable(table.passingName));
        if (!outcome) {
            dropTables(created);
            EngineError error = outcome.error();
            error.path = table.path;
            return Core::Unexpected{error};
        }
        created.push_back(table.passingName);
    }
    return std::monostate{};
}

Core::Outcome<EngineError> KafkaTables::replace(const Plan &plan)
{
    dropTables(plan.drop);
    std::string renames;
    for (const NewTable &table : plan.create)
        renames += (renames.empty() ? "" : ", ") + qualified(table.passingName) + " TO " + qualified(table.sql.name());
    if (renames.empty())
        return std::monostate{};
    return execute("RENAME TABLE " + renames);
}

void KafkaTables::dropTables(const std::vector<std::string> &names)
{
    for (const std::string &name : names)
        (void)execute("DROP TABLE IF EXISTS " + qualified(name)); // what stays is dropped by the next apply
}

/// A collection that stays by accident does no harm, so errors are passed over.
void KafkaTables::dropCollectionsExcept(const std::set<std::string> &inUse)
{
    const auto names = namesFrom("SELECT name FROM system.named_collections WHERE startsWith(name, " +
                                 quotedText(collectionPrefix(m_database)) + ')');
    if (!names)
        return;
    for (const std::string &name : *names) {
        if (!inUse.contains(name))
            (void)execute("DROP NAMED COLLECTION IF EXISTS " + quotedName(name));
    }
}

Core::Expected<std::set<std::string>, EngineError> KafkaTables::namesFrom(const std::string &sql)
{
    const auto answer = m_run(sql);
    if (!answer)
        return Core::Unexpected{answer.error()};
    std::set<std::string> names;
    for (const Json &row : answer->data)
        names.insert(row.at(0).get<std::string>());
    return names;
}

Core::Outcome<EngineError> KafkaTables::execute(const std::string &sql)
{
    const auto answer = m_run(sql);
    if (!answer)
        return Core::Unexpected{answer.error()};
    return std::monostate{};
}

std::string KafkaTables::qualified(const std::string &table) const
{
    return quotedName(m_database) + '.' + quotedName(table);
}

} // namespace Sandbox
