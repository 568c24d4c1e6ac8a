// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/routes.h"

namespace Sandbox {

void addRoutes(Router &router, const RouteContext &context)
{
    addAccountRoutes(router, context);
    addSessionRoutes(router, context);
    addCatalogRoutes(router, context);
    addServiceRoutes(router, context);
    addUserRoutes(router, context);
    addLogRoutes(router, context);
    addIntegrationRoutes(router, context);
    addEndpointRoutes(router, context);
    addTopicRoutes(router, context);
    addSchemaRoutes(router, context);
    addMessageRoutes(router, context);
    addPostgresRoutes(router, context);
    addClickHouseRoutes(router, context);
    addClickHouseDatabaseRoutes(router, context);
    addClickHouseUserRoutes(router, context);
}

} // namespace Sandbox
