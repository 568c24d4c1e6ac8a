// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/exchange.h"

#include "aiven/channel.h"
#include "core/oneshotdevice.h"

#include <QNetworkAccessManager>
#include <QSslError>

using namespace Qt::StringLiterals;

namespace Aiven {

namespace {

constexpr qint64 errorBudget = 64 << 10;

std::chrono::milliseconds deadlineOf(const Timing &timing, Request::Patience patience)
{
    switch (patience) {
    case Request::Patience::Check: return timing.check;
    case Request::Patience::Usual: return timing.usual;
    case Request::Patience::Long: return timing.slow;
    }
    Q_UNREACHABLE();
}

QNetworkRequest networkRequest(const Channel &channel, const Request &request)
{
    QNetworkRequest made(urlOf(channel, request));
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Qt's own guard takes honest, well compressed answers for bombs; the byte budget takes its place.
    made.setDecompressedSafetyCheckThreshold(-1);
    made.setTransferTimeout(int(deadlineOf(channel.timing, request.patience).count()));
    made.setRawHeader("Authorization", "aivenv1 " + channel.account.token.reveal().toUtf8());
    made.setRawHeader("Accept", "application/json");
    made.setHeader(QNetworkRequest::UserAgentHeader, u"headgate"_s);
    return made;
}

ApiError::TlsFault faultOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::NoError: return ApiError::TlsFault::None;
    case QSslError::HostNameMismatch: return ApiError::TlsFault::WrongHost;
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid: return ApiError::TlsFault::Expired;
    default: return ApiError::TlsFault::Untrusted;
    }
}

} // namespace

QUrl urlOf(const Channel &channel, const Request &request)
{
    // From encoded bytes: QUrl::setPath would encode "%2F" once more.
    QByteArray base =
        channel.account.baseUrl.toEncoded(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
    return QUrl::fromEncoded(base + request.path, QUrl::StrictMode);
}

Exchange::Exchange(const Channel &channel, const Request &request) : m_budget(request.budget)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { stop(HttpAnswer::EndedBy::Deadline); });
    m_reply = start(channel, request);
    connect(m_reply, &QIODevice::readyRead, this, &Exchange::read);
    connect(m_reply, &QNetworkReply::sslErrors, this, &Exchange::onSslErrors);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onFinished);
    m_deadline.start(deadlineOf(channel.timing, request.patience));
}

Exchange::~Exchange()
{
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

QNetworkReply *Exchange::start(const Channel &channel, const Request &request)
{
    QNetworkRequest made = networkRequest(channel, request);
    if (!request.changesSomething())
        return channel.network.get(made);
    // Also a DELETE: without a body Qt could send it again.
    const QByteArray body = request.body ? Core::toText(*request.body) : QByteArray("{}");
    made.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    made.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto device = std::make_unique<Core::OneShotDevice>(body);
    QNetworkReply *reply = channel.network.sendCustomRequest(made, name(request.verb), device.get());
    device.release()->setParent(reply);
    return reply;
}

void Exchange::read()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const qint64 budget = status >= 200 && status < 300 ? m_budget : qMin(m_budget, errorBudget);
    m_answer.body += m_reply->read(budget - m_answer.body.size());
    if (m_answer.body.size() >= budget && m_reply->bytesAvailable() > 0)
        stop(HttpAnswer::EndedBy::Budget);
}

void Exchange::stop(HttpAnswer::EndedBy by)
{
    if (m_answer.endedBy != HttpAnswer::EndedBy::Server || m_reply->isFinished())
        return;
    m_answer.endedBy = by;
    m_reply->abort();
}

void Exchange::onFinished()
{
    m_deadline.stop();
    if (m_answer.endedBy == HttpAnswer::EndedBy::Server && m_reply->isOpen())
        read();
    m_answer.error = m_reply->error();
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.contentType = m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    m_answer.requestId = m_reply->rawHeader("X-Request-Id");
    m_answer.retryAfter = m_reply->rawHeader("Retry-After");
    const QUrl target = QUrl::fromEncoded(m_reply->rawHeader("Location"));
    m_answer.location = m_reply->url().resolved(target);
    emit ended();
}

void Exchange::onSslErrors(const QList<QSslError> &errors)
{
    // Only noted: there is no way to go on in spite of them.
    for (const QSslError &error : errors) {
        if (m_answer.tlsFault == ApiError::TlsFault::None || error.error() == QSslError::HostNameMismatch)
            m_answer.tlsFault = faultOf(error.error());
    }
}

} // namespace Aiven
