// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance.h"
#include "engine/sessions.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace Engine {

/// Makes the engine small again when it has nothing to do: its allocator keeps what large statements needed, without
/// limit of time (100 MB after an INSERT of 60 MB, 8 MB after a purge).
class IdlePurge
{
public:
    IdlePurge(const Instance &instance, const RunningQueries &running);
    ~IdlePurge();
    IdlePurge(const IdlePurge &) = delete;
    IdlePurge &operator=(const IdlePurge &) = delete;

private:
    void watch();

    const Instance &m_instance;
    const RunningQueries &m_running;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_ended = false;
    std::thread m_thread;
};

} // namespace Engine
