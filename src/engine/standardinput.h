// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace Engine {

/// Lines on standard input, and the signals that end the program, in one place to wait at.
class StandardInput
{
public:
    /// Blocks SIGTERM, SIGINT and SIGHUP for all threads, so that they arrive here. Call before any thread
    /// starts.
    StandardInput();
    ~StandardInput();
    StandardInput(const StandardInput &) = delete;
    StandardInput &operator=(const StandardInput &) = delete;

    /// Waits for a line; false when the input has ended or a signal asks to end.
    bool readLine(std::string &line);

private:
    int m_signals = -1;
    std::string m_buffer;
};

} // namespace Engine
