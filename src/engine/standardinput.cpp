// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/standardinput.h"

#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace Engine {

StandardInput::StandardInput()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, number);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_signals = signalfd(-1, &set, SFD_CLOEXEC);
}

StandardInput::~StandardInput()
{
    close(m_signals);
}

bool StandardInput::readLine(std::string &line)
{
    constexpr size_t longestLine = 1 << 20;
    for (;;) {
        if (const size_t end = m_buffer.find('\n'); end != std::string::npos) {
            line = m_buffer.substr(0, end);
            m_buffer.erase(0, end + 1);
            return true;
        }
        pollfd sources[] = {{STDIN_FILENO, POLLIN, 0}, {m_signals, POLLIN, 0}};
        if (poll(sources, 2, -1) < 0 && errno == EINTR)
            continue;
        if (sources[1].revents)
            return false;
        char bytes[4096];
        const ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0 || m_buffer.size() > longestLine)
            return false;
        m_buffer.append(bytes, static_cast<size_t>(count));
    }
}

} // namespace Engine
