// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "sandbox/api/request.h"
#include "sandbox/state/model.h"

#include <string>

namespace Sandbox {

/// One side of an integration: a service or an endpoint, as long as the state lives.
struct Side
{
    const Service *service = nullptr;
    const Endpoint *endpoint = nullptr;

    /// In the lists of types the types of endpoints stand beside those of services.
    [[nodiscard]] const std::string &type() const { return service ? service->type : endpoint->type; }
    [[nodiscard]] const std::string &name() const { return service ? service->name : endpoint->name; }
};

[[nodiscard]] Side sourceOf(const Integration &integration, const State &state);
[[nodiscard]] Side destinationOf(const Integration &integration, const State &state);
/// Every service and endpoint of the project.
[[nodiscard]] std::vector<Side> sidesOf(const State &state);

/// The side that the body of a POST names by "source_service" or "source_endpoint_id" (for "source"): exactly one of the
/// two.
[[nodiscard]] Core::Expected<Side, ApiError> findSide(const State &state, const std::string &project,
                                                      const Core::Json &body, const std::string &side);

} // namespace Sandbox
