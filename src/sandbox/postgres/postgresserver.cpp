// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/postgres/postgresserver.h"

#include "sandbox/postgres/portreservation.h"
#include "sandbox/postgres/postgrescluster.h"
#include "sandbox/postgres/postgresusers.h"
#include "sandbox/process/serverprocess.h"

#include <algorithm>
#include <mutex>
#include <thread>

namespace Sandbox {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto startTimeout = 30s;
constexpr auto readyTimeout = 20s; ///< initdb on a busy machine is part of the first start
constexpr auto *ownDatabase = "postgres";

} // namespace

class PostgresServer::Private
{
public:
    Private(PostgresInstallation installation, Options wish);

    [[nodiscard]] Core::Expected<int, std::string> awaitServer(ChildProcess &server);
    [[nodiscard]] Core::Outcome<PostgresError> fill();
    [[nodiscard]] Core::Outcome<PostgresError> fillNew(const std::map<std::string, std::string> &users);
    [[nodiscard]] Core::Expected<PostgresConnection, PostgresError> openAsAdministrator(const std::string &database);
    [[nodiscard]] Core::Expected<PostgresConnection, PostgresError> openWhenReady();
    [[nodiscard]] std::map<std::string, std::string> currentUsers() const;

    const Options options;
    PortReservation reservation;
    PostgresCluster cluster;

    mutable std::mutex usersMutex;
    std::map<std::string, std::string> users;
    ServerProcess process; ///< last: its thread uses the others
};

PostgresServer::Private::Private(PostgresInstallation installation, Options wish)
    : options(std::move(wish))
    , cluster(std::move(installation), options.dataFolder)
    , users(options.users)
    , process({"the PostgreSQL of " + options.serviceName, [this] { return cluster.prepare(); },
               [this](int) { return cluster.startServer(reservation.port()); },
               [this](ChildProcess &server) { return awaitServer(server); }})
{}

/// A server that answers is not ready before its users, databases and data are there.
Core::Expected<int, std::string> PostgresServer::Private::awaitServer(ChildProcess &server)
{
    const auto deadline = Clock::now() + startTimeout;
    while (!cluster.isServing(server)) {
        if (!server.isRunning() || Clock::now() > deadline)
            return Core::Unexpected{std::string()};
        std::this_thread::sleep_for(20ms);
    }
    if (const auto filled = fill(); !filled)
        return Core::Unexpected{"it could not be filled (" + filled.error().message + ")"};
    if (const auto kept = cluster.keep(); !kept)
        return Core::Unexpected{kept.error()};
    return reservation.port();
}

Core::Outcome<PostgresError> PostgresServer::Private::fill()
{
    const auto wanted = currentUsers();
    const auto open = [this](const std::string &database) { return openAsAdministrator(database); };
    if (auto made = applyUsers(open, options.mainUser, wanted); !made)
        return made;
    return cluster.isNew() ? fillNew(wanted) : std::monostate{};
}

Core::Outcome<PostgresError> PostgresServer::Private::fillNew(const std::map<std::string, std::string> &wanted)
{
    auto administrator = openAsAdministrator(ownDatabase);
    if (!administrator)
        return Core::Unexpected{administrator.error()};
    for (const std::string &database : options.databases) {
        const auto made = administrator->run("CREATE DATABASE " + postgresName(database) + " OWNER " +
                                             postgresName(options.mainUser));
        if (!made)
            return Core::Unexpected{made.error()};
    }
    const auto password = wanted.find(options.mainUser);
    for (const Script &script : options.scripts) {
        auto connection =
            PostgresConnection::open({"127.0.0.1", reservation.port(), options.mainUser,
                                      password == wanted.end() ? std::string() : password->second, script.database});
        if (!connection)
            return Core::Unexpected{connection.error()};
        if (auto done = connection->runScript(script.statements); !done)
            return done;
    }
    return std::monostate{};
}

