// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "sandbox/state/model.h"

#include <optional>
#include <string>

namespace Sandbox {

class Backends;
class Catalog;
struct RouteContext;

enum class Secrets { Redacted, Shown };
/// Whether a reply about a service may wait until its engine is there, because only then its address is known.
enum class Address { WhenKnown, Awaited };

[[nodiscard]] Core::Json userJson(const ServiceUser &user, Secrets secrets);
[[nodiscard]] Core::Json serviceJson(const Service &service, const State &state, const RouteContext &context,
                                     Secrets secrets, Address address);
[[nodiscard]] Core::Json integrationJson(const Integration &integration, const State &state,
                                         const RouteContext &context);
/// A pairing that is possible and not enabled.
[[nodiscard]] Core::Json candidateJson(const std::string &integrationType, const Service &source,
                                       const Service &destination, const State &state, const Catalog &catalog);

} // namespace Sandbox
