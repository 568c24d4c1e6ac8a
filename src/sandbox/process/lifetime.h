// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sandbox {

/// Tells the main thread when to end: on SIGTERM, SIGINT or SIGHUP, and, unless it should be kept, when standard input
/// closes, which it does when the parent dies in whatever way. Made before any thread, because it blocks the signals in
/// all of them.
class Lifetime
{
public:
    enum class StandardInput { Watched, Ignored };

    explicit Lifetime(StandardInput input);
    ~Lifetime();
    Lifetime(const Lifetime &) = delete;
    Lifetime &operator=(const Lifetime &) = delete;

    void waitForEnd() const;

private:
    const StandardInput m_input;
    int m_signals = -1;
};

} // namespace Sandbox
