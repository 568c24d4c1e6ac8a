// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "sandbox/clickhouse/engine.h"
#include "sandbox/state/model.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace Sandbox {

class Store;

/// Brings one ClickHouse service to what its integrations ask for, in a thread of its own: makes databases, creates,
/// changes and drops Kafka tables. What is wanted stands in the store, so work that a kill interrupted goes on at the
/// next start.
class Reconciler
{
public:
    Reconciler(std::string service, Store &store, Engine &engine);
    ~Reconciler();
    Reconciler(const Reconciler &) = delete;
    Reconciler &operator=(const Reconciler &) = delete;

    /// Something in the store changed.
    void wake();
    /// Waits until nothing is left to do or cannot be done just now, at most this long.
    void waitUntilIdle(std::chrono::milliseconds longest);
    /// Why the integration's tables could not be made, when that is so.
    [[nodiscard]] std::optional<std::string> failure(const std::string &integrationId) const;

private:
    enum class Outcome { Done, TryAgain };

    void run();
    [[nodiscard]] Outcome workThrough();
    [[nodiscard]] Outcome drop(const Integration &removal);
    [[nodiscard]] Outcome apply(const Integration &integration);
    void setApplied(const std::string &integrationId, const Core::Json &tables);
    [[nodiscard]] bool hasFailed(const Integration &integration) const;

    const std::string m_service;
    Store &m_store;
    Engine &m_engine;

    struct Failure
    {
        Core::Json tables; ///< what could not be made; another configuration is another try
        std::string message;
    };
    mutable std::mutex m_mutex;
    std::condition_variable m_woken;
    std::condition_variable m_idle;
    std::map<std::string, Failure> m_failures;
    bool m_hasWork = true;
    bool m_isBusy = false;
    bool m_ends = false;
    std::thread m_thread;
};

/// The list of tables to remember while a change runs: those alike in both as they are, those that are made, changed or
/// dropped by their name only, which is unlike any table that could be wanted.
[[nodiscard]] Core::Json tablesWhileChanging(const Core::Json &before, const Core::Json &after);

} // namespace Sandbox
