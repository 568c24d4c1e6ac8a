// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api/router.h"

namespace Sandbox {

class Backends;
class Catalog;
class Lifecycle;
class QueryStatistics;
class ServiceLog;
class Store;
class Tokens;

/// What the routes work on.
struct RouteContext
{
    const Catalog &catalog;
    Store &store;
    Backends &backends;
    Tokens &tokens;
    Lifecycle &lifecycle;
    ServiceLog &log;
    QueryStatistics &statistics;
};

using Answer = Reply (*)(const RouteContext &, const Request &);
[[nodiscard]] inline Router::Handler handler(const RouteContext &context, Answer answer)
{
    return [context, answer](const Request &request) { return answer(context, request); };
}

// Each adds the routes of one chapter of the API. The context has to outlive the router.
void addAccountRoutes(Router &router, const RouteContext &context);
void addSessionRoutes(Router &router, const RouteContext &context);
void addCatalogRoutes(Router &router, const RouteContext &context);
void addServiceRoutes(Router &router, const RouteContext &context);
void addUserRoutes(Router &router, const RouteContext &context);
void addLogRoutes(Router &router, const RouteContext &context);
void addIntegrationRoutes(Router &router, const RouteContext &context);
void addEndpointRoutes(Router &router, const RouteContext &context);
void addTopicRoutes(Router &router, const RouteContext &context);
void addSchemaRoutes(Router &router, const RouteContext &context);
void addMessageRoutes(Router &router, const RouteContext &context);
void addPostgresRoutes(Router &router, const RouteContext &context);
void addClickHouseRoutes(Router &router, const RouteContext &context);
void addClickHouseDatabaseRoutes(Router &router, const RouteContext &context);
void addClickHouseUserRoutes(Router &router, const RouteContext &context);

/// All of them.
void addRoutes(Router &router, const RouteContext &context);

} // namespace Sandbox
