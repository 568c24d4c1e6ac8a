// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databases/databasesource.h"

#include "app/integrationmodel.h"
#include "app/servicestate.h"

namespace App {

using namespace Qt::StringLiterals;

QStringList databaseNamesOf(const Aiven::Integration &integration)
{
    if (integration.type == "clickhouse_kafka"_L1)
        return {integration.databaseName()};
    if (integration.type != "clickhouse_postgresql"_L1)
        return {};
    const Core::Json &pairs = Core::memberAt(integration.userConfig, "databases");
    QStringList names;
    for (std::size_t i = 0; pairs.is_array() && i < pairs.size(); ++i)
        names << u"%1_%2_%3"_s.arg(integration.databaseName(), Core::textAt(pairs[i], "database", u"defaultdb"_s),
                                   Core::textAt(pairs[i], "schema", u"public"_s));
    return names;
}

std::optional<DatabaseSource> sourceOf(const QString &database, const QList<Aiven::Integration> &integrations)
{
    for (const Aiven::Integration &integration : integrations) {
        if (databaseNamesOf(integration).contains(database))
            return DatabaseSource{integration.id, kindName(integration.source.serviceType), integration.source.name(),
                                  integration.source.service, IntegrationModel::hasTables(integration)};
    }
    return {};
}

} // namespace App
