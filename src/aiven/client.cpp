// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/client.h"

#include "aiven/types/reading.h"

namespace Aiven {

namespace {

using Verb = Request::Verb;
using Patience = Request::Patience;

constexpr qint64 listBudget = 16 << 20;
constexpr qint64 typesBudget = 64 << 20;   // schemas of every type of integration
constexpr qint64 messagesBudget = 4 << 20; // one mebibyte asked for, then escaped as JSON or base64

/// A key of the reply, as a template argument.
template <size_t size>
struct Key
{
    constexpr Key(const char (&text)[size]) { std::copy_n(text, size, name); } // NOLINT: implicit by design
    char name[size];
};

template <typename T, Key key>
Core::Expected<T, QString> one(const Core::Json &reply)
{
    return T::fromJson(Core::memberAt(reply, key.name));
}

template <typename T, Key key>
Core::Expected<QList<T>, QString> list(const Core::Json &reply)
{
    return readList<T>(Core::memberAt(reply, key.name));
}

Core::Expected<Done, QString> done(const Core::Json &)
{
    return Done{};
}

QByteArray servicePath(const QString &project, const QString &service)
{
    return path("/v1/project/", project, "/service/", service);
}

QByteArray integrationPath(const QString &project, const QString &id)
{
    return path("/v1/project/", project, "/integration/", id);
}

QByteArray topicPath(const QString &project, const QString &service, const QString &topic)
{
    return servicePath(project, service) + path("/topic/", topic);
}

QByteArray messagesPath(const QString &project, const QString &service, const QString &topic, const char *what)
{
    return servicePath(project, service) + path("/kafka/rest/topics/", topic, what);
}

const char *queryOf(Secrets secrets)
{
    return secrets == Secrets::Include ? "?include_secrets=true" : "?include_secrets=false";
}

} // namespace

Client::Client(QNetworkAccessManager &network, Account account, Timing timing)
    : m_channel(new Channel{network, std::move(account), timing, false, {}, {}})
{}

const Account &Client::account() const
{
    return m_channel->account;
}

const Timing &Client::timing() const
{
    return m_channel->timing;
}

void Client::setToken(Core::Secret token)
{
    m_channel->account.token = std::move(token);
    m_channel->tokenRefused = false;
}

void Client::setTokenRefusedHandler(std::function<void()> handler)
{
    m_channel->onTokenRefused = std::move(handler);
}

void Client::setCallObserver(std::function<void(const CallRecord &)> observer)
{
    m_channel->onCall = std::move(observer);
}

template <typename T>
ApiReply<T> *Client::send(Request request, Core::Expected<T, QString> (*parse)(const Core::Json &), QObject *owner)
{
    return new ApiReply<T>(m_channel, std::move(request), parse, owner);
}

ApiReply<User> *Client::currentUser(QObject *owner)
{
    return send({.path = path("/v1/me"), .body = {}, .patience = Patience::Check}, &one<User, "user">, owner);
}

ApiReply<QList<Project>> *Client::listProjects(QObject *owner)
{
    return send({.path = path("/v1/project"), .body = {}, .budget = listBudget}, &list<Project, "projects">, owner);
}

ApiReply<QList<Service>> *Client::listServices(const QString &project, QObject *owner)
{
    return send({.path = path("/v1/project/", project, "/service"), .body = {}, .budget = listBudget},
                &list<Service, "services">, owner);
}

ApiReply<Service> *Client::getService(const QString &project, const QString &service, Secrets secrets, QObject *owner)
{
    return send({.path = servicePath(project, service) + queryOf(secrets), .body = {}, .budget = listBudget},
                &one<Service, "service">, owner);
}

ApiReply<QList<IntegrationType>> *Client::listIntegrationTypes(const QString &project, QObject *owner)
{
    return send({.path = path("/v1/project/", project, "/integration_types"),
                 .body = {},
                 .patience = Patience::Long,
                 .budget = typesBudget},
                &list<IntegrationType, "integration_types">, owner);
}

ApiReply<QList<Integration>> *Client::listIntegrations(const QString &project, const QString &service, QObject *owner)
{
    return send({.path = servicePath(project, service) + "/integration", .body = {}, .budget = listBudget},
                &list<Integration, "service_integrations">, owner);
}

ApiReply<Integration> *Client::getIntegration(const QString &project, const QString &id, QObject *owner)
{
    return send({.path = integrationPath(project, id), .body = {}, .budget = listBudget},
                &one<Integration, "service_integration">, owner);
}

ApiReply<Integration> *Client::createIntegration(const QString &project, const NewIntegration &wanted, QObject *owner)
{
    return send({.verb = Verb::Post,
                 .path = path("/v1/project/", project, "/integration"),
                 .body = wanted.toJson(),
                 .patience = Patience::Long},
                &one<Integration, "service_integration">, owner);
}

ApiReply<Integration> *Client::updateIntegration(const QString &project, const QString &id,
                                                 const Core::Json &userConfig, QObject *owner)
{
    Core::Json body = Core::Json::object();
    body["user_config"] = userConfig;
    return send({.verb = Verb::Put,
                 .path = integrationPath(project, id),
                 .body = std::move(body),
                 .patience = Patience::Long,
                 .budget = listBudget},
                &one<Integration, "service_integration">, owner);
}

ApiReply<Done> *Client::deleteIntegration(const QString &project, const QString &id, QObject *owner)
{
    return send({.verb = Verb::Delete, .path = integrationPath(project, id), .body = {}, .patience = Patience::Long},
                &done, owner);
}

ApiReply<QList<Topic>> *Client::listTopics(const QString &project, const QString &service, QObject *owner)
{
    return send({.path = servicePath(project, service) + "/topic", .body = {}, .budget = listBudget},
                &list<Topic, "topics">, owner);
}

ApiReply<Topic> *Client::getTopic(const QString &project, const QString &service, const QString &topic, QObject *owner)
{
    return send({.path = topicPath(project, service, topic), .body = {}, .budget = listBudget}, &one<Topic, "topic">,
                owner);
}

ApiReply<Done> *Client::createTopic(const QString &project, const QString &service, const NewTopic &wanted,
                                    QObject *owner)
{
    return send({.verb = Verb::Post,
                 .path = servicePath(project, service) + "/topic",
                 .body = wanted.toJson(),
                 .patience = Patience::Long},
                &done, owner);
}

ApiReply<Done> *Client::deleteTopic(const QString &project, const QString &service, const QString &topic,
                                    QObject *owner)
{
    return send(
        {.verb = Verb::Delete, .path = topicPath(project, service, topic), .body = {}, .patience = Patience::Long},
        &done, owner);
}

ApiReply<QList<Message>> *Client::readMessages(const QString &project, const QString &service, const QString &topic,
                                               const MessageRequest &wanted, QObject *owner)
{
    return send({.verb = Verb::Post,
                 .path = messagesPath(project, service, topic, "/messages"),
                 .body = wanted.toJson(),
                 .patience = Patience::Long,
                 .budget = messagesBudget},
                &list<Message, "messages">, owner);
}

ApiReply<QList<ProducedOffset>> *Client::produceMessages(const QString &project, const QString &service,
                                                         const QString &topic, const NewMessages &messages,
                                                         QObject *owner)
{
    return send({.verb = Verb::Post,
                 .path = messagesPath(project, service, topic, "/produce"),
                 .body = messages.toJson(),
                 .patience = Patience::Long},
                &list<ProducedOffset, "offsets">, owner);
}

ApiReply<QList<Database>> *Client::listDatabases(const QString &project, const QString &service, QObject *owner)
{
    return send({.path = servicePath(project, service) + "/clickhouse/db", .body = {}, .budget = listBudget},
                &list<Database, "databases">, owner);
}

ApiReply<QueryResult> *Client::query(const QString &project, const QString &service, const QString &database,
                                     const QString &sql, QObject *owner)
{
    Core::Json body{{"database", Core::toStdString(database)}, {"query", Core::toStdString(sql)}};
    return send({.verb = Verb::Post,
                 .path = servicePath(project, service) + "/clickhouse/query",
                 .body = std::move(body),
                 .patience = Patience::Long,
                 .budget = listBudget},
                &QueryResult::fromJson, owner);
}

} // namespace Aiven
