// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace Sandbox {

/// The PostgreSQL server programs of this computer.
struct PostgresInstallation
{
    std::string programs; ///< the folder of initdb and postgres
    int version = 0;      ///< "15"

    /// The newest one where Debian puts them, /usr/lib/postgresql/<version>/bin; HEADGATE_POSTGRES in the environment
    /// names another such folder in place of /usr/lib/postgresql. Nothing when there is none.
    [[nodiscard]] static std::optional<PostgresInstallation> find();
};

/// What to tell who wants a PostgreSQL service without one.
[[nodiscard]] std::string howToInstallPostgres();

} // namespace Sandbox
