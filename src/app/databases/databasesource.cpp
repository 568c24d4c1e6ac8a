// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databases/databasesource.h"

#include "app/integrationmodel.h"
#include "app/servicestate.h"

namespace App {

std::optional<DatabaseSource> sourceOf(const QString &database, const QList<Aiven::Integration> &integrations)
{
    for (const Aiven::Integration &integration : integrations) {
        if (integration.databaseNames().contains(database))
            return DatabaseSource{integration.id, kindName(integration.source.serviceType), integration.source.name(),
                                  integration.source.service, IntegrationModel::hasTables(integration)};
    }
    return {};
}

} // namespace App
