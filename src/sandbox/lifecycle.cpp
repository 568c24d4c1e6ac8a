// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/lifecycle.h"

#include "sandbox/backends.h"
#include "sandbox/servicelog.h"
#include "sandbox/state/store.h"

namespace Sandbox {

namespace {

using namespace std::chrono_literals;

constexpr auto shortestRebuild = 1s;

bool needsRebuild(const Service &before, const Service &after)
{
    return before.plan != after.plan || before.cloud != after.cloud || before.userConfig != after.userConfig;
}

} // namespace

Core::Outcome<ApiError> Lifecycle::change(const std::string &service, const Edit &edit)
{
    const std::scoped_lock changing(m_changing);
    const auto before = m_store.state();
    if (auto saved = m_store.change(edit); !saved)
        return saved;
    const auto after = m_store.state();
    return follow(before->service(service), after->service(service));
}

Core::Outcome<ApiError> Lifecycle::follow(const Service *before, const Service *after)
{
    if (!after) {
        m_backends.remove(before->name);
        m_log.forget(before->name);
        return std::monostate{};
    }
    const bool wasOn = before && before->powered;
    if (!wasOn && after->powered)
        return start(*after, !before);
    if (wasOn && !after->powered) {
        m_backends.stop(after->name);
        m_log.note(after->name, "Service was powered off");
    } else if (before && needsRebuild(*before, *after)) {
        m_log.note(after->name, "Service is being rebuilt with its new settings");
        rebuild(after->name);
    }
    return std::monostate{};
}

Core::Outcome<ApiError> Lifecycle::start(const Service &service, bool isNew)
{
    rebuild(service.name);
    const auto started = m_backends.start(service);
    if (started) {
        m_log.note(service.name, isNew ? "Service was created" : "Service was powered on");
        return std::monostate{};
    }
    const auto undone = m_store.change([&](State &state) -> Core::Outcome<ApiError> {
        if (isNew)
            std::erase_if(state.services, [&](const Service &other) { return other.name == service.name; });
        else
            state.service(service.name)->powered = false;
        return std::monostate{};
    });
    if (!undone)
        return undone;
    return refuse(503, "Service " + service.name + " cannot be started: " + started.error(), "service_unavailable");
}

void Lifecycle::rebuild(const std::string &service)
{
    const std::scoped_lock lock(m_mutex);
    m_rebuilt[service] = std::chrono::steady_clock::now();
}

std::string Lifecycle::stateOf(const Service &service) const
{
    if (!service.powered)
        return "POWEROFF";
    {
        const std::scoped_lock lock(m_mutex);
        const auto rebuilt = m_rebuilt.find(service.name);
        if (rebuilt == m_rebuilt.end() && service.type == "clickhouse")
            return "RUNNING";
        if (rebuilt != m_rebuilt.end() && std::chrono::steady_clock::now() - rebuilt->second < shortestRebuild)
            return "REBUILDING";
    }
    return m_backends.isRunning(service.name) ? "RUNNING" : "REBUILDING";
}

} // namespace Sandbox
