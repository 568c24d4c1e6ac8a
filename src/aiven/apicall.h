// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/apierror.h"
#include "aiven/request.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace Aiven {

struct Channel;
struct HttpAnswer;
class Exchange;

/// One call of the API: sends the request, repeats it if that is safe, and answers exactly once, never before the
/// caller has returned to the event loop. The parent is who waits: when it dies, the request is aborted and nobody is
/// called back. Deletes itself after the answer.
class ApiCall : public QObject
{
    Q_OBJECT

public:
    ~ApiCall() override;

    /// Ends a pause before the next attempt: the call answers with the error that made it pause.
    void giveUp();

signals:
    void finished();
    /// The server asked to slow down (429), or a GET is repeated: for "Waiting 28 s, then asking again".
    void waiting(int seconds);

protected:
    ApiCall(std::shared_ptr<Channel> channel, Request request, QObject *owner);

    /// Turns the answer's JSON into the call's result.
    virtual void take(Result<Core::Json> answer) = 0;
    /// Facts about this call, for an error that is found while its JSON is read.
    [[nodiscard]] ApiError badReply(const QString &reason) const;

private:
    void send();
    void onAnswer();
    void judgeInWorker(const HttpAnswer &answer);
    void onJudged(Result<Core::Json> judged);
    void pause(std::chrono::milliseconds wait, ApiError why);
    void finish(Result<Core::Json> answer);

    const std::shared_ptr<Channel> m_channel;
    const Request m_request;
    std::unique_ptr<Exchange> m_exchange;
    QElapsedTimer m_clock;
    QTimer m_pause;
    ApiError m_pausedBy;
    std::optional<bool> m_wasAnswered; ///< the last exchange, with whatever status; nothing while none ended
    int m_repeats = 0;
};

} // namespace Aiven
