// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/databases/databasesource.h"

#include "app/integration/pairs.h"
#include "app/integrationmodel.h"
#include "app/servicestate.h"

namespace App {

std::optional<DatabaseSource> sourceOf(const QString &database, const QList<Aiven::Integration> &integrations)
{
    for (const Aiven::Integration &integration : integrations) {
        const QStringList names = integration.databaseNames();
        if (names.contains(database))
            return DatabaseSource{integration.id,
                                  kindName(integration.source.serviceType),
                                  integration.source.name(),
                                  integration.source.service,
                                  IntegrationModel::hasTables(integration),
                                  hasPairs(integration),
                                  names.size() == 1};
    }
    return {};
}

} // namespace App
