// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"
#include "sandbox/api/routes.h"
#include "sandbox/catalog.h"
#include "sandbox/state/store.h"

namespace Sandbox {

namespace {

using Core::Json;

Json withoutPlans(const Json &type)
{
    Json small = type;
    small.erase("service_plans");
    return small;
}

Json typesWithoutPlans(const Json &types)
{
    Json small = Json::object();
    for (const auto &[name, type] : types.items())
        small[name] = withoutPlans(type);
    return small;
}

Core::Unexpected<ApiError> noPlan(const std::string &name)
{
    return refuse(404, "Service plan " + name + " does not exist", "plan_not_found");
}

Reply planReply(const Catalog &catalog, const Request &request)
{
    const Json *plan = catalog.plan(request.name("type"), request.name("plan"));
    if (!plan)
        return noPlan(request.name("plan"));
    Json reply = *plan;
    for (const auto &[key, value] : plan->at("regions").begin()->items())
        reply[key] = value;
    return reply;
}

Reply priceReply(const Catalog &catalog, const Request &request)
{
    const Json *plan = catalog.plan(request.name("type"), request.name("plan"));
    if (!plan)
        return noPlan(request.name("plan"));
    const auto region = plan->at("regions").find(request.name("cloud"));
    if (region == plan->at("regions").end())
        return refuse(404, "Cloud " + request.name("cloud") + " does not exist", "cloud_not_found");
    return Json{{"service_type", request.name("type")},
                {"service_plan", request.name("plan")},
                {"cloud_name", request.name("cloud")},
                {"base_price_usd", region->at("price_usd")}};
}

/// Routes below one service type of a project.
class TypeRoutes
{
public:
    TypeRoutes(Router &router, const RouteContext &context) : m_router(router), m_context(context) {}

    template <typename Answer>
    void add(std::string_view rest, Answer answer)
    {
        const std::string pattern = "/v1/project/{project}" + std::string(rest);
        m_router.add("GET", pattern, [context = m_context, answer](const Request &request) -> Reply {
            if (const auto known = checkProject(*context.store.state(), request.name("project")); !known)
                return Core::Unexpected{known.error()};
            const Json &types = context.catalog.serviceTypes();
            const auto type = types.find(request.name("type"));
            if (type == types.end())
                return refuse(404, "Service type " + request.name("type") + " does not exist", "invalid_service_type");
            return answer(*type, request);
        });
    }

private:
    Router &m_router;
    const RouteContext m_context;
};

void addTypeRoutes(Router &router, const RouteContext &context)
{
    TypeRoutes routes(router, context);
    const std::string path = "/service-types/{type}";
    routes.add(path, [](const Json &type, const Request &) -> Reply { return withoutPlans(type); });
    routes.add(path + "/plans", [](const Json &type, const Request &) -> Reply {
        return Json{{"service_plans", type.at("service_plans")}};
    });
    const Catalog &catalog = context.catalog;
    routes.add(path + "/plans/{plan}",
               [&catalog](const Json &, const Request &request) { return planReply(catalog, request); });
    routes.add("/pricing" + path + "/plans/{plan}/clouds/{cloud}",
               [&catalog](const Json &, const Request &request) { return priceReply(catalog, request); });
}

} // namespace

void addCatalogRoutes(Router &router, const RouteContext &context)
{
    const Catalog &catalog = context.catalog;
    const auto forEverybody = [&router](std::string_view pattern, const char *key, const Json &value) {
        router.add(
            "GET", pattern,
            [key, &value](const Request &) -> Reply {
                return Json{{key, value}};
            },
            {}, Router::Access::Everybody);
    };
    forEverybody("/v1/clouds", "clouds", catalog.clouds());
    forEverybody("/v1/service_types", "service_types", catalog.serviceTypes());
    forEverybody("/v1/service_versions", "service_versions", catalog.serviceVersions());

    const auto inProject = [&router, &store = context.store](const std::string &rest, const char *key, Json value) {
        router.add("GET", "/v1/project/{project}" + rest,
                   [&store, key, value = std::move(value)](const Request &request) -> Reply {
                       if (const auto known = checkProject(*store.state(), request.name("project")); !known)
                           return Core::Unexpected{known.error()};
                       return Json{{key, value}};
                   });
    };
    inProject("/clouds", "clouds", catalog.clouds());
    inProject("/service_types", "service_types", catalog.serviceTypes());
    inProject("/service-types", "service_types", typesWithoutPlans(catalog.serviceTypes()));
    inProject("/integration_types", "integration_types", catalog.integrationTypes());
    inProject("/integration_endpoint_types", "endpoint_types", catalog.endpointTypes());
    addTypeRoutes(router, context);
}

} // namespace Sandbox
