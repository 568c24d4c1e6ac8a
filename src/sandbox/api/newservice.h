// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api/request.h"
#include "sandbox/state/model.h"

namespace Sandbox {

class Catalog;

/// Adds the service that the body of a POST asks for, with its integrations, or says why not.
[[nodiscard]] Core::Outcome<ApiError> addService(State &state, const Catalog &catalog, const Request &request);
/// Applies the body of a PUT.
[[nodiscard]] Core::Outcome<ApiError> changeService(State &state, const Catalog &catalog, const Request &request);
/// Takes the service away with its integrations; 403 while it is protected.
[[nodiscard]] Core::Outcome<ApiError> removeService(State &state, const Request &request);

} // namespace Sandbox
