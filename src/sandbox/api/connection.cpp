// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/connection.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace Sandbox {

namespace {

constexpr auto longestIdle = 2s;
constexpr auto longestGap = 3s;
constexpr auto longestRequest = 20s;
constexpr auto longestLinger = 200ms;
constexpr std::size_t mostLingering = 1024 * 1024;

} // namespace

Connection::~Connection()
{
    linger();
    ::close(m_socket);
}

bool Connection::wait(short events, std::chrono::milliseconds longest) const
{
    pollfd entry{m_socket, events, 0};
    return ::poll(&entry, 1, int(longest.count())) > 0;
}

bool Connection::waitForRequest()
{
    m_isInHead = true;
    m_headBytes = 0;
    if (m_begin == m_end && (!wait(POLLIN, longestIdle) || fill() <= 0))
        return false;
    m_deadline = Clock::now() + longestRequest;
    return true;
}

ssize_t Connection::fill()
{
    m_begin = 0;
    m_end = 0;
    const ssize_t count = ::recv(m_socket, m_buffer.data(), m_buffer.size(), 0);
    if (count > 0)
        m_end = std::size_t(count);
    return count;
}

bool Connection::is_readable() const
{
    return m_begin < m_end || wait(POLLIN, 0ms);
}

bool Connection::is_writable() const
{
    return wait(POLLOUT, 0ms);
}

ssize_t Connection::read(char *buffer, size_t size)
{
    if (isHeadTooLong())
        return -1;
    if (m_begin == m_end) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(m_deadline - Clock::now());
        if (left <= 0ms || !wait(POLLIN, std::min<std::chrono::milliseconds>(left, longestGap)))
            return -1;
        if (const ssize_t count = fill(); count <= 0)
            return count;
    }
    const std::size_t count = std::min(size, m_end - m_begin);
    std::memcpy(buffer, m_buffer.data() + m_begin, count);
    m_begin += count;
    if (m_isInHead)
        m_headBytes += count;
    return ssize_t(count);
}

ssize_t Connection::write(const char *data, size_t size)
{
    return isHeadTooLong() ? ssize_t(size) : sendAll(data, size);
}

ssize_t Connection::sendAll(const char *data, size_t size)
{
    for (std::size_t sent = 0; sent < size;) {
        if (!wait(POLLOUT, longestGap))
            return -1;
        const ssize_t count = ::send(m_socket, data + sent, size - sent, MSG_NOSIGNAL);
        if (count <= 0)
            return -1;
        sent += std::size_t(count);
    }
    return ssize_t(size);
}

void Connection::linger()
{
    ::shutdown(m_socket, SHUT_WR);
    const auto end = Clock::now() + longestLinger;
    std::size_t dropped = 0;
    while (Clock::now() < end && dropped < mostLingering && wait(POLLIN, longestLinger)) {
        const ssize_t count = fill();
        if (count <= 0)
            break;
        dropped += std::size_t(count);
    }
}

// The sandbox listens on the loopback address only: who asks is always this computer.
void Connection::get_remote_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0;
}

void Connection::get_local_ip_and_port(std::string &ip, int &port) const
{
    get_remote_ip_and_port(ip, port);
}

} // namespace Sandbox
