// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/process/janitor.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace Sandbox {

namespace {

/// Nothing that others wait for stays open, and no signal for the sandbox's group ends it early.
void detach(int life)
{
    ::setsid();
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        ::signal(number, SIG_IGN);
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::dup2(nothing, standard);
    ::dup2(life, STDERR_FILENO + 1);
    ::close_range(STDERR_FILENO + 2, ~0U, 0);
}

[[noreturn]] void wait(int life, const std::string &folder)
{
    detach(life);
    char ignored = 0;
    while (::read(STDERR_FILENO + 1, &ignored, 1) < 0 && errno == EINTR) {
    }
    // The engines end at the same time, and write until they have.
    constexpr int attempts = 100;
    std::error_code error;
    for (int attempt = 0; attempt < attempts && std::filesystem::exists(folder, error); ++attempt) {
        std::filesystem::remove_all(folder, error);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    ::_exit(0);
}

} // namespace

Janitor::Janitor(const std::string &folder)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return;
    m_process = ::fork();
    if (m_process == 0)
        wait(ends[0], folder);
    ::close(ends[0]);
    m_life = ends[1];
}

Janitor::~Janitor()
{
    ::close(m_life);
    while (m_process > 0 && ::waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {
    }
}

} // namespace Sandbox
