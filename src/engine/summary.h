// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connection.h"

#include <string>

namespace Engine {

/// The value of X-ClickHouse-Summary: a JSON object whose values are strings.
[[nodiscard]] std::string summary(const Counters &counters);

/// A new id in the form of a UUID, for a request that brings none.
[[nodiscard]] std::string randomQueryId();

} // namespace Engine
