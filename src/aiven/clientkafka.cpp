// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/clientcalls.h"

namespace Aiven {

using namespace Calls;

namespace {

QByteArray topicPath(const QString &project, const QString &service, const QString &topic)
{
    return servicePath(project, service) + path("/topic/", topic);
}

QByteArray messagesPath(const QString &project, const QString &service, const QString &topic, const char *what)
{
    return servicePath(project, service) + path("/kafka/rest/topics/", topic, what);
}

} // namespace

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

} // namespace Aiven
