// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy.h"

#include <optional>

namespace Engine {

/// The token that names the engine in CREATE or ATTACH … ENGINE = Name.
[[nodiscard]] std::optional<size_t> engineName(const Statement &statement);

/// Replicated…MergeTree and Shared…MergeTree become …MergeTree: the library has no address for replication,
/// and an INSERT into such a table would hang. The ruling's notice says so.
[[nodiscard]] Ruling withoutReplication(const Statement &statement);

} // namespace Engine
