// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/catalog.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sandbox {

namespace {

QByteArray contents(const QString &name)
{
    QFile file(u":/sandbox/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The compiled-in file %s is missing.", qUtf8Printable(name));
    return file.readAll();
}

Core::Json json(const QString &name)
{
    const auto value = Core::parseJson(contents(name));
    if (!value)
        qFatal("The compiled-in file %s is broken: %s", qUtf8Printable(name), qUtf8Printable(value.error().message));
    return *value;
}

bool holds(const Core::Json &list, const std::string &word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

const ConfigSchema *named(const std::map<std::string, ConfigSchema> &schemas, const std::string &name)
{
    const auto found = schemas.find(name);
    return found == schemas.end() ? nullptr : &found->second;
}

} // namespace

Catalog::Catalog()
    : m_clouds(json(u"clouds.json"_s))
    , m_endpointTypes(json(u"endpoint-types.json"_s))
    , m_integrationTypes(json(u"integration-types.json"_s))
    , m_serviceTypes(json(u"service-types.json"_s))
    , m_serviceVersions(json(u"service-versions.json"_s))
    , m_requests(json(u"requests.json"_s))
    , m_certificate(contents(u"ca.pem"_s).toStdString())
{
    for (const Core::Json &type : m_integrationTypes)
        m_integrationConfigs.try_emplace(type.at("integration_type"), type.at("user_config_schema"));
    for (const Core::Json &type : m_endpointTypes)
        m_endpointConfigs.try_emplace(type.at("endpoint_type"), type.at("user_config_schema"));
    for (const auto &[name, type] : m_serviceTypes.items())
        m_serviceConfigs.try_emplace(name, type.at("user_config_schema"));
    for (const auto &[name, schema] : m_requests.items())
        m_bodies.try_emplace(name, schema);
}

const Core::Json &Catalog::integrationType(const std::string &type, const std::string &source,
                                           const std::string &destination) const
{
    static const Core::Json none;
    for (const Core::Json &entry : m_integrationTypes) {
        if (entry.at("integration_type") == type && holds(entry.at("source_service_types"), source) &&
            holds(entry.at("dest_service_types"), destination))
            return entry;
    }
    return none;
}

const ConfigSchema *Catalog::integrationConfig(const std::string &type) const
{
    return named(m_integrationConfigs, type);
}

const ConfigSchema *Catalog::endpointConfig(const std::string &type) const
{
    return named(m_endpointConfigs, type);
}

const ConfigSchema *Catalog::serviceConfig(const std::string &type) const
{
    return named(m_serviceConfigs, type);
}

const Core::Json *Catalog::plan(const std::string &serviceType, const std::string &name) const
{
    const auto type = m_serviceTypes.find(serviceType);
    if (type == m_serviceTypes.end())
        return nullptr;
    const Core::Json &plans = type->at("service_plans");
    const auto found = std::find_if(plans.begin(), plans.end(),
                                    [&](const Core::Json &plan) { return plan.at("service_plan") == name; });
    return found == plans.end() ? nullptr : &*found;
}

bool Catalog::hasCloud(const std::string &name) const
{
    return std::any_of(m_clouds.begin(), m_clouds.end(),
                       [&](const Core::Json &cloud) { return cloud.at("cloud_name") == name; });
}

const Schema::Validator &Catalog::requestBody(const std::string &name) const
{
    return m_bodies.at(name);
}

} // namespace Sandbox
