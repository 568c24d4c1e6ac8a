// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/answer.h"
#include "engine/idlepurge.h"
#include "engine/instance.h"
#include "engine/sessions.h"
#include "engine/users.h"

namespace Engine {

/// Runs the statements of requests, each from its URL and body to its answer.
class QueryService
{
public:
    /// `confined`: the kernel keeps SQL away from the user's files.
    QueryService(Instance &instance, const Users &users, bool confined);

    [[nodiscard]] Answer run(QueryRequest request);
    [[nodiscard]] Answer errorAnswer(const Error &error) const;
    /// Stops every statement and waits, up to a limit, until their requests have ended.
    void stopAll();

private:
    friend class QueryRun;

    Instance &m_instance;
    const Users &m_users;
    const bool m_confined;
    Sessions m_sessions;
    RunningQueries m_running;
    IdlePurge m_purge;
};

} // namespace Engine
