// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QList>
#include <QString>

namespace Aiven {

/// One sentence of the server about one place of what was sent.
struct FieldError
{
    QString pointer; ///< JSON pointer inside user_config: "/tables/0/name"; empty means the whole
    QString message; ///< the server's words

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

/// Why a call gave no result. Facts only: App::describe holds the wording.
struct ApiError
{
    enum class Kind {
        Network,      ///< no answer; layer says where it ended
        Timeout,      ///< no complete answer in time; elapsed says how long
        BadAddress,   ///< the base URL may not be used, nothing was sent
        Redirected,   ///< 3xx, not followed; redirectHost says where to
        Unauthorized, ///< 401
        Forbidden,    ///< 403
        NotFound,     ///< 404, 410
        Conflict,     ///< 409
        Invalid,      ///< 400 and other refusals of what was sent
        RateLimited,  ///< 429; retryAfter says how long to wait
        Server,       ///< 5xx, 408
        BadReply      ///< 2xx, but incomplete, not JSON or not what the call promises
    };
    /// How far a request came that got no answer.
    enum class Layer { None, Name, Connect, Tls, Proxy, Transfer };
    enum class TlsFault { None, Untrusted, Expired, WrongHost, Protocol };
    /// What the server may have done: a changing call that was sent and not answered has an unknown outcome.
    enum class Effect { None, Unknown };

    Kind kind = Kind::Network;
    Layer layer = Layer::None;
    TlsFault tlsFault = TlsFault::None;
    Effect effect = Effect::None;
    int httpStatus = 0;
    QString serverMessage; ///< as the server sent it (HTML turned into text), cut at 32 000 characters
    QString errorCode;     ///< "service_not_found"; often absent
    QList<FieldError> fields;
    QString requestId;
    QString host; ///< host and port that was asked
    QString redirectHost;
    QString request;       ///< "GET /v1/project/demo/service"
    QString reason;        ///< BadReply: what is wrong with the answer, for Details
    qint64 elapsed = 0;    ///< milliseconds
    qint64 retryAfter = 0; ///< seconds, 0: not told
};

template <typename T>
using Result = Core::Expected<T, ApiError>;

} // namespace Aiven
