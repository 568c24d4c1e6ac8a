// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/users.h"

#include <algorithm>

namespace Engine {

bool equalInConstantTime(std::string_view a, std::string_view b)
{
    unsigned difference = a.size() == b.size() ? 0 : 1;
    for (size_t at = 0; at < a.size(); ++at) {
        const char other = b.empty() ? '\0' : b[at % b.size()];
        difference |= static_cast<unsigned char>(a[at]) ^ static_cast<unsigned char>(other);
    }
    return difference == 0;
}

void Users::set(std::map<std::string, std::string> passwords)
{
    const std::lock_guard lock(m_mutex);
    m_passwords = std::move(passwords);
}

void Users::setInternal(std::string name, std::string password)
{
    const std::lock_guard lock(m_mutex);
    m_internalName = std::move(name);
    m_internalPassword = std::move(password);
}

Users::Rank Users::check(const std::string &name, std::string_view password) const
{
    const std::lock_guard lock(m_mutex);
    if (!m_internalName.empty() && name == m_internalName)
        return equalInConstantTime(password, m_internalPassword) ? Rank::Internal : Rank::Unknown;
    const auto found = m_passwords.find(name);
    // A user without a password does not exist: an empty one never matches.
    const bool known = found != m_passwords.end() && !found->second.empty();
    const bool equal = equalInConstantTime(password, known ? found->second : "\x01");
    return known && equal ? Rank::Ordinary : Rank::Unknown;
}

void Users::setCollections(std::map<std::string, std::vector<std::string>> grants)
{
    const std::lock_guard lock(m_mutex);
    m_collections = std::move(grants);
}

bool Users::mayUse(const std::string &name, const std::string &collection) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_collections.find(collection);
    return found != m_collections.end() &&
           std::find(found->second.begin(), found->second.end(), name) != found->second.end();
}

} // namespace Engine
