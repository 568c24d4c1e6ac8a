// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/apicall.h"

#include "aiven/channel.h"
#include "aiven/exchange.h"
#include "aiven/judge.h"
#include "core/background.h"
#include "core/logging.h"
#include "core/webaddress.h"

using namespace Qt::StringLiterals;

namespace Aiven {

namespace {

// Larger bodies are parsed beside the GUI thread: the types of integrations alone are megabytes in the cloud.
constexpr qsizetype readAtOnce = 64 << 10;

QString lineOf(const Request &request)
{
    return QLatin1StringView(name(request.verb)) + u' ' + QString::fromUtf8(request.path);
}

} // namespace

ApiCall::ApiCall(std::shared_ptr<Channel> channel, Request request, QObject *owner)
    : QObject(owner)
    , m_channel(std::move(channel))
    , m_request(std::move(request))
{
    Q_ASSERT(owner); // who waits; without one nobody would end the call
    m_clock.start();
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ApiCall::send);
    // Later, so that the caller has its then() in place whatever happens here.
    QMetaObject::invokeMethod(this, &ApiCall::send, Qt::QueuedConnection);
}

ApiCall::~ApiCall() = default;

void ApiCall::send()
{
    ApiError notSent;
    if (Core::addressProblem(m_channel->account.baseUrl) != Core::AddressProblem::None) {
        notSent.kind = ApiError::Kind::BadAddress;
        return finish(Core::Unexpected{notSent});
    }
    if (m_channel->tokenRefused) {
        notSent.kind = ApiError::Kind::Unauthorized;
        notSent.httpStatus = 401;
        return finish(Core::Unexpected{notSent});
    }
    m_exchange = std::make_unique<Exchange>(*m_channel, m_request);
    connect(m_exchange.get(), &Exchange::ended, this, &ApiCall::onAnswer);
}

void ApiCall::onAnswer()
{
    const HttpAnswer answer = m_exchange->answer();
    // The exchange is in the middle of its signal.
    m_exchange.release()->deleteLater();
    m_wasAnswered = answer.status != 0;
    const CallRecord record{lineOf(m_request), answer.status, m_clock.elapsed(), QString::fromLatin1(answer.requestId)};
    qCDebug(Core::networkLog) << record.request << record.httpStatus << record.elapsed << "ms" << record.requestId;
    if (m_channel->onCall)
        m_channel->onCall(record);
    if (answer.body.size() > readAtOnce)
        judgeInWorker(answer);
    else
        onJudged(judge(m_request, answer));
}

void ApiCall::judgeInWorker(const HttpAnswer &answer)
{
    Core::inBackground(
        this, [request = m_request, answer] { return judge(request, answer); },
        [this](Result<Core::Json> judged) { onJudged(std::move(judged)); });
}

void ApiCall::onJudged(Result<Core::Json> judged)
{
    if (!judged) {
        const auto wait = repeatAfter(m_request, judged.error(), m_repeats, m_channel->timing);
        if (wait)
            return pause(*wait, std::move(judged).error());
    }
    finish(std::move(judged));
}

void ApiCall::pause(std::chrono::milliseconds wait, ApiError why)
{
    ++m_repeats;
    m_pausedBy = std::move(why);
    m_pause.start(wait);
    if (wait < std::chrono::seconds(1))
        return; // not worth a word
    const int seconds = int(std::chrono::ceil<std::chrono::seconds>(wait).count());
    emit waiting(seconds);
    if (m_channel->onWait)
        m_channel->onWait({this, lineOf(m_request), seconds});
}

void ApiCall::giveUp()
{
    if (!m_pause.isActive())
        return;
    m_pause.stop();
    finish(Core::Unexpected{m_pausedBy});
}

void ApiCall::finish(Result<Core::Json> answer)
{
    // Asked once for the many calls of pages that read. Who sends a change stands before the screen and is asked each time.
    const bool refused = !answer && answer.error().kind == ApiError::Kind::Unauthorized &&
                         (!m_channel->tokenRefused || m_request.changesSomething());
    const std::shared_ptr<Channel> channel = m_channel; // the handler may delete this
    const std::optional<bool> wasAnswered = m_wasAnswered;
    if (refused)
        channel->tokenRefused = true;
    if (answer) {
        take(std::move(answer));
    } else {
        ApiError error = std::move(answer).error();
        error.host = Core::hostAndPort(m_channel->account.baseUrl);
        error.request = lineOf(m_request);
        error.elapsed = m_clock.elapsed();
        take(Core::Unexpected{std::move(error)});
    }
    deleteLater();
    emit finished();
    if (wasAnswered)
        channel->reachability.note(*wasAnswered);
    if (refused && channel->onTokenRefused)
        channel->onTokenRefused();
}

ApiError ApiCall::badReply(const QString &reason) const
{
    ApiError error;
    error.kind = ApiError::Kind::BadReply;
    error.httpStatus = 200;
    error.reason = reason;
    error.effect = m_request.changesSomething() ? ApiError::Effect::Unknown : ApiError::Effect::None;
    error.host = Core::hostAndPort(m_channel->account.baseUrl);
    error.request = lineOf(m_request);
    error.elapsed = m_clock.elapsed();
    return error;
}

} // namespace Aiven
