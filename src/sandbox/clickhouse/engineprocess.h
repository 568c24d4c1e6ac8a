// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "sandbox/clickhouse/childprocess.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace Sandbox {

/// Keeps one headgate-engine running: starts it, waits until it is ready, and starts it again when it dies, with growing
/// pauses. The port stays the same over restarts as long as nobody else takes it. Thread-safe.
class EngineProcess
{
public:
    struct Launch
    {
        std::string program;
        std::string dataFolder;
        std::function<std::string()> firstLine; ///< what the engine is told at each start
    };

    explicit EngineProcess(Launch launch);
    /// Ends the engine: politely, after ten seconds by force.
    ~EngineProcess();
    EngineProcess(const EngineProcess &) = delete;
    EngineProcess &operator=(const EngineProcess &) = delete;

    /// Returns at once; does nothing when the engine is running or starting.
    void start();
    /// The port, or a sentence about why there is none within that time.
    [[nodiscard]] Core::Expected<int, std::string> waitUntilReady(std::chrono::milliseconds timeout);
    [[nodiscard]] bool isReady() const;
    /// Tells a running engine something; one that starts learns it by its first line.
    void send(const std::string &line);

private:
    void supervise();
    [[nodiscard]] bool runOnce();
    [[nodiscard]] bool launch(int port);
    [[nodiscard]] bool awaitPort();
    void noteEnd();

    const Launch m_launch;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<ChildProcess> m_child;
    int m_port = 0; ///< the last one that worked, 0 before
    bool m_ready = false;
    bool m_hasWorked = false;
    bool m_ending = false;
    std::string m_failure;    ///< how the last run ended
    std::thread m_supervisor; ///< starts every child, because a child gets a signal when its starter thread ends
};

} // namespace Sandbox
