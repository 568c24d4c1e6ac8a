// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/tokens.h"

#include "sandbox/state/store.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>

namespace Sandbox {

namespace {

constexpr std::size_t prefixLength = 10;
constexpr qint64 secondsBetweenExtensions = 60;
constexpr std::size_t mostSessions = 1000;
constexpr std::size_t mostTokens = 1000;

/// Takes the same time wherever the texts differ.
bool isSame(const std::string &given, const std::string &expected)
{
    unsigned difference = given.size() == expected.size() ? 0 : 1;
    for (std::size_t at = 0; at < given.size(); ++at) {
        const char other = expected.empty() ? '\0' : expected[at % expected.size()];
        difference |= unsigned(static_cast<unsigned char>(given[at] ^ other));
    }
    return difference == 0;
}

std::string hashOf(const std::string &token)
{
    return QCryptographicHash::hash(QByteArray::fromStdString(token), QCryptographicHash::Sha256).toHex().toStdString();
}

std::string timeAfter(std::int64_t seconds)
{
    return QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODate).toStdString();
}

bool isOver(const AccessToken &token)
{
    return !token.expiryTime.empty() && token.expiryTime < currentTime();
}

} // namespace

bool Tokens::isKnown(const std::string &token)
{
    if (isSame(token, m_runToken))
        return true;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_sessions.contains(hashOf(token)))
            return true;
    }
    return isAccessToken(token);
}

bool Tokens::isAccessToken(const std::string &token)
{
    const std::string hash = hashOf(token);
    const auto withHash = [&hash](const AccessToken &known) { return known.hash == hash; };
    const auto state = m_store.state();
    const auto known = std::find_if(state->accessTokens.begin(), state->accessTokens.end(), withHash);
    if (known == state->accessTokens.end() || isOver(*known))
        return false;
    if (!known->extendWhenUsed || !known->maxAgeSeconds)
        return true;
    if (const std::string due = timeAfter(*known->maxAgeSeconds - secondsBetweenExtensions); known->expiryTime > due)
        return true;
    const auto extended = m_store.change([&](State &edited) -> Core::Outcome<ApiError> {
        const auto found = std::find_if(edited.accessTokens.begin(), edited.accessTokens.end(), withHash);
        if (found != edited.accessTokens.end())
            found->expiryTime = timeAfter(*found->maxAgeSeconds);
        return std::monostate{};
    });
    return extended.has_value();
}

std::optional<std::string> Tokens::logIn(const std::string &password)
{
    if (!isSame(password, m_runToken))
        return std::nullopt;
    std::string token = newSecret();
    const std::scoped_lock lock(m_mutex);
    if (m_sessions.size() >= mostSessions) {
        m_sessions.erase(std::min_element(m_sessions.begin(), m_sessions.end(), [](const auto &one, const auto &other) {
            return one.second < other.second;
        }));
    }
    m_sessions.emplace(hashOf(token), currentTime());
    return token;
}

void Tokens::logOut(const std::string &token)
{
    const std::scoped_lock lock(m_mutex);
    m_sessions.erase(hashOf(token));
}

Core::Expected<Tokens::Made, ApiError> Tokens::make(const Wish &wish)
{
    Made made{newSecret(), {}};
    AccessToken &token = made.token;
    token.prefix = made.text.substr(0, prefixLength);
    token.hash = hashOf(made.text);
    token.description = wish.description;
    token.createTime = currentTime();
    token.maxAgeSeconds = wish.maxAgeSeconds;
    token.extendWhenUsed = wish.extendWhenUsed;
    if (wish.maxAgeSeconds)
        token.expiryTime = timeAfter(*wish.maxAgeSeconds);
    const auto saved = m_store.change([&token](State &state) -> Core::Outcome<ApiError> {
        std::erase_if(state.accessTokens, isOver);
        if (state.accessTokens.size() >= mostTokens)
            return refuse(409, "There are " + std::to_string(mostTokens) + " access tokens already", "bad_request");
        state.accessTokens.push_back(token);
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    return made;
}

Core::Outcome<ApiError> Tokens::revoke(const std::string &tokenOrPrefix)
{
    const std::string hash = hashOf(tokenOrPrefix);
    {
        const std::scoped_lock lock(m_mutex);
        if (m_sessions.erase(hash) > 0)
            return std::monostate{};
    }
    if (isSame(tokenOrPrefix, m_runToken))
        return std::monostate{};
    return m_store.change([&](State &state) -> Core::Outcome<ApiError> {
        const auto gone = std::erase_if(state.accessTokens, [&](const AccessToken &token) {
            return token.hash == hash || token.prefix == tokenOrPrefix;
        });
        if (gone == 0)
            return refuse(404, "Access token does not exist", "access_token_not_found");
        return std::monostate{};
    });
}

} // namespace Sandbox
