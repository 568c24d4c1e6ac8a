// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "sandbox/apierror.h"
#include "sandbox/catalog.h"

namespace Sandbox {

/// What the API shows and takes instead of a secret: "it has a value, which is not shown".
inline constexpr auto redactedSecret = "<redacted>";

/// The configuration with its secrets replaced.
[[nodiscard]] Core::Json redacted(const Core::Json &config, const Schema::Field &fields);
/// Lays what a client sent over what is kept: keys that are not sent stay, arrays are replaced as a whole, a redacted
/// secret is the one that is kept. The error names a redacted secret that has no value to keep.
[[nodiscard]] Core::Expected<Core::Json, ApiError> merged(const Core::Json &kept, const Core::Json &sent,
                                                          const Schema::Field &fields);
/// The schema's first violation.
[[nodiscard]] Core::Outcome<ApiError> checkConfig(const Core::Json &config, const ConfigSchema &schema);
/// 400, with a text that clients know and take for success.
[[nodiscard]] Core::Unexpected<ApiError> configNotChanged();

} // namespace Sandbox
