// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "sandbox/state/model.h"

namespace Sandbox {

class Catalog;

/// The integrations that the service could take part in and does not: every pairing of the catalogue with the services
/// and endpoints that are there, as objects without an id.
[[nodiscard]] Core::Json candidatesFor(const Service &service, const State &state, const Catalog &catalog);

} // namespace Sandbox
