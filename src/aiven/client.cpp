// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/clientcalls.h"

#include <QSslCertificate>

namespace Aiven {

using namespace Calls;

namespace {

Request userRequest()
{
    return {.path = path("/v1/me"), .body = {}, .patience = Patience::Check};
}

Core::Expected<QList<QSslCertificate>, QString> certificates(const Core::Json &reply)
{
    const QByteArray pem = Core::textAt(reply, "certificate").toUtf8();
    QList<QSslCertificate> found = QSslCertificate::fromData(pem, QSsl::Pem);
    if (found.isEmpty())
        return Core::Unexpected{QStringLiteral("no certificate in PEM")};
    return found;
}

} // namespace

Client::Client(QNetworkAccessManager &network, Account account, Timing timing)
    : m_channel(new Channel{network, std::move(account), timing, false, {}, {}, {}})
    , m_probes(new QObject)
{
    // Weak: the channel owns what sends the signal.
    QObject::connect(&m_channel->reachability, &Reachability::probeDue, m_probes.get(),
                     [weak = std::weak_ptr(m_channel), owner = m_probes.get()] {
                         if (const auto channel = weak.lock())
                             new ApiReply<User>(channel, userRequest(), &one<User, "user">, owner);
                     });
}

const Reachability &Client::reachability() const
{
    return m_channel->reachability;
}

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

void Client::setWaitObserver(std::function<void(const CallWait &)> observer)
{
    m_channel->onWait = std::move(observer);
}

ApiReply<User> *Client::currentUser(QObject *owner)
{
    return send(userRequest(), &one<User, "user">, owner);
}

ApiReply<QList<Project>> *Client::listProjects(QObject *owner)
{
    return send({.path = path("/v1/project"), .body = {}, .budget = listBudget}, &list<Project, "projects">, owner);
}

ApiReply<QList<QSslCertificate>> *Client::listAuthorities(const QString &project, QObject *owner)
{
    return send({.path = path("/v1/project/", project, "/kms/ca"), .body = {}}, &certificates, owner);
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

ApiReply<Service> *Client::createService(const QString &project, const NewService &wanted, QObject *owner)
{
    return send({.verb = Verb::Post,
                 .path = path("/v1/project/", project, "/service"),
                 .body = wanted.toJson(),
                 .patience = Patience::Long,
                 .budget = listBudget},
                &one<Service, "service">, owner);
}

ApiReply<Service> *Client::updateService(const QString &project, const QString &service, const ServiceChange &change,
                                         QObject *owner)
{
    return send({.verb = Verb::Put,
                 .path = servicePath(project, service),
                 .body = change.toJson(),
                 .patience = Patience::Long,
                 .budget = listBudget},
                &one<Service, "service">, owner);
}

ApiReply<Done> *Client::deleteService(const QString &project, const QString &service, QObject *owner)
{
    return send({.verb = Verb::Delete, .path = servicePath(project, service), .body = {}, .patience = Patience::Long},
                &done, owner);
}

ApiReply<QList<ServiceType>> *Client::listServiceTypes(const QString &project, QObject *owner)
{
    return send({.path = path("/v1/project/", project, "/service-types"),
                 .body = {},
                 .patience = Patience::Long,
                 .budget = typesBudget},
                &ServiceType::listFromJson, owner);
}

ApiReply<QList<ServicePlan>> *Client::listPlans(const QString &project, const QString &serviceType, QObject *owner)
{
    return send({.path = path("/v1/project/", project, "/service-types/", serviceType, "/plans"),
                 .body = {},
                 .patience = Patience::Long,
                 .budget = typesBudget},
                &list<ServicePlan, "service_plans">, owner);
}

ApiReply<QList<Cloud>> *Client::listClouds(const QString &project, QObject *owner)
{
    return send({.path = path("/v1/project/", project, "/clouds"), .body = {}, .budget = listBudget},
                &list<Cloud, "clouds">, owner);
}

ApiReply<QList<ServiceDatabase>> *Client::listServiceDatabases(const QString &project, const QString &service,
                                                               QObject *owner)
{
    // 250 is the most that one page holds; nobody chooses from more by eye.
    return send({.path = servicePath(project, service) + "/db?maxItems=250", .body = {}, .budget = listBudget},
                &list<ServiceDatabase, "databases">, owner);
}

} // namespace Aiven
