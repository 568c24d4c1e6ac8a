// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/resultstream.h"

#include <chrono>
#include <poll.h>
#include <sys/ioctl.h>

namespace Engine {
namespace {

// A server, too, keeps the first megabyte back, so that an early error still gets its own status.
constexpr size_t HeldAtStart = 1 << 20;
constexpr size_t HeldAtMost = 64 << 20;
constexpr auto HeldFor = std::chrono::milliseconds(15);
constexpr int WatchInterval = 200;

} // namespace

ResultStream::ResultStream(Context context) : m_context(std::move(context)), m_killsSeen(m_context.instance.kills()) {}

ResultStream::~ResultStream()
{
    if (m_thread.joinable())
        abandon();
}

void ResultStream::start(std::string sql)
{
    m_thread = std::thread([this, text = std::move(sql)] {
        m_outcome = m_context.connection->run(text);
        // Not when the client has read everything: a statement that failed is listed until its connection goes.
        m_context.connection.reset();
        m_context.registration.reset();
        m_pipe.closeWrite();
    });
}

bool ResultStream::receive(int timeoutMilliseconds)
{
    pollfd waiting = {m_pipe.readEnd(), POLLIN, 0};
    if (poll(&waiting, 1, timeoutMilliseconds) <= 0)
        return false;
    const size_t before = m_held.size();
    m_held.resize(before + Pipe::Capacity);
    const size_t count = m_pipe.read(m_held.data() + before, Pipe::Capacity);
    m_held.resize(before + count);
    if (count == 0)
        finish();
    return true;
}

void ResultStream::finish()
{
    m_thread.join();
    m_ended = true;
}

void ResultStream::abandon()
{
    // The engine does not notice that nobody reads: it is told, and the pipe is read dry until it has ended.
    do {
        m_context.instance.kill(m_context.queryId);
        for (int reads = 0; reads < 64 && !m_ended && receive(20); ++reads)
            m_held.clear();
    } while (!m_ended);
}

void ResultStream::prefetch(bool everything)
{
    using Clock = std::chrono::steady_clock;
    while (!m_ended && m_held.empty()) {
        if (!receive(WatchInterval) && m_context.clientIsGone()) {
            abandon();
            return;
        }
    }
    const auto until = Clock::now() + HeldFor;
    const size_t enough = everything ? HeldAtMost : HeldAtStart;
    while (!m_ended && m_held.size() < enough) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        if (everything) {
            if (!receive(WatchInterval) && m_context.clientIsGone())
                return abandon();
        } else if (left <= 0 || !receive(static_cast<int>(left))) {
            return;
        }
    }
}

std::string_view ResultStream::next()
{
    while (m_held.empty() && !m_ended) {
        if (!receive(WatchInterval) && m_context.clientIsGone())
            abandon();
    }
    if (m_held.empty() && m_outcome.failed() && !m_tailSent) {
        m_tailSent = true;
        m_held = exceptionTail();
    }
    m_sending.swap(m_held);
    m_held.clear();
    return m_sending;
}

size_t ResultStream::waitForPipe()
{
    while (m_held.empty() && !m_ended) {
        pollfd waiting = {m_pipe.readEnd(), POLLIN, 0};
        if (poll(&waiting, 1, WatchInterval) > 0) {
            int ready = 0;
            ioctl(m_pipe.readEnd(), FIONREAD, &ready);
            return static_cast<size_t>(ready);
        }
        if (m_context.clientIsGone())
            abandon();
    }
    return 0;
}

void ResultStream::whileBlocked()
{
    if (m_ended || m_killsSeen == m_context.instance.kills())
        return;
    m_killsSeen = m_context.instance.kills();
    if (!m_context.instance.isCancelled(m_context.queryId))
        return;
    while (!m_ended)
        receive(WatchInterval);
}

std::string ResultStream::takeFromPipe(size_t size)
{
    std::string bytes = m_held.substr(0, size);
    m_held.erase(0, bytes.size());
    return bytes;
}

std::string ResultStream::exceptionTail() const
{
    const std::string message = withVersion(parseError(m_outcome.error), m_context.instance.version()) + "\n";
    const std::string &tag = m_context.exceptionTag;
    return "\r\n__exception__\r\n" + tag + "\r\n" + message + std::to_string(message.size()) + " " + tag +
           "\r\n__exception__\r\n";
}

} // namespace Engine
