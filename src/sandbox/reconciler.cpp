// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/reconciler.h"

#include "sandbox/state/store.h"

#include <algorithm>

namespace Sandbox {

namespace {

// How long after an engine that could not be asked it is asked again.
constexpr std::chrono::seconds pause{2};

bool holds(const Core::Json &list, const Core::Json &entry)
{
    return std::find(list.begin(), list.end(), entry) != list.end();
}

} // namespace

Core::Json entriesWhileChanging(const Core::Json &before, const Core::Json &after)
{
    Core::Json list = Core::Json::array();
    const auto noteName = [&list](const Core::Json &entry) {
        Core::Json name{{"name", Core::memberAt(entry, "name")}};
        if (!holds(list, name))
            list.push_back(std::move(name));
    };
    for (const Core::Json &entry : before) {
        if (holds(after, entry))
            list.push_back(entry);
        else
            noteName(entry);
    }
    for (const Core::Json &entry : after) {
        if (!holds(before, entry))
            noteName(entry);
    }
    return list;
}

Reconciler::Reconciler(std::string service, Store &store, IntegrationKinds kinds, std::shared_ptr<Engine> engine)
    : m_service(std::move(service))
    , m_store(store)
    , m_engine(std::move(engine))
    , m_kinds(std::move(kinds))
    , m_thread([this] { run(); })
{}

Reconciler::~Reconciler()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ends = true;
    }
    m_woken.notify_all();
    m_thread.join();
}

void Reconciler::wake()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_hasWork = true;
    }
    m_woken.notify_all();
}

void Reconciler::waitUntilIdle(std::chrono::milliseconds longest)
{
    std::unique_lock lock(m_mutex);
    m_idle.wait_for(lock, longest, [this] { return m_ends || (!m_hasWork && !m_isBusy); });
}

Core::Outcome<EngineError> Reconciler::check(const State &state, const Integration &integration)
{
    IntegrationKind *kind = kindOf(integration);
    return kind ? kind->check(state, integration) : std::monostate{};
}

bool Reconciler::isApplied(const State &state, const Integration &integration) const
{
    const IntegrationKind *kind = kindOf(integration);
    return !kind || integration.applied == kind->wanted(state, integration);
}

std::optional<std::string> Reconciler::failure(const std::string &integrationId) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_failures.find(integrationId);
    return found == m_failures.end() ? std::nullopt : std::optional(found->second.message);
}

void Reconciler::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ends) {
        m_woken.wait(lock, [this] { return m_ends || m_hasWork; });
        if (m_ends)
            break;
        m_hasWork = false;
        m_isBusy = true;
        lock.unlock();
        const Outcome outcome = workThrough();
        lock.lock();
        m_isBusy = false;
        m_idle.notify_all();
        if (outcome == Outcome::TryAgain) {
            m_woken.wait_for(lock, pause, [this] { return m_ends || m_hasWork; });
            m_hasWork = true;
        }
    }
    m_idle.notify_all();
}

Reconciler::Outcome Reconciler::workThrough()
{
    const auto state = m_store.state();
    Outcome outcome = Outcome::Done;
    const auto note = [&outcome](Outcome step) { outcome = step == Outcome::TryAgain ? step : outcome; };
    for (const Integration &removed : state->removals) {
        if (removed.destService == m_service)
            note(drop(removed));
    }
    for (const Integration &integration : state->integrations) {
        IntegrationKind *kind = kindOf(integration);
        if (integration.destService != m_service || !kind)
            continue;
        const Core::Json wanted = kind->wanted(*state, integration);
        if (integration.applied != wanted && !hasFailed(integration, wanted))
            note(apply(*state, integration, *kind));
    }
    return outcome;
}

Reconciler::Outcome Reconciler::drop(const Integration &removed)
{
    IntegrationKind *kind = kindOf(removed);
    if (kind && !kind->drop(removed))
        return Outcome::TryAgain;
    const auto saved = m_store.change([&removed](State &state) -> Core::Outcome<ApiError> {
        std::erase_if(state.removals, [&removed](const Integration &other) { return other.id == removed.id; });
        return std::monostate{};
    });
    return saved ? Outcome::Done : Outcome::TryAgain;
}

Reconciler::Outcome Reconciler::apply(const State &state, const Integration &integration, IntegrationKind &kind)
{
    const Core::Json before = integration.applied.is_array() ? integration.applied : Core::Json::array();
    const Core::Json wanted = kind.wanted(state, integration);
    const Core::Json changing = entriesWhileChanging(before, wanted);
    if (changing != before)
        setApplied(integration.id, changing);
    const auto applied = kind.apply(state, integration, changing);
    if (applied) {
        setApplied(integration.id, wanted);
        const std::scoped_lock lock(m_mutex);
        m_failures.erase(integration.id);
        return Outcome::Done;
    }
    const std::scoped_lock lock(m_mutex);
    const EngineError &error = applied.error();
    m_failures[integration.id] = {error.code == 0 ? Core::Json() : wanted, error.message};
    return error.code == 0 ? Outcome::TryAgain : Outcome::Done;
}

void Reconciler::setApplied(const std::string &integrationId, const Core::Json &entries)
{
    const auto saved = m_store.change([&](State &state) -> Core::Outcome<ApiError> {
        if (Integration *integration = state.integration(integrationId))
            integration->applied = entries;
        return std::monostate{};
    });
    if (!saved)
        std::fprintf(stderr, "headgate-sandbox: %s\n", saved.error().message.c_str());
}

bool Reconciler::hasFailed(const Integration &integration, const Core::Json &wanted) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_failures.find(integration.id);
    return found != m_failures.end() && found->second.wanted == wanted;
}

IntegrationKind *Reconciler::kindOf(const Integration &integration) const
{
    const auto found = m_kinds.find(integration.type);
    return found == m_kinds.end() ? nullptr : found->second.get();
}

} // namespace Sandbox
