// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace Sandbox {

/// A program that is fed through its standard input and answers in lines on its standard output; standard error is
/// shared. It gets SIGTERM when the thread that started it ends, so start it from a thread that lives as long as it.
class ChildProcess
{
public:
    [[nodiscard]] static Core::Expected<ChildProcess, std::string> start(const std::vector<std::string> &command);
    /// Kills what still runs.
    ~ChildProcess();
    ChildProcess(ChildProcess &&other) noexcept;
    ChildProcess &operator=(ChildProcess &&) = delete;

    /// False when the program no longer reads.
    bool writeLine(const std::string &line);
    /// The next line, or nothing when the output ended or the time is over.
    [[nodiscard]] std::optional<std::string> readLine(std::chrono::milliseconds timeout);
    /// Tells the program to end: its input is closed and it gets SIGTERM.
    void requestEnd();
    void kill();
    /// Waits until the program has ended, but leaves its number taken, so that kill() cannot hit another process.
    void waitForEnd() const;
    /// Gives the number free and says how the end came: "ended with status 1", "was ended by signal 11".
    std::string reap();

private:
    ChildProcess(pid_t pid, int input, int output) : m_pid(pid), m_input(input), m_output(output) {}

    pid_t m_pid = -1;
    int m_input = -1;
    int m_output = -1;
    std::string m_buffer;
};

} // namespace Sandbox
