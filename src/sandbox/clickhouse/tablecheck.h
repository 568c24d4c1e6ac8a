// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clickhouse/engine.h"

#include <functional>
#include <string>

namespace Sandbox {

using RunSql = std::function<Core::Expected<QueryAnswer, EngineError>(const std::string &sql)>;

/// Whether the configuration's tables can be created: the rules that the schema cannot tell, then every column type, as
/// ClickHouse itself sees it. Changes nothing. The error's path names the property.
[[nodiscard]] Core::Outcome<EngineError> checkTables(const Core::Json &tables, const RunSql &run);

} // namespace Sandbox
