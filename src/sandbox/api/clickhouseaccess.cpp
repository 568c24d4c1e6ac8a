// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/clickhouseaccess.h"

#include "sandbox/api/lookup.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/running.h"

namespace Sandbox {

Core::Expected<OpenClickHouse, ApiError> openClickHouse(const State &state, const RouteContext &context,
                                                        const Request &request)
{
    const auto service = findService(state, request, "clickhouse");
    if (!service)
        return Core::Unexpected{service.error()};
    auto engine = runningEngine(context.backends, (*service)->name);
    if (!engine)
        return Core::Unexpected{engine.error()};
    return OpenClickHouse{*service, std::move(engine).value()};
}

ApiError engineFailure(const EngineError &error)
{
    if (error.code == 0)
        return {503, error.message, "service_unavailable"};
    return {400, error.message, "bad_request"};
}

} // namespace Sandbox
