// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace Engine {

/// Confines this process, and all it starts, with Landlock: reading is possible only in the system's library
/// folders, the few files of /etc, /proc and /sys that a database needs, and `readable`; writing only in
/// `writable`. The network stays open: Kafka and PostgreSQL need it. Returns whether the kernel enforces it.
[[nodiscard]] bool confine(const std::vector<std::string> &readable, const std::vector<std::string> &writable);

} // namespace Engine
