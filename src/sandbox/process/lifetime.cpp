// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/process/lifetime.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace Sandbox {

Lifetime::Lifetime(StandardInput input) : m_input(input)
{
    ::signal(SIGPIPE, SIG_IGN); // NOLINT: writing to a client that left is an error, not the end
    ::signal(SIGTTIN, SIG_IGN); // NOLINT: started in the background of a terminal
    sigset_t ending;
    sigemptyset(&ending);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&ending, number);
    ::pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    m_signals = ::signalfd(-1, &ending, SFD_CLOEXEC);
}

Lifetime::~Lifetime()
{
    ::close(m_signals);
}

void Lifetime::waitForEnd() const
{
    std::array<pollfd, 2> watched{pollfd{m_signals, POLLIN, 0}, pollfd{STDIN_FILENO, POLLIN, 0}};
    if (m_input == StandardInput::Ignored)
        watched[1].fd = -1;
    while (true) {
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR)
            return;
        if (watched[0].revents != 0)
            return;
        if (watched[1].revents == 0)
            continue;
        std::array<char, 4096> ignored{};
        const ssize_t count = ::read(STDIN_FILENO, ignored.data(), ignored.size());
        if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN))
            return;
    }
}

} // namespace Sandbox
