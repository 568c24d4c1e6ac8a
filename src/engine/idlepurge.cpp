// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/idlepurge.h"

namespace Engine {

IdlePurge::IdlePurge(const Instance &instance, const RunningQueries &running)
    : m_instance(instance)
    , m_running(running)
    , m_thread([this] { watch(); })
{}

IdlePurge::~IdlePurge()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void IdlePurge::watch()
{
    constexpr auto interval = std::chrono::seconds(1);
    size_t seen = 0, purged = 0;
    std::unique_lock lock(m_mutex);
    while (!m_changed.wait_for(lock, interval, [this] { return m_ended; })) {
        const size_t entered = m_running.entered();
        // Quiet for a whole interval, and not yet purged since the last statement.
        if (entered == seen && entered != purged && m_running.isEmpty()) {
            m_instance.releaseMemory();
            purged = entered;
        }
        seen = entered;
    }
}

} // namespace Engine
