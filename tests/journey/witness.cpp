// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "journey/witness.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr auto answerLimit = std::chrono::seconds(30);

QByteArray compact(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return value.toVariant().toString().toUtf8();
}

} // namespace

Witness::Witness(QUrl api, QByteArray token, QString project)
    : m_api(std::move(api))
    , m_token(std::move(token))
    , m_project(std::move(project))
{}

QByteArray Witness::send(const QByteArray &verb, const QUrl &url, const QByteArray &authorization,
                         const QByteArray &body)
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", authorization);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, verb, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(answerLimit, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    return reply->readAll();
}

QJsonObject Witness::api(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    QUrl url = m_api;
    const QStringList parts = (u"/v1/project/"_s + m_project + path).split(u'?');
    url.setPath(parts.first());
    url.setQuery(parts.mid(1).join(u'?'));
    const QByteArray sent = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson();
    return QJsonDocument::fromJson(send(verb, url, "aivenv1 " + m_token, sent)).object();
}

Witness::Server Witness::serverOf(const QString &service)
{
    const QJsonObject found =
        api("GET", u"/service/%1?include_secrets=true"_s.arg(service), {})[u"service"_s].toObject();
    Server server;
    for (const QJsonValue &component : found[u"components"_s].toArray()) {
        if (component[u"component"_s].toString() != u"clickhouse_https"_s)
            continue;
        const QString scheme = component[u"ssl"_s].toBool(true) ? u"https"_s : u"http"_s;
        server.url = QUrl(u"%1://%2:%3/"_s.arg(scheme, component[u"host"_s].toString(),
                                               QString::number(component[u"port"_s].toInt())));
    }
    const QJsonValue user = found[u"users"_s].toArray().first();
    const QString credentials = u"%1:%2"_s.arg(user[u"username"_s].toString(), user[u"password"_s].toString());
    server.authorization = "Basic " + credentials.toUtf8().toBase64();
    return server;
}

QString Witness::address(const QString &service)
{
    return api("GET", u"/service/%1"_s.arg(service), {})[u"service"_s][u"service_uri"_s].toString();
}

QString Witness::clickHouse(const QString &service, const QString &sql)
{
    const Server server = serverOf(service);
    QByteArray answer = send("POST", server.url, server.authorization, sql.toUtf8());
    if (answer.endsWith('\n'))
        answer.chop(1);
    return QString::fromUtf8(answer);
}

QStringList Witness::messages(const QString &service, const QString &topic)
{
    const QString path = u"/service/%1/topic/%2"_s.arg(service, topic);
    const QJsonArray partitions = api("GET", path, {})[u"topic"_s][u"partitions"_s].toArray();
    QJsonObject starts;
    for (const QJsonValue &partition : partitions) {
        const QJsonObject start{{u"offset"_s, partition[u"earliest_offset"_s].toInt()}};
        starts[QString::number(partition[u"partition"_s].toInt())] = start;
    }
    const QJsonObject wanted{
        {u"partitions"_s, starts}, {u"format"_s, u"json"_s}, {u"max_bytes"_s, 4'000'000}, {u"timeout"_s, 3000}};
    const QString read = u"/service/%1/kafka/rest/topics/%2/messages"_s.arg(service, topic);
    QStringList values;
    for (const QJsonValue &message : api("POST", read, wanted)[u"messages"_s].toArray())
        values.append(QString::fromUtf8(compact(message[u"value"_s])));
    return values;
}

bool Witness::produce(const QString &service, const QString &topic, const QStringList &values)
{
    QJsonArray records;
    for (const QString &value : values)
        records.append(QJsonObject{{u"value"_s, QJsonDocument::fromJson(value.toUtf8()).object()}});
    const QJsonObject body{{u"format"_s, u"json"_s}, {u"records"_s, records}};
    const QString path = u"/service/%1/kafka/rest/topics/%2/produce"_s.arg(service, topic);
    const QJsonArray offsets = api("POST", path, body)[u"offsets"_s].toArray();
    for (const QJsonValue &offset : offsets) {
        if (!offset[u"error_code"_s].isNull())
            return false;
    }
    return offsets.size() == records.size();
}

QString Witness::integrationId(const QString &service, const QString &sourceService)
{
    const QString path = u"/service/%1/integration"_s.arg(service);
    for (const QJsonValue &integration : api("GET", path, {})[u"service_integrations"_s].toArray()) {
        if (integration[u"source_service"_s].toString() == sourceService && integration[u"enabled"_s].toBool())
            return integration[u"service_integration_id"_s].toString();
    }
    return {};
}

int Witness::replication(const QString &service, const QString &topic)
{
    const QString path = u"/service/%1/topic/%2"_s.arg(service, topic);
    return api("GET", path, {})[u"topic"_s][u"replication"_s].toInt();
}

QByteArray Witness::endpoint(const QString &name)
{
    for (const QJsonValue &one :
         api("GET", u"/integration_endpoint"_s, {})[u"service_integration_endpoints"_s].toArray()) {
        if (one[u"endpoint_name"_s].toString() == name)
            return compact(one[u"user_config"_s]);
    }
    return {};
}

qsizetype Witness::sendingTypes()
{
    const QJsonArray types = api("GET", u"/integration_types"_s, {})[u"integration_types"_s].toArray();
    return std::count_if(types.begin(), types.end(), [](const QJsonValue &type) {
        return type[u"source_service_types"_s].toArray().contains(u"clickhouse"_s) &&
               !type[u"integration_type"_s].toString().startsWith(u"clickhouse_"_s);
    });
}

QByteArray Witness::configuration(const QString &service, const QString &sourceService)
{
    const QString path = u"/service/%1/integration"_s.arg(service);
    for (const QJsonValue &integration : api("GET", path, {})[u"service_integrations"_s].toArray()) {
        if (integration[u"source_service"_s].toString() == sourceService && integration[u"enabled"_s].toBool())
            return compact(integration[u"user_config"_s]);
    }
    return {};
}
