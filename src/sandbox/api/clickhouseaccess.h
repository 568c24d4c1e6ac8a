// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api/request.h"
#include "sandbox/clickhouse/engine.h"
#include "sandbox/state/model.h"

#include <memory>

namespace Sandbox {

struct RouteContext;

/// The ClickHouse service that a route names, as long as the state lives, with its engine.
struct OpenClickHouse
{
    const Service *service = nullptr;
    std::shared_ptr<Engine> engine;
};

/// 404, 400 when it is of another type, 409 while it is powered off.
[[nodiscard]] Core::Expected<OpenClickHouse, ApiError> openClickHouse(const State &state, const RouteContext &context,
                                                                      const Request &request);
/// An SQL error is the asker's (400); an engine that cannot be asked is not (503).
[[nodiscard]] ApiError engineFailure(const EngineError &error);

} // namespace Sandbox
