// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/apierror.h"
#include "sandbox/state/accesstoken.h"

#include <map>
#include <mutex>
#include <string>

namespace Sandbox {

class Store;

/// Who may ask: the token of this run, sessions that a login opened, and access tokens kept in the state. Thread-safe.
class Tokens
{
public:
    struct Wish
    {
        std::string description;
        std::optional<std::int64_t> maxAgeSeconds;
        bool extendWhenUsed = false;
    };
    struct Made
    {
        std::string text;
        AccessToken token;
    };

    Tokens(std::string runToken, Store &store) : m_runToken(std::move(runToken)), m_store(store) {}

    /// Whether a request with this token is answered. A token that is extended when used is, at most once a minute.
    [[nodiscard]] bool isKnown(const std::string &token);
    /// A session's token, for the password that is this run's token; or nothing.
    [[nodiscard]] std::optional<std::string> logIn(const std::string &password);
    /// Ends a session. The token of the run stays: it is not the user's to end, and without it nobody could ask.
    void logOut(const std::string &token);

    [[nodiscard]] Core::Expected<Made, ApiError> make(const Wish &wish);
    /// An access token by itself or its prefix, or a session by its token, as clients log out; 404 when there is none. The
    /// token of the run stays, as with logOut().
    [[nodiscard]] Core::Outcome<ApiError> revoke(const std::string &tokenOrPrefix);

private:
    [[nodiscard]] bool isAccessToken(const std::string &token);

    const std::string m_runToken;
    Store &m_store;
    std::mutex m_mutex;
    std::map<std::string, std::string> m_sessions; ///< by the hash of the token, with the time of the login
};

} // namespace Sandbox
