// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/postgres/postgresinstallation.h"

#include <charconv>
#include <cstdlib>
#include <filesystem>

#include <unistd.h>

namespace Sandbox {

namespace {

bool isProgram(const std::filesystem::path &path)
{
    return ::access(path.c_str(), X_OK) == 0;
}

int versionFrom(const std::string &name)
{
    int version = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), version);
    return error == std::errc() && end == name.data() + name.size() ? version : 0;
}

} // namespace

std::optional<PostgresInstallation> PostgresInstallation::find()
{
    const char *given = std::getenv("HEADGATE_POSTGRES");
    std::optional<PostgresInstallation> newest;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(given ? given : "/usr/lib/postgresql", error)) {
        const int version = versionFrom(entry.path().filename().string());
        const auto programs = entry.path() / "bin";
        if (version > (newest ? newest->version : 0) && isProgram(programs / "initdb") &&
            isProgram(programs / "postgres"))
            newest = PostgresInstallation{programs.string(), version};
    }
    return newest;
}

std::string howToInstallPostgres()
{
    return "PostgreSQL is not installed on this computer, and the sandbox runs its PostgreSQL services with it. "
           "Install "
           "Debian's package postgresql (packaging/install does), then start the sandbox again";
}

} // namespace Sandbox
