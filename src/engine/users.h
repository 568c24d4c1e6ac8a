// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace Engine {

/// Compares in a time that does not depend on where the two texts differ.
[[nodiscard]] bool equalInConstantTime(std::string_view a, std::string_view b);

/// Who may log in. The control channel replaces the table while requests are served.
class Users
{
public:
    enum class Rank { Unknown, Ordinary, Internal };

    void set(std::map<std::string, std::string> passwords);
    /// The one user that may do what users may not: Kafka tables, named collections, reserved databases.
    void setInternal(std::string name, std::string password);
    [[nodiscard]] Rank check(const std::string &name, std::string_view password) const;

private:
    mutable std::mutex m_mutex;
    std::map<std::string, std::string> m_passwords;
    std::string m_internalName;
    std::string m_internalPassword;
};

} // namespace Engine
