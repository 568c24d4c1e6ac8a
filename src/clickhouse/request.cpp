// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/request.h"

#include "core/oneshotdevice.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrlQuery>

namespace ClickHouse {

using namespace Qt::StringLiterals;

namespace {

bool isLoopback(const QUrl &url)
{
    return url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
}

QUrl addressOf(const Server &server, const Parameters &parameters)
{
    QUrlQuery query;
    const auto add = [&query](const QString &name, const QString &value) {
        query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(name)),
                           QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    for (const auto &[name, value] : parameters)
        add(name, value);
    if (!isLoopback(server.url))
        add(u"enable_http_compression"_s, u"1"_s);
    QUrl url = server.url;
    url.setPath(u"/"_s);
    url.setQuery(query);
    return url;
}

QByteArray authorization(const Server &server)
{
    const QString pair = server.user + u':' + server.password.reveal();
    return "Basic " + pair.toUtf8().toBase64();
}

} // namespace

QNetworkReply *postSql(QNetworkAccessManager &network, const Server &server, const QString &sql,
                       const Parameters &parameters)
{
    QNetworkRequest request(addressOf(server, parameters));
    const QByteArray body = sql.toUtf8();
    request.setRawHeader("Authorization", authorization(server));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/plain; charset=UTF-8"_s);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setDecompressedSafetyCheckThreshold(-1); // results compress well; the store has its own limit
    if (isLoopback(server.url))
        request.setRawHeader("Accept-Encoding", "identity"); // packing costs more than it saves here
    auto *const device = new Core::OneShotDevice(body);
    QNetworkReply *const reply = network.post(request, device);
    device->setParent(reply);
    return reply;
}

} // namespace ClickHouse
