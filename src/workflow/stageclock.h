// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QMap>

#include <optional>

namespace Workflow {

/// When each state of a workflow was reached, in milliseconds since it was started. Monotonic.
template <typename State>
class StageClock
{
public:
    void start()
    {
        m_reached.clear();
        m_clock.start();
    }
    void reach(State state)
    {
        if (!m_reached.contains(state))
            m_reached.insert(state, elapsed());
    }
    [[nodiscard]] qint64 elapsed() const { return m_clock.isValid() ? m_clock.elapsed() : 0; }
    [[nodiscard]] std::optional<qint64> reachedAt(State state) const
    {
        const auto found = m_reached.constFind(state);
        return found == m_reached.cend() ? std::nullopt : std::optional(*found);
    }

private:
    QElapsedTimer m_clock;
    QMap<State, qint64> m_reached;
};

} // namespace Workflow
