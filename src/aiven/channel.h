// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/reachability.h"
#include "core/secret.h"

#include <QUrl>

#include <chrono>
#include <functional>

class QNetworkAccessManager;

namespace Aiven {

class ApiCall;

/// Where to ask and as whom.
struct Account
{
    QUrl baseUrl; ///< "https://api.aiven.io"; the paths of the calls begin with /v1
    Core::Secret token;
    QString label;
    QString user = {}; ///< whose token it is; empty: not known
};

/// How long things may take. Tests shorten it.
struct Timing
{
    std::chrono::milliseconds check{10'000}; ///< sign-in: somebody looks at the field
    std::chrono::milliseconds usual{30'000};
    std::chrono::milliseconds slow{60'000};        ///< creating, SQL
    std::chrono::milliseconds backOff{500};        ///< before the first repeat; the second waits twice as long
    std::chrono::milliseconds longestWait{60'000}; ///< cap for what a server may ask with Retry-After
    std::chrono::milliseconds poll{3'000};         ///< between two looks at a thing that is becoming ready
    std::chrono::milliseconds probe{5'000};        ///< without a connection, before the first look whether it is back
};

/// One finished exchange, for the list of requests and the log. Never holds bodies or headers.
struct CallRecord
{
    QString request; ///< "GET /v1/me"
    int httpStatus = 0;
    qint64 elapsed = 0; ///< milliseconds
    QString requestId;
};

/// A call that pauses before it is sent again, because the server asked for it (429) or gave no answer.
struct CallWait
{
    ApiCall *call = nullptr; ///< keep it in a QPointer; giveUp() ends the pause
    QString request;
    int seconds = 0;
};

/// What all calls of one account share. Calls keep it alive, so the client may go first.
struct Channel
{
    QNetworkAccessManager &network;
    Account account;
    Timing timing;
    /// After a 401 nothing more is sent with this token: twenty running pages ask the user once, not twenty times.
    bool tokenRefused = false;
    std::function<void()> onTokenRefused;
    std::function<void(const CallRecord &)> onCall;
    std::function<void(const CallWait &)> onWait;
    Reachability reachability{timing.probe};
};

} // namespace Aiven
