// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/clickhouse/tablecheck.h"

namespace Sandbox {

/// The databases that belong to the user or to an integration, with their tables.
[[nodiscard]] Core::Expected<std::vector<DatabaseInfo>, EngineError> readCatalogue(const RunSql &run);

} // namespace Sandbox
