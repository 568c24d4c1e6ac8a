// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/running.h"

#include "sandbox/backends.h"

namespace Sandbox {

namespace {

template <typename Backend>
Core::Expected<std::shared_ptr<Backend>, ApiError> running(std::shared_ptr<Backend> backend, const std::string &service)
{
    if (!backend)
        return refuse(409, "Service " + service + " is powered off", "not_powered");
    return backend;
}

} // namespace

Core::Expected<std::shared_ptr<KafkaBroker>, ApiError> runningBroker(const Backends &backends,
                                                                     const std::string &service)
{
    return running(backends.broker(service), service);
}

Core::Expected<std::shared_ptr<Engine>, ApiError> runningEngine(const Backends &backends, const std::string &service)
{
    return running(backends.engine(service), service);
}

Core::Expected<std::shared_ptr<Reconciler>, ApiError> runningReconciler(const Backends &backends,
                                                                        const std::string &service)
{
    return running(backends.reconciler(service), service);
}

} // namespace Sandbox
