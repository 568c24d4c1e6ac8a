// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/progressreport.h"
#include "engine/summary.h"

namespace Engine {

ProgressReport::ProgressReport(const Instance &instance, std::string queryId, std::chrono::milliseconds interval,
                               Send send)
    : m_instance(instance)
    , m_queryId(std::move(queryId))
    , m_send(std::move(send))
    , m_thread([this, interval] { report(interval); })
{}

ProgressReport::~ProgressReport()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void ProgressReport::report(std::chrono::milliseconds interval)
{
    std::unique_lock lock(m_mutex);
    while (!m_changed.wait_for(lock, interval, [this] { return m_ended; })) {
        const Counters counters = m_instance.progress(m_queryId);
        if (counters.seconds > 0)
            m_send("X-ClickHouse-Progress", summary(counters));
    }
}

} // namespace Engine
