// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/types/service.h"

#include "aiven/types/reading.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Aiven {

namespace {

Service::State stateOf(const QString &text)
{
    using State = Service::State;
    static const QMap<QString, State> states{{u"POWEROFF"_s, State::PowerOff},
                                             {u"REBUILDING"_s, State::Rebuilding},
                                             {u"REBALANCING"_s, State::Rebalancing},
                                             {u"RUNNING"_s, State::Running}};
    return states.value(text, State::Unknown);
}

QString versionOf(const Core::Json &json, const QString &type)
{
    const std::string key = Core::toStdString(type + "_version"_L1);
    const QString running = Core::textAt(Core::memberAt(json, "metadata"), key.c_str());
    return running.isEmpty() ? Core::textAt(Core::memberAt(json, "user_config"), key.c_str()) : running;
}

/// Lower is better.
int rank(const Component &component)
{
    return (component.usage == "primary"_L1 ? 0 : 2) + (component.route == "dynamic"_L1 ? 0 : 1);
}

} // namespace

Core::Expected<Component, QString> Component::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"component", "host"}))
        return Core::Unexpected{*missing};
    return Component{Core::textAt(json, "component"), Core::textAt(json, "host"),  smallIntegerAt(json, "port"),
                     Core::textAt(json, "route"),     Core::textAt(json, "usage"), Core::boolAt(json, "ssl", true)};
}

Core::Expected<ServiceUser, QString> ServiceUser::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"username"}))
        return Core::Unexpected{*missing};
    ServiceUser user{Core::textAt(json, "username"), Core::textAt(json, "type"), {}};
    const QString password = Core::textAt(json, "password");
    if (password != "<redacted>"_L1)
        user.password = Core::Secret(password);
    return user;
}

bool Service::planAllowsIntegrations() const
{
    return !plan.startsWith("hobbyist"_L1) && !plan.startsWith("free"_L1);
}

const Component *Service::component(const QString &componentName) const
{
    const Component *best = nullptr;
    for (const Component &candidate : components) {
        if (candidate.name == componentName && (!best || rank(candidate) < rank(*best)))
            best = &candidate;
    }
    return best;
}

const ServiceUser *Service::mainUser() const
{
    const auto found =
        std::find_if(users.cbegin(), users.cend(), [](const ServiceUser &user) { return user.type == "primary"_L1; });
    if (found != users.cend())
        return &*found;
    return users.isEmpty() ? nullptr : &users.constFirst();
}

QUrl Service::clickHouseUrl() const
{
    const Component *const https = component(u"clickhouse_https"_s);
    if (!https)
        return {};
    QUrl url;
    url.setScheme(https->ssl ? u"https"_s : u"http"_s);
    url.setHost(https->host);
    url.setPort(https->port);
    return url;
}

Core::Expected<Service, QString> Service::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"service_name", "service_type", "state", "plan"}))
        return Core::Unexpected{*missing};
    auto components = readOptionalList<Component>(json, "components");
    if (!components)
        return Core::Unexpected{std::move(components).error()};
    auto users = readOptionalList<ServiceUser>(json, "users");
    if (!users)
        return Core::Unexpected{std::move(users).error()};
    auto integrations = readOptionalList<Integration>(json, "service_integrations");
    if (!integrations)
        return Core::Unexpected{std::move(integrations).error()};
    integrations->removeIf([](const Integration &integration) { return integration.isCandidate(); });

    Service service;
    service.name = Core::textAt(json, "service_name");
    service.type = Core::textAt(json, "service_type");
    service.typeDescription = Core::textAt(json, "service_type_description");
    service.plan = Core::textAt(json, "plan");
    service.cloud = Core::textAt(json, "cloud_name");
    service.stateText = Core::textAt(json, "state");
    service.state = stateOf(service.stateText);
    service.version = versionOf(json, service.type);
    service.nodeCount = smallIntegerAt(json, "node_count");
    service.createTime = QDateTime::fromString(Core::textAt(json, "create_time"), Qt::ISODateWithMs);
    service.updateTime = QDateTime::fromString(Core::textAt(json, "update_time"), Qt::ISODateWithMs);
    service.components = std::move(components).value();
    service.users = std::move(users).value();
    service.integrations = std::move(integrations).value();
    service.userConfig = Core::memberAt(json, "user_config");
    return service;
}

} // namespace Aiven
