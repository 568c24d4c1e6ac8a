// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <map>
#include <string>
#include <vector>

namespace Engine {

class Users;

/// The first line on standard input. Passwords come this way, because arguments and files can be read by
/// others.
struct Settings
{
    std::map<std::string, std::string> profile;
    std::vector<std::string> writablePaths;
    std::string displayName = "clickhouse";
};

/// {"users": {name: password}, "collections": {name: [user]}, "internal": {"name", "password"}, "settings": {},
/// "allow_write": [], "display_name": ""}
[[nodiscard]] Core::Expected<Settings, std::string> readSettings(const std::string &line, Users &users);
/// {"users": {name: password}} replaces the table of users, {"collections": {name: [user]}} who may use which named
/// collection.
[[nodiscard]] Core::Expected<bool, std::string> applyUpdate(const std::string &line, Users &users);

} // namespace Engine
