// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/apierror.h"
#include "aiven/request.h"

#include <QNetworkReply>
#include <QObject>
#include <QTimer>

namespace Aiven {

struct Channel;

/// What came back from one exchange, before anybody judges it.
struct HttpAnswer
{
    enum class EndedBy { Server, Deadline, Budget };

    EndedBy endedBy = EndedBy::Server;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    ApiError::TlsFault tlsFault = ApiError::TlsFault::None;
    int status = 0; ///< 0: no head came
    QByteArray contentType;
    QByteArray body;
    QByteArray requestId;
    QByteArray retryAfter;
    QUrl location; ///< of a redirect, absolute
};

/// The URL of a request for this channel's account.
[[nodiscard]] QUrl urlOf(const Channel &channel, const Request &request);

/// One HTTP exchange with every rule of the program: one send of a body, no redirects, HTTP/1.1, a byte budget, a total
/// deadline beside the inactivity timer, and knowledge of who ended it. Destroying it aborts silently.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    Exchange(const Channel &channel, const Request &request);
    ~Exchange() override;

    [[nodiscard]] const HttpAnswer &answer() const { return m_answer; }

signals:
    void ended();

private:
    [[nodiscard]] QNetworkReply *start(const Channel &channel, const Request &request);
    void read();
    void stop(HttpAnswer::EndedBy by);
    void onFinished();
    void onSslErrors(const QList<QSslError> &errors);

    const qint64 m_budget;
    HttpAnswer m_answer;
    QTimer m_deadline;
    QNetworkReply *m_reply = nullptr;
};

} // namespace Aiven
