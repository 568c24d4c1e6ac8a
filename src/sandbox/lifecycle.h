// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/apierror.h"
#include "sandbox/state/model.h"

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace Sandbox {

class Backends;
class ServiceLog;
class Store;

/// Takes services through their lives: what the state says of a service and what runs behind it change together, one
/// change at a time. Thread-safe.
class Lifecycle
{
public:
    Lifecycle(Store &store, Backends &backends, ServiceLog &log) : m_store(store), m_backends(backends), m_log(log) {}

    using Edit = std::function<Core::Outcome<ApiError>(State &)>;
    /// Changes the state, then starts, stops or removes what runs behind the service of that name, as the change asks.
    /// When that cannot be started, the service is taken back or stays off.
    [[nodiscard]] Core::Outcome<ApiError> change(const std::string &service, const Edit &edit);
    /// "RUNNING", "REBUILDING" or "POWEROFF": what the backend says, but at least for a moment REBUILDING after a
    /// change, as in the cloud, where it takes minutes. A ClickHouse that only starts with the sandbox is RUNNING: the
    /// calls that need it wait for it.
    [[nodiscard]] std::string stateOf(const Service &service) const;

private:
    [[nodiscard]] Core::Outcome<ApiError> follow(const Service *before, const Service *after);
    [[nodiscard]] Core::Outcome<ApiError> start(const Service &service, bool isNew);
    void rebuild(const std::string &service);

    Store &m_store;
    Backends &m_backends;
    ServiceLog &m_log;
    std::mutex m_changing;
    mutable std::mutex m_mutex;
    std::map<std::string, std::chrono::steady_clock::time_point> m_rebuilt; ///< when the last change began
};

} // namespace Sandbox
