// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace Aiven {

/// Whether the account's host answers at all. Every call tells; while none is answered, a quiet request now and then
/// finds out when the host is there again, so that nobody has to try by hand.
class Reachability final : public QObject
{
    Q_OBJECT

public:
    explicit Reachability(std::chrono::milliseconds firstProbe);

    [[nodiscard]] bool isOnline() const { return m_online; }
    /// How the last exchange ended: with any answer, a refusal too, or with none.
    void note(bool answered);

signals:
    void changed(bool online);
    /// Time to ask whether the host is there again.
    void probeDue();

private:
    const std::chrono::milliseconds m_firstProbe;
    QTimer m_probe;
    bool m_online = true;
};

} // namespace Aiven
