// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api/request.h"
#include "sandbox/state/model.h"

#include <string>

namespace Sandbox {

class Catalog;

/// Reads the body of a POST and checks what does not need the engine: sides, services, types, plan, duplicates, schema.
[[nodiscard]] Core::Expected<Integration, ApiError> newIntegration(const State &state, const Catalog &catalog,
                                                                   const std::string &project, const Core::Json &body);
/// 404 when one of its services or endpoints is gone.
[[nodiscard]] Core::Outcome<ApiError> checkSides(const State &state, const Integration &integration);
/// 409 when the same type joins the same sides already.
[[nodiscard]] Core::Outcome<ApiError> checkIsNew(const State &state, const Integration &integration);
/// The schema's violations, and tables of the same name, which no schema can forbid.
[[nodiscard]] Core::Outcome<ApiError> checkUserConfig(const Catalog &catalog, const std::string &integrationType,
                                                      const Core::Json &userConfig);

} // namespace Sandbox
