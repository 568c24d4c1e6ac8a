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

Core::Json tablesWhileChanging(const Core::Json &before, const Core::Json &after)
{
    Core::Json list = Core::Json::array();
    const auto noteName = [&list](const Core::Json &table) {
        Core::Json name{{"name", Core::memberAt(table, "name")}};
        if (!holds(list, name))
            list.push_back(std::move(name));
    };
    for (const Core::Json &table : before) {
        if (holds(after, table))
            list.push_back(table);
        else
            noteName(table);
    }
    for (const Core::Json &table : after) {
        if (!holds(before, table))
            noteName(table);
    }
    return list;
}

Reconciler::Reconciler(std::string service, Store &store, Engine &engine)
    : m_service(std::move(service))
    , m_store(store)
    , m_engine(engine)
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
    for (const Integration &removal : state->removals) {
        if (removal.destService == m_service)
            note(drop(removal));
    }
    for (const Integration &integration : state->integrations) {
        if (integration.destService == m_service && !integration.isApplied() && !hasFailed(integration))
            note(apply(integration));
    }
    return outcome;
}

Reconciler::Outcome Reconciler::drop(const Integration &removal)
{
    if (!m_engine.dropIntegration(removal.database()))
        return Outcome::TryAgain;
    const auto saved = m_store.change([&removal](State &state) -> Core::Outcome<ApiError> {
        std::erase_if(state.removals, [&removal](const Integration &other) { return other.id == removal.id; });
        return std::monostate{};
    });
    return saved ? Outcome::Done : Outcome::TryAgain;
}

Reconciler::Outcome Reconciler::apply(const Integration &integration)
{
    const Core::Json before = integration.applied.is_array() ? integration.applied : Core::Json::array();
    const Core::Json &wanted = integration.wanted();
    const Core::Json changing = tablesWhileChanging(before, wanted);
    if (changing != before)
        setApplied(integration.id, changing);
    const auto applied = m_engine.applyKafkaIntegration(integration.database(), changing, wanted);
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

void Reconciler::setApplied(const std::string &integrationId, const Core::Json &tables)
{
    const auto saved = m_store.change([&](State &state) -> Core::Outcome<ApiError> {
        if (Integration *integration = state.integration(integrationId))
            integration->applied = tables;
        return std::monostate{};
    });
    if (!saved)
        std::fprintf(stderr, "headgate-sandbox: %s\n", saved.error().message.c_str());
}

bool Reconciler::hasFailed(const Integration &integration) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_failures.find(integration.id);
    return found != m_failures.end() && found->second.tables == integration.wanted();
}

} // namespace Sandbox
