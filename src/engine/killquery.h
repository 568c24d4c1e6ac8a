// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/statement.h"

namespace Engine {

/// KILL QUERY WHERE … for clients that know their own ids. The library gives every statement an id of its own
/// and keeps the client's in log_comment, so the condition is rewritten; and it lists its own helper
/// statements among the killed, so what the client sees is asked from system.processes instead.
class KillQuery
{
public:
    KillQuery(const Statement &statement, const std::string &ownQueryId);

    [[nodiscard]] std::string listing() const;
    /// Never SYNC: it waits until the connection of the victim is used again.
    [[nodiscard]] std::string killing() const;
    /// TEST: tell what would be killed.
    [[nodiscard]] bool onlyTells() const { return m_onlyTells; }

private:
    bool m_onlyTells = false;
    std::string m_condition;
};

} // namespace Engine
