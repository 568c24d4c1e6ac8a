// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/judge.h"

#include "aiven/channel.h"
#include "aiven/exchange.h"
#include "aiven/servermessage.h"
#include "core/webaddress.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aiven {

namespace {

using Kind = ApiError::Kind;
using Layer = ApiError::Layer;
using Effect = ApiError::Effect;

constexpr int mostRepeats = 2;

Layer layerOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError: return Layer::Name;
    case QNetworkReply::ConnectionRefusedError: return Layer::Connect;
    case QNetworkReply::SslHandshakeFailedError: return Layer::Tls;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError: return Layer::Proxy;
    default: return Layer::Transfer;
    }
}

Effect effectOf(const Request &request, bool mayHaveArrived)
{
    return request.changesSomething() && mayHaveArrived ? Effect::Unknown : Effect::None;
}

Kind kindOf(int status)
{
    switch (status) {
    case 401: return Kind::Unauthorized;
    case 403: return Kind::Forbidden;
    case 404:
    case 410: return Kind::NotFound;
    case 408: return Kind::Server;
    case 409: return Kind::Conflict;
    case 429: return Kind::RateLimited;
    default: return status >= 500 ? Kind::Server : Kind::Invalid;
    }
}

ApiError noAnswer(const Request &request, const HttpAnswer &answer)
{
    ApiError error;
    error.kind = Kind::Network;
    error.layer = layerOf(answer.error);
    if (error.layer == Layer::Tls)
        error.tlsFault = answer.tlsFault == ApiError::TlsFault::None ? ApiError::TlsFault::Protocol : answer.tlsFault;
    if (answer.error == QNetworkReply::TimeoutError)
        error.kind = Kind::Timeout;
    error.effect = effectOf(request, error.layer == Layer::Transfer);
    return error;
}

ApiError timedOut(const Request &request)
{
    ApiError error;
    error.kind = Kind::Timeout;
    error.effect = effectOf(request, true);
    return error;
}

ApiError refusal(const Request &request, const HttpAnswer &answer)
{
    ApiError error;
    error.kind = kindOf(answer.status);
    readRefusal(answer.body, answer.contentType, error);
    if (error.kind == Kind::RateLimited)
        error.retryAfter = waitAskedFor(answer.retryAfter, error.serverMessage);
    // 501 means "not now": nothing was done. Of the others a gateway may have said it after passing the request on.
    error.effect = effectOf(request, error.kind == Kind::Server && answer.status != 501);
    return error;
}

ApiError badAnswer(const Request &request, const QString &reason)
{
    ApiError error;
    error.kind = Kind::BadReply;
    error.reason = reason;
    error.effect = effectOf(request, true);
    return error;
}

Result<Core::Json> readGood(const Request &request, const HttpAnswer &answer)
{
    if (answer.endedBy == HttpAnswer::EndedBy::Budget)
        return Core::Unexpected{badAnswer(request, u"larger than %1 bytes"_s.arg(request.budget))};
    if (answer.error != QNetworkReply::NoError)
        return Core::Unexpected{badAnswer(request, u"the connection ended in the middle"_s)};
    if (answer.body.isEmpty() && request.verb == Request::Verb::Delete)
        return Core::Json::object();
    const QByteArray mediaType = answer.contentType.split(';').constFirst().trimmed().toLower();
    if (mediaType != "application/json")
        return Core::Unexpected{badAnswer(request, u"not JSON but %1"_s.arg(QString::fromLatin1(mediaType)))};
    Core::Expected<Core::Json, Core::JsonError> value = Core::parseJson(answer.body);
    if (!value) {
        const Core::JsonError &why = value.error();
        return Core::Unexpected{
            badAnswer(request, u"not complete JSON: %1 (line %2, column %3)"_s.arg(
                                   why.message, QString::number(why.line), QString::number(why.column)))};
    }
    if (!value->is_object())
        return Core::Unexpected{badAnswer(request, u"JSON, but not an object"_s)};
    return std::move(value).value();
}

Result<Core::Json> judgeKind(const Request &request, const HttpAnswer &answer)
{
    // Qt reports its own inactivity timer as a user's cancel; the user's cancel destroys the exchange instead.
    if (answer.endedBy == HttpAnswer::EndedBy::Deadline ||
        (answer.error == QNetworkReply::OperationCanceledError && answer.endedBy == HttpAnswer::EndedBy::Server))
        return Core::Unexpected{timedOut(request)};
    if (answer.status == 0)
        return Core::Unexpected{noAnswer(request, answer)};
    if (answer.status >= 300 && answer.status < 400) {
        ApiError error;
        error.kind = Kind::Redirected;
        error.redirectHost = Core::hostAndPort(answer.location);
        return Core::Unexpected{error};
    }
    if (answer.status < 200 || answer.status >= 400)
        return Core::Unexpected{refusal(request, answer)};
    return readGood(request, answer);
}

bool mayHelp(const ApiError &error)
{
    switch (error.kind) {
    case Kind::Network: return error.layer != Layer::Tls && error.layer != Layer::Proxy;
    case Kind::RateLimited: return true;
    case Kind::Server:
        return error.httpStatus == 408 || error.httpStatus == 500 ||
               (error.httpStatus >= 502 && error.httpStatus <= 504);
    default: return false;
    }
}

} // namespace

Result<Core::Json> judge(const Request &request, const HttpAnswer &answer)
{
    Result<Core::Json> judged = judgeKind(request, answer);
    if (judged)
        return judged;
    ApiError error = std::move(judged).error();
    error.httpStatus = answer.status;
    error.requestId = QString::fromLatin1(answer.requestId.left(200));
    return Core::Unexpected{std::move(error)};
}

std::optional<std::chrono::milliseconds> repeatAfter(const Request &request, const ApiError &error, int repeats,
                                                     const Timing &timing)
{
    if (request.changesSomething() || repeats >= mostRepeats || !mayHelp(error))
        return std::nullopt;
    if (error.retryAfter > 0)
        return std::min(std::chrono::milliseconds(error.retryAfter * 1000), timing.longestWait);
    // Between half and one and a half of the step, so that many clients do not come back at the same moment.
    const double jitter = 0.5 + QRandomGenerator::global()->generateDouble();
    return std::chrono::milliseconds(qint64(double(timing.backOff.count() << repeats) * jitter));
}

} // namespace Aiven
