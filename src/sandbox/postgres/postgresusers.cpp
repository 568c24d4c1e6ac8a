// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/postgres/postgresusers.h"

#include <set>
#include <vector>

namespace Sandbox {

namespace {

constexpr auto *listUsers =
    "SELECT rolname FROM pg_roles WHERE rolcanlogin AND NOT rolsuper AND NOT rolname LIKE 'pg\\_%'";
constexpr auto *listDatabases = "SELECT datname FROM pg_database WHERE datallowconn";

Core::Expected<std::set<std::string>, PostgresError> namesFrom(PostgresConnection &connection, const char *statement)
{
    const auto rows = connection.run(statement);
    if (!rows)
        return Core::Unexpected{rows.error()};
    std::set<std::string> names;
    for (const auto &row : *rows)
        names.insert(row[0]);
    return names;
}

/// In one transaction, so that nobody is left half made.
std::string statementsFor(PostgresConnection &connection, const std::string &user, const std::string &password,
                          const std::string &mainUser, bool exists)
{
    const std::string name = postgresName(user);
    const char *rights = user == mainUser ? " LOGIN CREATEDB CREATEROLE REPLICATION" : " LOGIN";
    return (exists ? std::string() : "CREATE ROLE " + name + ";") + "ALTER ROLE " + name + rights + " PASSWORD " +
           postgresText(connection.encryptedPassword(user, password));
}

Core::Outcome<PostgresError> dropUser(const OpenPostgres &open, const std::set<std::string> &databases,
                                      const std::string &user, const std::string &heir)
{
    const std::string name = postgresName(user);
    for (const std::string &database : databases) {
        auto connection = open(database);
        if (!connection)
            return Core::Unexpected{connection.error()};
        if (auto moved = connection->runScript("REASSIGN OWNED BY " + name + " TO " + postgresName(heir) +
                                               ";DROP OWNED BY " + name);
            !moved)
            return moved;
    }
    auto connection = open("postgres");
    return connection ? connection->runScript("DROP ROLE " + name) : Core::Unexpected{connection.error()};
}

} // namespace

Core::Outcome<PostgresError> applyUsers(const OpenPostgres &openAsAdministrator, const std::string &mainUser,
                                        const std::map<std::string, std::string> &users)
{
    auto connection = openAsAdministrator("postgres");
    if (!connection)
        return Core::Unexpected{connection.error()};
    const auto existing = namesFrom(*connection, listUsers);
    if (!existing)
        return Core::Unexpected{existing.error()};
    for (const auto &[user, password] : users) {
        if (auto made =
                connection->runScript(statementsFor(*connection, user, password, mainUser, existing->contains(user)));
            !made)
            return made;
    }
    const auto databases = namesFrom(*connection, listDatabases);
    if (!databases)
        return Core::Unexpected{databases.error()};
    for (const std::string &user : *existing) {
        if (users.contains(user))
            continue;
        if (auto dropped = dropUser(openAsAdministrator, *databases, user, mainUser); !dropped)
            return dropped;
    }
    return std::monostate{};
}

} // namespace Sandbox
