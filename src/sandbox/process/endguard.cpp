// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/process/endguard.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Sandbox {

namespace {

void killChildren()
{
    std::error_code error;
    for (const auto &task : std::filesystem::directory_iterator("/proc/self/task", error)) {
        std::ifstream list(task.path() / "children");
        for (pid_t child = 0; list >> child;) {
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
        }
    }
}

} // namespace

EndGuard::EndGuard(std::chrono::milliseconds longest, std::function<void()> lastWish)
    : m_lastWish(std::move(lastWish))
    , m_thread([this, longest] { watch(longest); })
{}

EndGuard::~EndGuard()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_hasEnded = true;
    }
    m_ended.notify_all();
    m_thread.join();
}

void EndGuard::watch(std::chrono::milliseconds longest)
{
    std::unique_lock lock(m_mutex);
    if (m_ended.wait_for(lock, longest, [this] { return m_hasEnded; }))
        return;
    killChildren();
    m_lastWish();
    ::_exit(EXIT_SUCCESS);
}

} // namespace Sandbox
