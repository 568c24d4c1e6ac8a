// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace Sandbox {

/// Bounds how long an orderly end may take: a query that runs for minutes, or an engine that hangs, must not keep the
/// process alive after its parent is gone. When the time is over the children are killed, the last wish is run and the
/// process exits. Nothing is lost: what was acknowledged is on the disk already.
class EndGuard
{
public:
    EndGuard(std::chrono::milliseconds longest, std::function<void()> lastWish);
    ~EndGuard();
    EndGuard(const EndGuard &) = delete;
    EndGuard &operator=(const EndGuard &) = delete;

private:
    void watch(std::chrono::milliseconds longest);

    const std::function<void()> m_lastWish;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_hasEnded = false;
    std::thread m_thread;
};

} // namespace Sandbox
