// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "sandbox/process/childprocess.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace Sandbox {

/// Keeps one server program running: starts it, waits until it is ready, and starts it again when it dies, with growing
/// pauses. Thread-safe.
class ServerProcess
{
public:
    struct Launch
    {
        std::string name; ///< for what is told on standard error: "the ClickHouse engine"
        /// What takes longer and comes before each start; may be empty. The error is a sentence.
        std::function<Core::Outcome<std::string>()> prepare;
        /// Starts the program; the port is the one it had before, so that clients find it again, or 0.
        std::function<Core::Expected<ChildProcess, std::string>(int port)> start;
        /// Waits until the program serves and returns its port, or a sentence, which may be empty, about why not.
        std::function<Core::Expected<int, std::string>(ChildProcess &)> awaitPort;
    };

    explicit ServerProcess(Launch launch);
    /// Ends the program: politely, after ten seconds by force.
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    /// Returns at once; does nothing when the program is running or starting.
    void start();
    /// The port, or a sentence about why there is none within that time.
    [[nodiscard]] Core::Expected<int, std::string> waitUntilReady(std::chrono::milliseconds timeout);
    [[nodiscard]] bool isReady() const;
    /// Writes a line to the program's standard input if it runs.
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
