// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace Engine {

/// Compares in a time that does not depend on where the two texts differ.
[[nodiscard]] bool equalInConstantTime(std::string_view a, std::string_view b);

/// Who may log in, and who may use which named collection. The control channel replaces both tables while requests are
/// served.
class Users
{
public:
    enum class Rank { Unknown, Ordinary, Internal };

    void set(std::map<std::string, std::string> passwords);
    /// The one user that may do what users may not: Kafka tables, named collections, reserved databases.
    void setInternal(std::string name, std::string password);
    [[nodiscard]] Rank check(const std::string &name, std::string_view password) const;

    /// By collection, the users that may use it.
    void setCollections(std::map<std::string, std::vector<std::string>> grants);
    [[nodiscard]] bool mayUse(const std::string &name, const std::string &collection) const;

private:
    mutable std::mutex m_mutex;
    std::map<std::string, std::string> m_passwords;
    std::map<std::string, std::vector<std::string>> m_collections;
    std::string m_internalName;
    std::string m_internalPassword;
};

} // namespace Engine
