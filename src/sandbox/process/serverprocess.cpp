// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/process/serverprocess.h"

#include <algorithm>
#include <cstdio>

namespace Sandbox {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto endTimeout = 10s;
constexpr auto shortestPause = 200ms;
constexpr auto longestPause = 10s;
/// One that ran this long is healthy: its next pause is short again.
constexpr auto healthyAfter = 30s;

} // namespace

ServerProcess::ServerProcess(Launch launch) : m_launch(std::move(launch)) {}

ServerProcess::~ServerProcess()
{
    {
        std::unique_lock lock(m_mutex);
        m_ending = true;
        if (m_child)
            m_child->requestEnd();
        m_changed.notify_all();
        if (!m_changed.wait_for(lock, endTimeout, [this] { return !m_child; }))
            m_child->kill();
    }
    if (m_supervisor.joinable())
        m_supervisor.join();
}

void ServerProcess::start()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_supervisor.joinable() && !m_ending)
        m_supervisor = std::thread([this] { supervise(); });
}

Core::Expected<int, std::string> ServerProcess::waitUntilReady(std::chrono::milliseconds timeout)
{
    start();
    std::unique_lock lock(m_mutex);
    // One that never worked will hardly work in a moment; one that crashed is awaited.
    m_changed.wait_for(lock, timeout, [this] { return m_ready || m_ending || (!m_hasWorked && !m_failure.empty()); });
    if (m_ready)
        return m_port;
    return Core::Unexpected{m_failure.empty() ? std::string("it is still starting") : m_failure};
}

bool ServerProcess::isReady() const
{
    const std::scoped_lock lock(m_mutex);
    return m_ready;
}

void ServerProcess::send(const std::string &line)
{
    const std::scoped_lock lock(m_mutex);
    if (m_child)
        m_child->writeLine(line);
}

void ServerProcess::supervise()
{
    auto pause = std::chrono::milliseconds(shortestPause);
    for (;;) {
        const auto started = Clock::now();
        if (!runOnce())
            return;
        if (Clock::now() - started > healthyAfter)
            pause = shortestPause;
        std::unique_lock lock(m_mutex);
        if (m_changed.wait_for(lock, pause, [this] { return m_ending; }))
            return;
        pause = std::min<std::chrono::milliseconds>(pause * 2, longestPause);
    }
}

/// One life of the program. False when it ended because this object ends.
bool ServerProcess::runOnce()
{
    const int formerPort = m_port;
    if (launch(formerPort)) {
        if (!awaitPort()) {
            const std::scoped_lock lock(m_mutex);
            m_port = 0; // perhaps somebody else has the port by now
            m_child->kill();
        }
        m_child->waitForEnd();
        noteEnd();
    }
    const std::scoped_lock lock(m_mutex);
    m_changed.notify_all();
    return !m_ending;
}

/// What is sent to a program from now on must find it, so its start is under the lock; what takes long is not.
bool ServerProcess::launch(int port)
{
    Core::Outcome<std::string> prepared = std::monostate{};
    if (m_launch.prepare)
        prepared = m_launch.prepare();
    const std::scoped_lock lock(m_mutex);
    if (m_ending)
        return false;
    if (!prepared) {
        m_failure = prepared.error();
        return false;
    }
    auto child = m_launch.start(port);
    if (!child) {
        m_failure = "it could not be started (" + child.error() + ")";
        return false;
    }
    m_child.emplace(std::move(child).value());
    return true;
}

/// Only this thread makes and removes the child, so it may be used without the lock.
bool ServerProcess::awaitPort()
{
    const auto port = m_launch.awaitPort(*m_child);
    const std::scoped_lock lock(m_mutex);
    m_failure = port ? std::string() : port.error();
    if (!port)
        return false;
    m_port = *port;
    m_ready = true;
    m_hasWorked = true;
    m_changed.notify_all();
    return true;
}

void ServerProcess::noteEnd()
{
    const std::scoped_lock lock(m_mutex);
    m_ready = false;
    const std::string end = "it " + m_child->reap();
    if (m_failure.empty())
        m_failure = end;
    m_child.reset();
    if (!m_ending)
        std::fprintf(stderr, "headgate-sandbox: %s stopped: %s\n", m_launch.name.c_str(), m_failure.c_str());
}

} // namespace Sandbox
