// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "sandbox/apierror.h"
#include "schema/violation.h"

#include <QList>

#include <string>

namespace Sandbox {

/// The refusal of a request's body: "Invalid input: 'x' is a required property", "Invalid input for a.b: …". A property
/// with a title in the schema is named with it, as the API does for user_config.
[[nodiscard]] ApiError invalidInput(const QList<Schema::Violation> &violations, const Core::Json &schema);
/// The refusal of a configuration: "Invalid 'user_config': Invalid input for tables[0].name: …".
[[nodiscard]] ApiError invalidUserConfig(const QList<Schema::Violation> &violations);
/// The same for one place, in words that are not the schema's.
[[nodiscard]] ApiError invalidUserConfig(const std::string &path, const std::string &message);

} // namespace Sandbox
