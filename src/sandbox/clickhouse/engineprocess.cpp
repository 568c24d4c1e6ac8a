// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/engineprocess.h"

#include "core/json.h"

#include <algorithm>
#include <cstdio>

namespace Sandbox {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto startTimeout = 30s;
constexpr auto endTimeout = 10s;
constexpr auto shortestPause = 200ms;
constexpr auto longestPause = 10s;
/// An engine that ran this long is healthy: its next pause is short again.
constexpr auto healthyAfter = 30s;

} // namespace

EngineProcess::EngineProcess(Launch launch) : m_launch(std::move(launch)) {}

EngineProcess::~EngineProcess()
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

void EngineProcess::start()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_supervisor.joinable() && !m_ending)
        m_supervisor = std::thread([this] { supervise(); });
}

Core::Expected<int, std::string> EngineProcess::waitUntilReady(std::chrono::milliseconds timeout)
{
    start();
    std::unique_lock lock(m_mutex);
    // One that never worked will hardly work in a moment; one that crashed is awaited.
    m_changed.wait_for(lock, timeout, [this] { return m_ready || m_ending || (!m_hasWorked && !m_failure.empty()); });
    if (m_ready)
        return m_port;
    return Core::Unexpected{m_failure.empty() ? std::string("it is still starting") : m_failure};
}

bool EngineProcess::isReady() const
{
    const std::scoped_lock lock(m_mutex);
    return m_ready;
}

void EngineProcess::send(const std::string &line)
{
    const std::scoped_lock lock(m_mutex);
    if (m_child)
        m_child->writeLine(line);
}

void EngineProcess::supervise()
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

/// One life of the engine. False when it ended because this object ends.
bool EngineProcess::runOnce()
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

bool EngineProcess::launch(int port)
{
    const std::scoped_lock lock(m_mutex);
    if (m_ending)
        return false;
    auto child = ChildProcess::start({m_launch.program, "--data", m_launch.dataFolder, "--port", std::to_string(port)});
    if (!child) {
        m_failure = "it could not be started (" + child.error() + ")";
        return false;
    }
    m_child.emplace(std::move(child).value());
    m_child->writeLine(m_launch.firstLine());
    return true;
}

/// The first line of output is {"http_port": N}. Only this thread makes and removes the child, so it may be read
/// without the lock.
bool EngineProcess::awaitPort()
{
    const auto line = m_child->readLine(startTimeout);
    const auto answer = Core::parseJson(QByteArray::fromStdString(line.value_or("")));
    const std::scoped_lock lock(m_mutex);
    const qint64 port = answer ? Core::integerAt(*answer, "http_port") : 0;
    if (port <= 0)
        return false;
    m_port = static_cast<int>(port);
    m_ready = true;
    m_hasWorked = true;
    m_failure.clear();
    m_changed.notify_all();
    return true;
}

void EngineProcess::noteEnd()
{
    const std::scoped_lock lock(m_mutex);
    m_ready = false;
    m_failure = "it " + m_child->reap();
    m_child.reset();
    if (!m_ending)
        std::fprintf(stderr, "headgate-sandbox: the ClickHouse engine stopped: %s\n", m_failure.c_str());
}

} // namespace Sandbox
