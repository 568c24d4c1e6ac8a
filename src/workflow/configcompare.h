// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QStringList>

namespace Workflow {

/// Where what was read differs from what was sent, as JSON pointers. Keys that the service added (its defaults) are no
/// difference; arrays must agree in length and order; the order of keys does not matter.
[[nodiscard]] QStringList differences(const Core::Json &sent, const Core::Json &read);

/// Equal as values: the order of keys does not matter, 1 and 1.0 are the same.
[[nodiscard]] bool sameConfig(const Core::Json &one, const Core::Json &other);

} // namespace Workflow
