// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QString>
#include <QStringList>

namespace Aiven {

/// How an integration does, as the API reports it.
struct IntegrationStatus
{
    enum class State { Unknown, Starting, Running, Inactive, Failed };

    State state = State::Unknown;
    QString description;
    QStringList errors;
    QString likelyCause; ///< "source", "destination", "integration", "unknown" or empty

    [[nodiscard]] static IntegrationStatus fromJson(const Core::Json &json);
};

/// One side of an integration: a service or an endpoint.
struct IntegrationSide
{
    QString project;
    QString service;     ///< empty when the side is an endpoint
    QString serviceType; ///< the endpoint's type when the side is an endpoint
    QString endpointId;
    QString endpoint; ///< the endpoint's name

    [[nodiscard]] bool isEndpoint() const { return service.isEmpty(); }
    [[nodiscard]] QString name() const { return isEndpoint() ? endpoint : service; }
    friend bool operator==(const IntegrationSide &, const IntegrationSide &) = default;
};

struct Integration
{
    QString id; ///< empty: a candidate, possible but not enabled
    QString type;
    QString description;
    bool enabled = false;
    bool active = false;
    IntegrationSide source;
    IntegrationSide dest;
    Core::Json userConfig; ///< an object, its keys in the API's order
    IntegrationStatus status;

    [[nodiscard]] bool isCandidate() const { return id.isEmpty(); }
    /// Whether the integration makes databases in a ClickHouse service.
    [[nodiscard]] bool makesDatabases() const;
    /// The ClickHouse databases, as Aiven names them: one for Apache Kafka, one for each pair of a PostgreSQL
    /// integration, none for credentials, logs and metrics. For an endpoint this is an expectation only: show what
    /// listDatabases reports.
    [[nodiscard]] QStringList databaseNames() const;
    /// The first of them, or nothing.
    [[nodiscard]] QString databaseName() const;
    /// The named collection of a credentials integration, or nothing. An expectation, too.
    [[nodiscard]] QString collectionName() const;

    [[nodiscard]] static Core::Expected<Integration, QString> fromJson(const Core::Json &json);
};

/// What createIntegration asks for; of service and endpoint exactly one is set on each side.
struct NewIntegration
{
    QString type;
    QString sourceService;
    QString sourceEndpointId;
    QString destService;
    QString destEndpointId;
    Core::Json userConfig = Core::Json::object();

    [[nodiscard]] Core::Json toJson() const;
    /// What it will be, for the names it will make. The name of an endpoint is not part of what is asked for.
    [[nodiscard]] Integration preview(const QString &endpointName = {}) const;
};

} // namespace Aiven
