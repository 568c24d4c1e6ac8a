// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/clientcalls.h"

namespace Aiven {

using namespace Calls;

namespace {

QByteArray integrationPath(const QString &project, const QString &id)
{
    return path("/v1/project/", project, "/integration/", id);
}

QByteArray endpointPath(const QString &project, const QString &id)
{
    return path("/v1/project/", project, "/integration_endpoint/", id);
}

} // namespace

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

ApiReply<QList<EndpointType>> *Client::listEndpointTypes(const QString &project, QObject *owner)
{
    return send({.path = path("/v1/project/", project, "/integration_endpoint_types"),
                 .body = {},
                 .patience = Patience::Long,
                 .budget = typesBudget},
                &list<EndpointType, "endpoint_types">, owner);
}

ApiReply<QList<Endpoint>> *Client::listEndpoints(const QString &project, QObject *owner)
{
    return send({.path = path("/v1/project/", project, "/integration_endpoint"), .body = {}, .budget = listBudget},
                &list<Endpoint, "service_integration_endpoints">, owner);
}

ApiReply<Endpoint> *Client::getEndpoint(const QString &project, const QString &id, QObject *owner)
{
    // Secrets stay redacted: they are replaced, never shown.
    return send({.path = endpointPath(project, id) + queryOf(Secrets::Redact), .body = {}},
                &one<Endpoint, "service_integration_endpoint">, owner);
}

ApiReply<Endpoint> *Client::createEndpoint(const QString &project, const NewEndpoint &wanted, QObject *owner)
{
    return send({.verb = Verb::Post,
                 .path = path("/v1/project/", project, "/integration_endpoint"),
                 .body = wanted.toJson(),
                 .patience = Patience::Long},
                &one<Endpoint, "service_integration_endpoint">, owner);
}

ApiReply<Endpoint> *Client::updateEndpoint(const QString &project, const QString &id, const Core::Json &userConfig,
                                           QObject *owner)
{
    Core::Json body = Core::Json::object();
    body["user_config"] = userConfig;
    return send(
        {.verb = Verb::Put, .path = endpointPath(project, id), .body = std::move(body), .patience = Patience::Long},
        &one<Endpoint, "service_integration_endpoint">, owner);
}

ApiReply<Done> *Client::deleteEndpoint(const QString &project, const QString &id, QObject *owner)
{
    return send({.verb = Verb::Delete, .path = endpointPath(project, id), .body = {}, .patience = Patience::Long},
                &done, owner);
}

} // namespace Aiven
