// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace Engine {

/// The folders and files in a data folder.
[[nodiscard]] std::string storePath(const std::string &folder);
[[nodiscard]] std::string configurationPath(const std::string &folder);

/// Writes the configuration files of the engine; `settings` are defaults of every query, above ours.
[[nodiscard]] bool writeConfiguration(const std::string &folder, const std::map<std::string, std::string> &settings);

} // namespace Engine
