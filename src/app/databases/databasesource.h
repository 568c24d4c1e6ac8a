// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/integration.h"

#include <optional>

namespace App {

/// The integration that a database of ClickHouse comes from.
struct DatabaseSource
{
    QString integrationId;
    QString kind;               ///< "Apache Kafka"
    QString name;               ///< of the service or endpoint
    QString service;            ///< empty for an endpoint
    bool tablesAreOurs = false; ///< the console edits its tables
    bool isPair = false;        ///< one of the databases of a PostgreSQL integration
    bool isLast = false;        ///< the integration has no other database
};

/// Of these integrations the one that made the database of that name.
[[nodiscard]] std::optional<DatabaseSource> sourceOf(const QString &database,
                                                     const QList<Aiven::Integration> &integrations);

} // namespace App
