// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/request.h"

#include <QHostAddress>
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

PostRequest sqlRequest(const Server &server, const QString &sql, const Parameters &parameters)
{
    PostRequest request;
    request.url = addressOf(server, parameters);
    request.body = sql.toUtf8();
    request.headers = {{"Authorization", authorization(server)}, {"Content-Type", "text/plain; charset=UTF-8"}};
    for (const QSslCertificate &authority : server.trusted)
        request.authorities += authority.toPem();
    request.packed = !isLoopback(server.url); // packing costs more than it saves there
    return request;
}

} // namespace ClickHouse
