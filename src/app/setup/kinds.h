// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace App {

struct ProjectFacts;

/// One way to do a kind of integration: a type of the API with what can stand at the side that is not ClickHouse.
struct Route
{
    enum class Method {
        Databases,   ///< databases appear in ClickHouse
        Credentials, ///< a named collection appears in ClickHouse
        Send,        ///< ClickHouse is the source: its logs or metrics go out
        Other        ///< ClickHouse is the target, and no data is read
    };

    QString type; ///< "clickhouse_postgresql"
    Method method = Method::Databases;
    QStringList otherTypes; ///< types of services and endpoints
    Core::Json schema;      ///< of the integration's user_config
};

/// One row of "Integration types".
struct Kind
{
    enum class Group { DataSources, Observability, Other };

    Group group = Group::DataSources;
    QString id;       ///< "kafka": the family of the source, or the type of an observability integration
    QString title;    ///< "Apache Kafka"
    QString sentence; ///< second line: what it does, or why it cannot be chosen
    QString iconName;
    QString reason;  ///< set: it cannot be chosen, and this says why in full
    int enabled = 0; ///< integrations of this kind that the service has
    QList<Route> routes;

    [[nodiscard]] bool isAvailable() const { return reason.isEmpty(); }
    [[nodiscard]] const Route *route(Route::Method method) const;
    /// Of all routes, each once.
    [[nodiscard]] QStringList otherTypes() const;
};

/// Every pairing of the API that has ClickHouse on one side, Apache Kafka first. What the program has a name for gets
/// that name; what Aiven adds tomorrow appears under a name made from its type.
[[nodiscard]] QList<Kind> kindsOf(const ProjectFacts &facts);

/// "Logs to Apache Kafka" for "kafka_logs": the title of a kind that takes logs or metrics out.
[[nodiscard]] QString observabilityTitle(const QString &integrationType);

/// "Sumologic logs" for "external_sumologic_logs".
[[nodiscard]] QString readableType(QString type);

} // namespace App
