// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace Aiven {

/// What a plan is in one cloud.
struct PlanRegion
{
    QString pricePerHour; ///< US dollars, as the API writes it: "0.41"; empty when it is not told
    int cpuCount = 0;
    int memoryMb = 0; ///< of one node
    qint64 diskMb = 0;
};

struct ServicePlan
{
    QString name; ///< "business-4"
    int nodeCount = 0;
    QMap<QString, PlanRegion> regions; ///< by the cloud's name; empty: the API tells none

    [[nodiscard]] static Core::Expected<ServicePlan, QString> fromJson(const Core::Json &json);
};

/// A type of service that can be created in the project.
struct ServiceType
{
    QString name;        ///< "kafka"
    QString description; ///< may be empty

    /// All of them, from an object keyed by the type's name.
    [[nodiscard]] static Core::Expected<QList<ServiceType>, QString> listFromJson(const Core::Json &reply);
};

struct Cloud
{
    QString name;        ///< "google-europe-west1"
    QString description; ///< "Europe, Belgium - Google Cloud: Belgium"; may be empty

    [[nodiscard]] static Core::Expected<Cloud, QString> fromJson(const Core::Json &json);
};

/// A database of a PostgreSQL or MySQL service.
struct ServiceDatabase
{
    QString name;

    [[nodiscard]] static Core::Expected<ServiceDatabase, QString> fromJson(const Core::Json &json);
};

struct NewService
{
    QString name;
    QString type;
    QString plan;
    QString cloud; ///< empty: the project's default
    Core::Json userConfig = Core::Json::object();

    [[nodiscard]] Core::Json toJson() const;
};

/// What is not set stays as it is.
struct ServiceChange
{
    std::optional<bool> powered;
    QString plan;
    QString cloud;

    [[nodiscard]] Core::Json toJson() const;
};

} // namespace Aiven
