// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/integration.h"
#include "core/json.h"
#include "core/secret.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

namespace Aiven {

/// One address of a service.
struct Component
{
    QString name; ///< "clickhouse", "clickhouse_https", "kafka", "kafka_rest", "schema_registry"
    QString host;
    int port = 0;
    QString route;   ///< "dynamic", "public", "private", "privatelink"
    QString usage;   ///< "primary", "replica"
    bool ssl = true; ///< absent in the API means TLS

    [[nodiscard]] static Core::Expected<Component, QString> fromJson(const Core::Json &json);
};

struct ServiceUser
{
    QString name;
    QString type;          ///< "primary" for the main user
    Core::Secret password; ///< empty when it was not asked for, or is redacted

    [[nodiscard]] static Core::Expected<ServiceUser, QString> fromJson(const Core::Json &json);
};

struct Service
{
    enum class State { Unknown, PowerOff, Rebuilding, Rebalancing, Running };

    QString name;
    QString type;            ///< "clickhouse", "kafka", "pg", "mysql", …
    QString typeDescription; ///< "ClickHouse - Fast column-oriented …"; may be empty
    QString plan;
    QString cloud;
    State state = State::Unknown;
    QString stateText; ///< as the API says it: "RUNNING"
    QString version;   ///< of the server, may be empty
    int nodeCount = 0;
    QDateTime createTime;
    QDateTime updateTime;
    QList<Component> components;
    QList<ServiceUser> users;
    QList<Integration> integrations; ///< existing ones only
    Core::Json userConfig;

    /// Running, or only moving data between nodes: it answers.
    [[nodiscard]] bool isUsable() const { return state == State::Running || state == State::Rebalancing; }
    /// Hobbyist and free plans have no service integrations.
    [[nodiscard]] bool planAllowsIntegrations() const;
    /// The address to use for a component: primary, dynamic route first. Null when there is none.
    [[nodiscard]] const Component *component(const QString &componentName) const;
    /// The main user ("avnadmin"), or null.
    [[nodiscard]] const ServiceUser *mainUser() const;
    /// Address of ClickHouse's HTTP interface; http only where the API says that the port is plain text.
    [[nodiscard]] QUrl clickHouseUrl() const;

    [[nodiscard]] static Core::Expected<Service, QString> fromJson(const Core::Json &json);
};

} // namespace Aiven
