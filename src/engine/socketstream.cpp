// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/socketstream.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

namespace Engine {
namespace {

constexpr size_t BufferSize = 256 << 10;
constexpr size_t LongestHead = 64 << 10;
constexpr auto HeadTime = std::chrono::seconds(3);
constexpr auto LingerPause = std::chrono::milliseconds(200);
constexpr size_t LongestLinger = 64 << 20;
constexpr auto BodyPause = std::chrono::minutes(5);

} // namespace

SocketStream::SocketStream(socket_t socket) : m_socket(socket)
{
    beginHead();
}

bool SocketStream::waitForRequest(int seconds)
{
    beginHead();
    return m_position < m_buffer.size() || waitReadable(std::chrono::seconds(seconds));
}

void SocketStream::beginHead()
{
    m_inHead = true;
    m_headBytes = 0;
    m_headDeadline = std::chrono::steady_clock::now() + HeadTime;
}

void SocketStream::endHead()
{
    m_inHead = false;
}

bool SocketStream::peerIsGone() const
{
    pollfd state = {m_socket, POLLRDHUP, 0};
    return poll(&state, 1, 0) > 0 && (state.revents & (POLLRDHUP | POLLHUP | POLLERR | POLLNVAL)) != 0;
}

bool SocketStream::waitReadable(std::chrono::milliseconds timeout) const
{
    pollfd state = {m_socket, POLLIN, 0};
    int ready = 0;
    do
        ready = poll(&state, 1, static_cast<int>(std::max<long>(timeout.count(), 0)));
    while (ready < 0 && errno == EINTR);
    return ready > 0;
}

void SocketStream::finish()
{
    shutdown(m_socket, SHUT_WR);
    m_buffer.resize(BufferSize);
    for (size_t dropped = 0; m_closing && dropped < LongestLinger && waitReadable(LingerPause);) {
        const ssize_t count = recv(m_socket, m_buffer.data(), m_buffer.size(), 0);
        if (count <= 0)
            return;
        dropped += static_cast<size_t>(count);
    }
}

bool SocketStream::is_readable() const
{
    return m_position < m_buffer.size() || waitReadable(std::chrono::milliseconds(0));
}

bool SocketStream::fill()
{
    using namespace std::chrono;
    const auto timeout = m_inHead ? duration_cast<milliseconds>(m_headDeadline - steady_clock::now())
                                  : duration_cast<milliseconds>(BodyPause);
    m_position = 0;
    m_buffer.clear();
    if (!waitReadable(timeout))
        return false;
    m_buffer.resize(BufferSize);
    const ssize_t count = recv(m_socket, m_buffer.data(), m_buffer.size(), 0);
    m_buffer.resize(count > 0 ? static_cast<size_t>(count) : 0);
    return count > 0;
}

ssize_t SocketStream::read(char *bytes, size_t size)
{
    if (m_position == m_buffer.size() && !fill())
        return 0;
    const size_t count = std::min(size, m_buffer.size() - m_position);
    std::memcpy(bytes, m_buffer.data() + m_position, count);
    m_position += count;
    if (m_inHead && (m_headBytes += count) > LongestHead)
        return -1;
    return static_cast<ssize_t>(count);
}

ssize_t SocketStream::write(const char *bytes, size_t size)
{
    size_t sent = 0;
    while (sent < size) {
        const ssize_t count = send(m_socket, bytes + sent, size - sent, MSG_NOSIGNAL);
        if (count > 0)
            sent += static_cast<size_t>(count);
        else if (errno != EINTR)
            return -1;
    }
    return static_cast<ssize_t>(size);
}

bool SocketStream::sendChunk(int pipe, size_t size)
{
    char head[24];
    const int length = std::snprintf(head, sizeof head, "%zx\r\n", size);
    if (send(m_socket, head, static_cast<size_t>(length), MSG_NOSIGNAL | MSG_MORE) != length)
        return false;
    while (size > 0) {
        const ssize_t count = splice(pipe, nullptr, m_socket, nullptr, size, SPLICE_F_MOVE | SPLICE_F_MORE);
        if (count > 0)
            size -= static_cast<size_t>(count);
        else if (count == 0 || errno != EINTR)
            return false;
    }
    return write("\r\n", 2) == 2;
}

// Who is at the other end is of no interest: the server listens on the loopback address only.
void SocketStream::get_remote_ip_and_port(std::string &, int &) const {}
void SocketStream::get_local_ip_and_port(std::string &, int &) const {}

} // namespace Engine
