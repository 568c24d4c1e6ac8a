// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "sandbox/postgres/postgresconnection.h"
#include "sandbox/postgres/postgresinstallation.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace Sandbox {

struct PostgresDatabase
{
    std::string name;
    std::string collation;
    std::string characterType;
};

/// The PostgreSQL of one service: a cluster of its own, so that its users, databases and data are nobody else's. It is
/// started again when it dies. Every function is thread-safe; those that need the server wait until it is ready.
class PostgresServer
{
public:
    /// What a database holds from the beginning.
    struct Script
    {
        std::string database;
        std::string statements; ///< run as the main user
    };
    struct Options
    {
        std::string serviceName;
        std::string dataFolder;                   ///< made when it does not exist
        std::string mainUser = "avnadmin";        ///< owns the databases; may make users and databases
        std::map<std::string, std::string> users; ///< name to password; may change by setUsers()
        std::vector<std::string> databases;       ///< made with the cluster, the scripts' databases among them
        std::vector<Script> scripts;
    };

    PostgresServer(PostgresInstallation installation, Options options);
    /// Ends the server; clients are disconnected.
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// Begins to start the server unless it runs or starts already; returns at once. The first start makes the cluster,
    /// which takes a second or two.
    void start();
    /// Where it listens on 127.0.0.1, or will; the port is this object's before the server starts.
    [[nodiscard]] int port() const;
    /// Whether clients are served.
    [[nodiscard]] bool isReady() const;
    /// Starts it when needed; the error is a sentence.
    [[nodiscard]] Core::Outcome<std::string> waitUntilReady();
    /// Users that are not named any more are dropped, what they own becomes the main user's.
    [[nodiscard]] Core::Outcome<PostgresError> setUsers(const std::map<std::string, std::string> &users);
    /// How the main user reaches a database.
    [[nodiscard]] PostgresAddress address(const std::string &database) const;

    /// Without the templates and the administrator's own.
    [[nodiscard]] Core::Expected<std::vector<PostgresDatabase>, PostgresError> databases();
    [[nodiscard]] Core::Outcome<PostgresError> createDatabase(const std::string &name);
    /// Disconnects its clients first.
    [[nodiscard]] Core::Outcome<PostgresError> dropDatabase(const std::string &name);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Sandbox
