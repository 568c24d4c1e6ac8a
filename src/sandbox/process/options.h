// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <string>
#include <vector>

namespace Sandbox {

/// What the command line asks for.
struct Options
{
    enum class Task { Run, ShowHelp, ShowVersion };
    enum class Lifetime { LikeParent, UntilSignal };

    Task task = Task::Run;
    Lifetime lifetime = Lifetime::LikeParent;
    int port = 0;           ///< 0: any free one
    std::string dataFolder; ///< empty: a temporary one
};

/// The error is a sentence about the argument that is wrong.
[[nodiscard]] Core::Expected<Options, std::string> parseOptions(const std::vector<std::string> &arguments);
[[nodiscard]] std::string helpText();

} // namespace Sandbox
