// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api/request.h"
#include "sandbox/state/model.h"

#include <functional>

namespace Sandbox {

struct RouteContext;

/// Changes the users of the service that the route names, in the state and then in what runs behind the service. With a
/// type: 400 when the service is of another one.
[[nodiscard]] Core::Outcome<ApiError>
changeUsers(const RouteContext &context, const Request &request,
            const std::function<Core::Outcome<ApiError>(std::vector<ServiceUser> &)> &edit,
            const std::string &serviceType = {});

/// Adds one; 409 when the name is taken, 400 when it is one of the service's own.
[[nodiscard]] Core::Outcome<ApiError> addUser(std::vector<ServiceUser> &users, const ServiceUser &user);

} // namespace Sandbox
