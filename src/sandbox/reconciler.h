// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "sandbox/integrationkind.h"

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace Sandbox {

class Store;

/// Brings one ClickHouse service to what its integrations ask for, in a thread of its own; what an integration asks for
/// is its kind's to say and to do. It follows from the store, so work that a kill interrupted goes on at the next start.
class Reconciler
{
public:
    /// Types without an entry in `kinds` make nothing in ClickHouse. The engine, which the kinds use, is kept alive.
    Reconciler(std::string service, Store &store, IntegrationKinds kinds, std::shared_ptr<Engine> engine);
    ~Reconciler();
    Reconciler(const Reconciler &) = delete;
    Reconciler &operator=(const Reconciler &) = delete;

    /// Something in the store changed.
    void wake();
    /// Waits until nothing is left to do or cannot be done just now, at most this long.
    void waitUntilIdle(std::chrono::milliseconds longest);
    /// Whether the integration could be made like this; changes nothing.
    [[nodiscard]] Core::Outcome<EngineError> check(const State &state, const Integration &integration);
    /// Whether ClickHouse has what the integration asks for.
    [[nodiscard]] bool isApplied(const State &state, const Integration &integration) const;
    /// Why that could not be made, when that is so.
    [[nodiscard]] std::optional<std::string> failure(const std::string &integrationId) const;

private:
    enum class Outcome { Done, TryAgain };

    void run();
    [[nodiscard]] Outcome workThrough();
    [[nodiscard]] Outcome drop(const Integration &removed);
    [[nodiscard]] Outcome apply(const State &state, const Integration &integration, IntegrationKind &kind);
    void setApplied(const std::string &integrationId, const Core::Json &entries);
    [[nodiscard]] bool hasFailed(const Integration &integration, const Core::Json &wanted) const;
    [[nodiscard]] IntegrationKind *kindOf(const Integration &integration) const;

    const std::string m_service;
    Store &m_store;
    const std::shared_ptr<Engine> m_engine;
    const IntegrationKinds m_kinds;

    struct Failure
    {
        Core::Json wanted; ///< what could not be made; another configuration is another try
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

/// The list of entries to remember while a change runs: those alike in both as they are, those that are made, changed or
/// dropped by their name only, which is unlike any entry that could be wanted.
[[nodiscard]] Core::Json entriesWhileChanging(const Core::Json &before, const Core::Json &after);

} // namespace Sandbox
