// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sandbox {

class Backends;
class Catalog;
class Router;
class Store;

/// What the routes work on.
struct RouteContext
{
    const Catalog &catalog;
    Store &store;
    Backends &backends;
};

// Each adds the routes of one chapter of the API. The context has to outlive the router.
void addAccountRoutes(Router &router, const RouteContext &context);
void addCatalogRoutes(Router &router, const RouteContext &context);
void addServiceRoutes(Router &router, const RouteContext &context);
void addIntegrationRoutes(Router &router, const RouteContext &context);
void addTopicRoutes(Router &router, const RouteContext &context);
void addMessageRoutes(Router &router, const RouteContext &context);
void addClickHouseRoutes(Router &router, const RouteContext &context);

} // namespace Sandbox
