// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/postgresintegrations.h"

#include "sandbox/clickhouse/sqltext.h"

#include <algorithm>
#include <set>

namespace Sandbox {

namespace {

using Core::Json;

constexpr int invalid = 36; // ClickHouse's BAD_ARGUMENTS

struct Pair
{
    std::string database;
    std::string schema;
};

/// With the schema's defaults.
Pair pairOf(const Json &entry)
{
    const auto text = [&entry](const char *key, const char *otherwise) {
        const Json &value = Core::memberAt(entry, key);
        return value.is_string() ? value.get<std::string>() : std::string(otherwise);
    };
    return {text("database", "defaultdb"), text("schema", "public")};
}

bool holds(const Json &list, const Json &entry)
{
    return std::find(list.begin(), list.end(), entry) != list.end();
}

/// Whether libpq's text is about the database; before a session there is no code to tell.
bool isAboutDatabase(const PostgresError &error, const std::string &database)
{
    return error.message.find("database \"" + database + '"') != std::string::npos;
}

Core::Outcome<EngineError> checkPair(PostgresAddress address, const Pair &pair, const std::string &path)
{
    address.database = pair.database;
    auto connection = PostgresConnection::open(address);
    if (!connection) {
        const PostgresError &error = connection.error();
        return Core::Unexpected{EngineError{invalid, "PostgreSQL cannot be used: " + error.message,
                                            isAboutDatabase(error, pair.database) ? path + ".database" : path}};
    }
    const auto found = connection->run("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1", {pair.schema});
    if (!found)
        return Core::Unexpected{EngineError{invalid, "PostgreSQL refused: " + found.error().message, path}};
    if (found->empty())
        return Core::Unexpected{EngineError{invalid,
                                            "PostgreSQL's database \"" + pair.database + "\" has no schema \"" +
                                                pair.schema + "\". Create it there, or name another one",
                                            path + ".schema"}};
    return std::monostate{};
}

/// SHOW CREATE and the system tables hide the password, and users cannot read the engine's files.
std::string createDatabase(const std::string &name, const PostgresAddress &address, const Pair &pair)
{
    return "CREATE DATABASE " + quotedName(name) + " ENGINE = PostgreSQL(" +
           quotedText(address.host + ':' + std::to_string(address.port)) + ", " + quotedText(pair.database) + ", " +
           quotedText(address.user) + ", " + quotedText(address.password) + ", " + quotedText(pair.schema) + ')';
}

std::string dropDatabase(const std::string &name)
{
    return "DROP DATABASE IF EXISTS " + quotedName(name);
}

} // namespace

PostgresIntegrations::PostgresIntegrations(Engine &engine, std::shared_ptr<PostgresSources> sources)
    : m_engine(engine)
    , m_sources(std::move(sources))
{}

/// While the PostgreSQL service is off the databases stay as they are.
Json PostgresIntegrations::wanted(const State &state, const Integration &integration) const
{
    const auto address = m_sources->addressForClickHouse(state, integration);
    if (!address)
        return integration.applied.is_array() ? integration.applied : Json::array();
    Json entries = Json::array();
    for (const Json &entry : integration.wanted()) {
        const Pair pair = pairOf(entry);
        entries.push_back({{"name", integration.database(entry)},
                           {"database", pair.database},
                           {"schema", pair.schema},
                           {"source", digest(*address)}});
    }
    return entries;
}

Core::Outcome<EngineError> PostgresIntegrations::check(const State &state, const Integration &integration)
{
    const auto address = m_sources->awaitedAddress(state, integration);
    if (!address)
        return Core::Unexpected{address.error()};
    std::set<std::string> taken;
    std::size_t index = 0;
    for (const Json &entry : integration.wanted()) {
        const std::string path = "databases[" + std::to_string(index++) + ']';
        if (!taken.insert(integration.database(entry)).second)
            return Core::Unexpected{
                EngineError{invalid, "The database " + integration.database(entry) + " is asked for twice", path}};
        if (auto checked = checkPair(*address, pairOf(entry), path); !checked)
            return checked;
    }
    return std::monostate{};
}

Core::Outcome<EngineError> PostgresIntegrations::apply(const State &state, const Integration &integration,
                                                       const Json &before)
{
    const auto address = m_sources->addressForClickHouse(state, integration);
    if (!address)
        return Core::Unexpected{address.error()};
    const Json after = wanted(state, integration);
    for (const Json &entry : before) {
        if (holds(after, entry))
            continue;
        if (auto dropped = execute(dropDatabase(entry.at("name"))); !dropped)
            return dropped;
    }
    for (const Json &entry : after) {
        if (holds(before, entry))
            continue;
        if (auto made = execute(createDatabase(entry.at("name"), *address, pairOf(entry))); !made)
            return made;
    }
    return std::monostate{};
}

Core::Outcome<EngineError> PostgresIntegrations::drop(const Integration &integration)
{
    std::set<std::string> names;
    for (const Json &entry : integration.wanted())
        names.insert(integration.database(entry));
    for (const Json &entry : integration.applied)
        names.insert(entry.at("name").get<std::string>());
    for (const std::string &name : names) {
        if (auto dropped = execute(dropDatabase(name)); !dropped)
            return dropped;
    }
    return std::monostate{};
}

Core::Outcome<EngineError> PostgresIntegrations::execute(const std::string &sql)
{
    const auto answer = m_engine.runInternal(sql);
    return answer ? Core::Outcome<EngineError>(std::monostate{}) : Core::Unexpected{answer.error()};
}

} // namespace Sandbox
