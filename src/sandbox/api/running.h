// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/apierror.h"
#include <memory>
#include <string>

namespace Sandbox {

class Backends;
class Engine;
class KafkaBroker;
class Reconciler;

// What runs behind a service, or 409 while it is powered off.
[[nodiscard]] Core::Expected<std::shared_ptr<KafkaBroker>, ApiError> runningBroker(const Backends &backends,
                                                                                   const std::string &service);
[[nodiscard]] Core::Expected<std::shared_ptr<Engine>, ApiError> runningEngine(const Backends &backends,
                                                                              const std::string &service);
[[nodiscard]] Core::Expected<std::shared_ptr<Reconciler>, ApiError> runningReconciler(const Backends &backends,
                                                                                      const std::string &service);

} // namespace Sandbox
