// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/postgres/postgresconnection.h"

#include <functional>
#include <map>
#include <string>

namespace Sandbox {

using OpenPostgres = std::function<Core::Expected<PostgresConnection, PostgresError>(const std::string &database)>;

/// Gives the cluster exactly these users with these passwords. The main user may make users and databases and replicate,
/// as a cloud's may; nobody but the administrator "postgres" is a superuser, who could run programs and read files.
[[nodiscard]] Core::Outcome<PostgresError> applyUsers(const OpenPostgres &openAsAdministrator,
                                                      const std::string &mainUser,
                                                      const std::map<std::string, std::string> &users);

} // namespace Sandbox
