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

const Json *findPlan(const Json &type, const std::string &name)
{
    for (const Json &plan : type.at("service_plans")) {
        if (plan.at("service_plan") == name)
            return &plan;
    }
    return nullptr;
}

Reply planReply(const Json &type, const std::string &name)
{
    const Json *plan = findPlan(type, name);
    if (!plan)
        return refuse(404, "Service plan " + name + " does not exist", "plan_not_found");
    Json reply = *plan;
    for (const auto &[key, value] : plan->at("regions").begin()->items())
        reply[key] = value;
    return reply;
}

/// Routes below one service type of a project.
class TypeRoutes
{
public:
    TypeRoutes(Router &router, const RouteContext &context) : m_router(router), m_context(context) {}

    template <typename Answer>
    void add(std::string_view rest, Answer answer)
    {
        const std::string pattern = "/v1/project/{project}/service-types/{type}" + std::string(rest);
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
    routes.add("", [](const Json &type, const Request &) -> Reply { return withoutPlans(type); });
    routes.add("/plans", [](const Json &type, const Request &) -> Reply {
        return Json{{"service_plans", type.at("service_plans")}};
    });
    routes.add("/plans/{plan}",
               [](const Json &type, const Request &request) { return planReply(type, request.name("plan")); });
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
    inProject("/integration_endpoint", "service_integration_endpoints", Json::array());
    addTypeRoutes(router, context);
}

} // namespace Sandbox
