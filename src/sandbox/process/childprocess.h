// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <chrono>
#include <csignal>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace Sandbox {

/// A program that is fed through its standard input and answers in lines on its standard output; standard error is
/// shared. It gets a signal when the thread that started it ends, so start it from a thread that lives as long as it.
class ChildProcess
{
public:
    /// Who a program runs as.
    struct Identity
    {
        uid_t user = 0;
        gid_t group = 0;
    };
    struct Options
    {
        /// A folder that the program finds as /proc/self/fd/3 even when it may not walk there; empty for none.
        std::string folder;
        std::optional<Identity> identity; ///< only root can give another one than its own
        int endSignal = SIGTERM;          ///< what requestEnd() sends
        int orphanSignal = SIGTERM;       ///< what it gets when this program dies
    };

    [[nodiscard]] static Core::Expected<ChildProcess, std::string> start(const std::vector<std::string> &command,
                                                                         const Options &options);
    [[nodiscard]] static Core::Expected<ChildProcess, std::string> start(const std::vector<std::string> &command)
    {
        return start(command, Options());
    }
    /// Kills what still runs.
    ~ChildProcess();
    ChildProcess(ChildProcess &&other) noexcept;
    ChildProcess &operator=(ChildProcess &&) = delete;

    /// False when the program no longer reads.
    bool writeLine(const std::string &line);
    /// The next line, or nothing when the output ended or the time is over.
    [[nodiscard]] std::optional<std::string> readLine(std::chrono::milliseconds timeout);
    /// Tells the program to end: its input is closed and it gets its signal.
    void requestEnd();
    void kill();
    /// Waits until the program has ended, but leaves its number taken, so that kill() cannot hit another process.
    void waitForEnd() const;
    [[nodiscard]] pid_t number() const { return m_pid; }
    /// Whether it still runs; its number stays taken either way.
    [[nodiscard]] bool isRunning() const;
    /// Gives the number free and says how the end came: "ended with status 1", "was ended by signal 11".
    std::string reap();

private:
    ChildProcess(pid_t pid, int endSignal, int input, int output)
        : m_pid(pid)
        , m_endSignal(endSignal)
        , m_input(input)
        , m_output(output)
    {}

    pid_t m_pid = -1;
    int m_endSignal = SIGTERM;
    int m_input = -1;
    int m_output = -1;
    std::string m_buffer;
};

} // namespace Sandbox
