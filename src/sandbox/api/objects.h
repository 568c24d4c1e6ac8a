// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "sandbox/api/request.h"
#include "sandbox/state/model.h"

#include <optional>
#include <string>

namespace Sandbox {

class Backends;
class Catalog;
struct RouteContext;
struct Side;

/// Whether a reply about a service may wait until its engine is there, because only then its address is known.
enum class Address { WhenKnown, Awaited };

[[nodiscard]] Core::Json userJson(const ServiceUser &user, Secrets secrets);
[[nodiscard]] Core::Json serviceJson(const Service &service, const State &state, const RouteContext &context,
                                     Secrets secrets, Address address);
[[nodiscard]] Core::Json integrationJson(const Integration &integration, const State &state,
                                         const RouteContext &context);
/// A pairing that is possible and not enabled, with every key, because clients read them unasked.
[[nodiscard]] Core::Json pairingJson(const Core::Json &type, const Side &source, const Side &destination,
                                     const State &state);

} // namespace Sandbox
