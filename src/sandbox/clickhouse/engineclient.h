// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clickhouse/engine.h"

#include <map>
#include <string>

namespace Sandbox {

/// One statement for an engine's HTTP interface.
struct EngineRequest
{
    int port = 0;
    std::string user;
    std::string password;
    std::string database;
    std::string sql;
    std::map<std::string, std::string> settings;
};

/// Runs the statement and reads its rows (JSONCompact, 64-bit integers as texts).
[[nodiscard]] Core::Expected<QueryAnswer, EngineError> runStatement(const EngineRequest &request);

} // namespace Sandbox
