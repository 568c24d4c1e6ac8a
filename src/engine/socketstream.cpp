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
constexpr size_t LongestHead = 64 << 10; // without the request line
constexpr size_t LongestLine = 1 << 20;  // ClickHouse's http_max_uri_size
constexpr size_t LibrarysLimit = 8192;
constexpr auto HeadTime = std::chrono::seconds(3);
constexpr auto LingerPause = std::chrono::milliseconds(200);
constexpr size_t LongestLinger = 64 << 20;
constexpr auto BodyPause = std::chrono::minutes(5);
constexpr auto BlockedInterval = std::chrono::milliseconds(200);

} // namespace

SocketStream::SocketStream(socket_t socket) : m_socket(socket)
{
    // splice() has no flag for it, unlike send() and recv().
    fcntl(m_socket, F_SETFL, fcntl(m_socket, F_GETFL) | O_NONBLOCK);
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
    m_lineTaken = false;
    m_answerBegun = false;
    m_whileBlocked = nullptr;
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

bool SocketStream::waitForBody()
{
    for (auto left = std::chrono::milliseconds(BodyPause); left.count() > 0; left -= BlockedInterval) {
        if (waitReadable(BlockedInterval))
            return true;
        if (m_whileBlocked)
            m_whileBlocked();
    }
    return false;
}

void SocketStream::waitWritable() const
{
    pollfd state = {m_socket, POLLOUT, 0};
    if (poll(&state, 1, static_cast<int>(BlockedInterval.count())) == 0 && m_whileBlocked)
        m_whileBlocked();
}

bool SocketStream::fill()
{
    using namespace std::chrono;
    m_position = 0;
    m_buffer.clear();
    if (m_inHead ? !waitReadable(duration_cast<milliseconds>(m_headDeadline - steady_clock::now())) : !waitForBody())
        return false;
    m_buffer.resize(BufferSize);
    const ssize_t count = recv(m_socket, m_buffer.data(), m_buffer.size(), 0);
    m_buffer.resize(count > 0 ? static_cast<size_t>(count) : 0);
    return count > 0;
}

bool SocketStream::takeRequestLine()
{
    m_line.clear();
    m_lineAt = 0;
    m_lineTaken = true;
    while (m_line.empty() || m_line.back() != '\n') {
        if (m_position == m_buffer.size() && !fill())
            return false;
        const std::string_view rest = std::string_view(m_buffer).substr(m_position);
        const std::string_view part = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
        m_line += part;
        m_position += part.size();
        if (m_line.size() > LongestLine) {
            m_line = "GET /" + std::string(LibrarysLimit, '-') + " HTTP/1.1\r\n"; // it answers 414
            closeAfterAnswer();
            break;
        }
    }
    shortenTarget();
    return true;
}

void SocketStream::shortenTarget()
{
    const size_t begin = m_line.find(' ') + 1, end = m_line.rfind(' ');
    m_target = begin > 0 && end > begin ? m_line.substr(begin, end - begin) : std::string();
    const size_t path = m_target.find('?');
    if (m_target.size() > LibrarysLimit && path < LibrarysLimit)
        m_line.erase(begin + path, m_target.size() - path);
}

ssize_t SocketStream::read(char *bytes, size_t size)
{
    if (m_inHead && !m_lineTaken && !takeRequestLine())
        return 0;
    const bool inLine = m_lineAt < m_line.size();
    if (!inLine && m_position == m_buffer.size() && !fill())
        return 0;
    const std::string &source = inLine ? m_line : m_buffer;
    size_t &position = inLine ? m_lineAt : m_position;
    const size_t count = std::min(size, source.size() - position);
    std::memcpy(bytes, source.data() + position, count);
    position += count;
    if (m_inHead && !inLine && (m_headBytes += count) > LongestHead)
        return -1;
    return static_cast<ssize_t>(count);
}

bool SocketStream::send(std::string_view bytes, int flags)
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | flags);
        if (count > 0)
            bytes.remove_prefix(static_cast<size_t>(count));
        else if (errno == EAGAIN)
            waitWritable();
        else if (errno != EINTR)
            return false;
    }
    return true;
}

ssize_t SocketStream::write(const char *bytes, size_t size)
{
    std::string_view text(bytes, size);
    if (m_answerBegun)
        text.remove_prefix(std::min(text.find("\r\n") + 2, text.size()));
    m_answerBegun = false;
    return send(text) ? static_cast<ssize_t>(size) : -1;
}

bool SocketStream::sendHeaderNow(const std::string &name, const std::string &value)
{
    const std::string statusLine = m_answerBegun ? "" : "HTTP/1.1 200 OK\r\n";
    m_answerBegun = true;
    return send(statusLine + name + ": " + value + "\r\n");
}

bool SocketStream::beginChunk(size_t size)
{
    char head[24];
    const int length = std::snprintf(head, sizeof head, "%zx\r\n", size);
    return send({head, static_cast<size_t>(length)}, MSG_MORE);
}

ssize_t SocketStream::moveFrom(int pipe, size_t size)
{
    for (;;) {
        const ssize_t count = splice(pipe, nullptr, m_socket, nullptr, size, SPLICE_F_MOVE | SPLICE_F_MORE);
        if (count >= 0)
            return count;
        if (errno == EAGAIN)
            waitWritable();
        else if (errno != EINTR)
            return -1;
    }
}

// Who is at the other end is of no interest: the server listens on the loopback address only.
void SocketStream::get_remote_ip_and_port(std::string &, int &) const {}
void SocketStream::get_local_ip_and_port(std::string &, int &) const {}

} // namespace Engine
