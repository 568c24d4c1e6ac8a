// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/postgres/postgresserver.h"

#include <string>
#include <vector>

namespace Sandbox {

/// The databases of the service that comes with the sandbox.
[[nodiscard]] std::vector<std::string> demoDatabases();

/// What fills them. Nothing for the databases of a service that a user created.
[[nodiscard]] std::vector<PostgresServer::Script> demoScripts(const std::vector<std::string> &databases);

} // namespace Sandbox
