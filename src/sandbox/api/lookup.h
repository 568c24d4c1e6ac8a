// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api/request.h"
#include "sandbox/state/model.h"

namespace Sandbox {

/// The service that a route's {project} and {service} name, as long as the state lives; or 404. With a type: 400 when the
/// service is of another one.
[[nodiscard]] Core::Expected<const Service *, ApiError> findService(const State &state, const Request &request,
                                                                    const std::string &type = {});
[[nodiscard]] Core::Expected<const Service *, ApiError> findService(const State &state, const std::string &project,
                                                                    const std::string &name);
/// 409, for what needs the service to run.
[[nodiscard]] ApiError poweredOff(const Service &service);
/// 404 unless {project} is the sandbox's.
[[nodiscard]] Core::Outcome<ApiError> checkProject(const State &state, const std::string &project);

} // namespace Sandbox
