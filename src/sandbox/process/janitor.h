// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <sys/types.h>

namespace Sandbox {

/// Removes a folder once this process is gone, however it ended: a small process of its own that waits for that. Made
/// before there are threads.
class Janitor
{
public:
    explicit Janitor(const std::string &folder);
    /// Lets it do its work, and waits for its end.
    ~Janitor();
    Janitor(const Janitor &) = delete;
    Janitor &operator=(const Janitor &) = delete;

private:
    int m_life = -1; ///< the end of a pipe that nobody else holds open
    pid_t m_process = -1;
};

} // namespace Sandbox
