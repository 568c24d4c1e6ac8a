// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "sandbox/apierror.h"

#include <string>

namespace Sandbox {

/// What an endpoint's settings need of each other, which the published schemas do not say: a SASL protocol its login, a
/// client certificate its key, a custom syslog format its line.
[[nodiscard]] Core::Outcome<ApiError> checkEndpointRules(const std::string &endpointType, const Core::Json &config);

} // namespace Sandbox
