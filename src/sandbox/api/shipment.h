// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api/sides.h"

#include <string>

namespace Sandbox {

/// What an integration that ships metrics or logs would send where, as a sentence: the sandbox sends nothing to the
/// outside, and says so.
[[nodiscard]] std::string shipmentText(const Integration &integration, const Core::Json &type, const Side &source,
                                       const Side &destination);

} // namespace Sandbox
