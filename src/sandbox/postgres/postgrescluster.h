// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "sandbox/postgres/postgresinstallation.h"
#include "sandbox/process/childprocess.h"

#include <optional>
#include <string>

namespace Sandbox {

/// The files of one PostgreSQL cluster below a folder: made by initdb in "cluster.new", which becomes "cluster" when it is
/// filled, so that a kill at any moment leaves a whole cluster or none.
///
/// PostgreSQL refuses to run as root, so root gives the folder to the user "postgres", or "nobody", and runs the
/// programs as the folder's owner. That user may not be allowed to walk to the folder: the programs know it as
/// /proc/self/fd/3, which needs no right on the folders above.
class PostgresCluster
{
public:
    PostgresCluster(PostgresInstallation installation, std::string folder);

    /// Makes the files unless they are there, and ends what a killed sandbox left running in them. The error is a
    /// sentence.
    [[nodiscard]] Core::Outcome<std::string> prepare();
    /// Whether the files are new and nothing is in them yet.
    [[nodiscard]] bool isNew() const { return m_isNew; }
    /// The new cluster is filled: it is kept from now on. May be called while the server runs.
    [[nodiscard]] Core::Outcome<std::string> keep();

    [[nodiscard]] Core::Expected<ChildProcess, std::string> startServer(int port) const;
    /// Whether the server that was started accepts connections.
    [[nodiscard]] bool isServing(const ChildProcess &server) const;
    /// Of the user "postgres", the administrator of the cluster.
    [[nodiscard]] const std::string &password() const { return m_password; }

private:
    [[nodiscard]] std::string path(const char *name) const { return m_folder + '/' + name; }
    [[nodiscard]] std::string current() const { return path(m_isNew ? "cluster.new" : "cluster"); }
    [[nodiscard]] Core::Outcome<std::string> makeFolder(const std::string &path);
    [[nodiscard]] Core::Outcome<std::string> findIdentity();
    [[nodiscard]] Core::Outcome<std::string> makePassword();
    [[nodiscard]] Core::Outcome<std::string> initialise();
    void endLeftovers() const;
    [[nodiscard]] ChildProcess::Options childOptions(const std::string &folder) const;

    const PostgresInstallation m_installation;
    const std::string m_folder;
    std::optional<ChildProcess::Identity> m_identity; ///< of root's children
    std::string m_password;
    bool m_isNew = false;
};

} // namespace Sandbox
