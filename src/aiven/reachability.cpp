// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/reachability.h"

namespace Aiven {

namespace {

constexpr int slowestProbe = 12; ///< in first pauses: a laptop that is offline for a day does not ask all the time

} // namespace

Reachability::Reachability(std::chrono::milliseconds firstProbe) : m_firstProbe(firstProbe)
{
    m_probe.setSingleShot(true);
    connect(&m_probe, &QTimer::timeout, this, &Reachability::probeDue);
}

void Reachability::note(bool answered)
{
    if (answered) {
        m_probe.stop();
    } else if (m_online) {
        m_probe.start(m_firstProbe);
    } else if (!m_probe.isActive()) {
        m_probe.start(std::min(2 * m_probe.intervalAsDuration(), slowestProbe * m_firstProbe));
    }
    if (answered == m_online)
        return;
    m_online = answered;
    emit changed(m_online);
}

} // namespace Aiven