Core::Expected<PostgresConnection, PostgresError>
PostgresServer::Private::openAsAdministrator(const std::string &database)
{
    return PostgresConnection::open({"127.0.0.1", reservation.port(), "postgres", cluster.password(), database});
}

Core::Expected<PostgresConnection, PostgresError> PostgresServer::Private::openWhenReady()
{
    if (const auto ready = process.waitUntilReady(readyTimeout); !ready)
        return Core::Unexpected{
            PostgresError{{}, "The PostgreSQL of " + options.serviceName + " is not available: " + ready.error()}};
    return openAsAdministrator(ownDatabase);
}

std::map<std::string, std::string> PostgresServer::Private::currentUsers() const
{
    const std::scoped_lock lock(usersMutex);
    return users;
}

PostgresServer::PostgresServer(PostgresInstallation installation, Options options)
    : d(std::make_unique<Private>(std::move(installation), std::move(options)))
{}

PostgresServer::~PostgresServer() = default;

void PostgresServer::start()
{
    d->process.start();
}

int PostgresServer::port() const
{
    return d->reservation.port();
}

bool PostgresServer::isReady() const
{
    return d->process.isReady();
}

Core::Outcome<std::string> PostgresServer::waitUntilReady()
{
    if (const auto opened = d->openWhenReady(); !opened)
        return Core::Unexpected{opened.error().message};
    return std::monostate{};
}

Core::Outcome<PostgresError> PostgresServer::setUsers(const std::map<std::string, std::string> &users)
{
    {
        const std::scoped_lock lock(d->usersMutex);
        d->users = users;
    }
    if (!isReady()) // its start sets them
        return std::monostate{};
    return applyUsers([this](const std::string &database) { return d->openAsAdministrator(database); },
                      d->options.mainUser, users);
}

PostgresAddress PostgresServer::address(const std::string &database) const
{
    const auto users = d->currentUsers();
    const auto found = users.find(d->options.mainUser);
    return {"127.0.0.1", port(), d->options.mainUser, found == users.end() ? std::string() : found->second, database};
}

Core::Expected<std::vector<PostgresDatabase>, PostgresError> PostgresServer::databases()
{
    auto connection = d->openWhenReady();
    if (!connection)
        return Core::Unexpected{connection.error()};
    const auto rows = connection->run("SELECT datname, datcollate, datctype FROM pg_database "
                                      "WHERE NOT datistemplate AND datname <> $1 ORDER BY datname",
                                      {ownDatabase});
    if (!rows)
        return Core::Unexpected{rows.error()};
    std::vector<PostgresDatabase> databases;
    std::transform(rows->begin(), rows->end(), std::back_inserter(databases), [](const PostgresConnection::Row &row) {
        return PostgresDatabase{row[0], row[1], row[2]};
    });
    return databases;
}

Core::Outcome<PostgresError> PostgresServer::createDatabase(const std::string &name)
{
    auto connection = d->openWhenReady();
    if (!connection)
        return Core::Unexpected{connection.error()};
    return connection->runScript("CREATE DATABASE " + postgresName(name) + " OWNER " +
                                 postgresName(d->options.mainUser));
}

Core::Outcome<PostgresError> PostgresServer::dropDatabase(const std::string &name)
{
    auto connection = d->openWhenReady();
    if (!connection)
        return Core::Unexpected{connection.error()};
    // The templates and the administrator's database are not the service's: to its owner they do not exist.
    const auto found = connection->run(
        "SELECT 1 FROM pg_database WHERE datname = $1 AND NOT datistemplate AND datname <> $2", {name, ownDatabase});
    if (!found)
        return Core::Unexpected{found.error()};
    if (found->empty())
        return Core::Unexpected{PostgresError{"3D000", "database \"" + name + "\" does not exist"}};
    return connection->runScript("DROP DATABASE " + postgresName(name) + " WITH (FORCE)");
}

} // namespace Sandbox
