// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QStringList>
#include <QUrl>

/// Asks ClickHouse and Kafka directly what is true, with nothing of the console's own client: one bug in that client could
/// otherwise make both what is done and what is asked come out alike.
class Witness
{
public:
    Witness(QUrl api, QByteArray token, QString project);

    /// The statement's result as tab-separated text without the last line feed, or ClickHouse's error text.
    [[nodiscard]] QString clickHouse(const QString &service, const QString &sql);
    /// The values of all messages in the topic, each as compact JSON. Reading them moves no consumer group.
    [[nodiscard]] QStringList messages(const QString &service, const QString &topic);
    /// Puts messages, each a JSON object, into the topic. False when the topic did not take every one of them.
    [[nodiscard]] bool produce(const QString &service, const QString &topic, const QStringList &values);
    /// "127.0.0.1:9092" of a Kafka service.
    [[nodiscard]] QString address(const QString &service);
    /// The copies that a topic has.
    [[nodiscard]] int replication(const QString &service, const QString &topic);
    /// The user_config of an endpoint as compact JSON with its keys sorted, without secrets.
    [[nodiscard]] QByteArray endpoint(const QString &name);
    /// How many integration types with ClickHouse as the source the API lists.
    [[nodiscard]] qsizetype sendingTypes();
    /// The integration's configuration as compact JSON with its keys sorted.
    [[nodiscard]] QByteArray configuration(const QString &service, const QString &sourceService);

    /// One call of the API below the project, as another window would make it. The answer's object; a refusal has "message".
    QJsonObject call(const QByteArray &verb, const QString &path, const QJsonObject &body = {})
    {
        return api(verb, path, body);
    }
    /// The id of the enabled integration with that source service; empty when there is none.
    [[nodiscard]] QString integrationId(const QString &service, const QString &sourceService);

private:
    struct Server
    {
        QUrl url;
        QByteArray authorization;
    };

    [[nodiscard]] QByteArray send(const QByteArray &verb, const QUrl &url, const QByteArray &authorization,
                                  const QByteArray &body);
    [[nodiscard]] QJsonObject api(const QByteArray &verb, const QString &path, const QJsonObject &body);
    [[nodiscard]] Server serverOf(const QString &service);

    QNetworkAccessManager m_network;
    QUrl m_api;
    QByteArray m_token;
    QString m_project;
};
