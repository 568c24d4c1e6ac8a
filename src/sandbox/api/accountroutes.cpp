// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/account.h"
#include "sandbox/api/lookup.h"
#include "sandbox/api/routes.h"
#include "sandbox/catalog.h"
#include "sandbox/state/store.h"

namespace Sandbox {

namespace {

using Core::Json;

Json userJson(const State &state)
{
    return {{"user", accountEmail},
            {"real_name", "Sandbox user"},
            {"state", "active"},
            {"auth", {"password"}},
            {"projects", {state.project}},
            {"project_membership", {{state.project, "admin"}}},
            {"project_memberships", {{state.project, {"admin"}}}},
            {"token_validity_begin", state.createTime},
            {"user_id", "u0sandbox"},
            {"create_time", state.createTime},
            {"features", Json::object()},
            {"invitations", Json::array()},
            {"managing_organization_id", nullptr}};
}

Json projectJson(const State &state)
{
    return {{"project_name", state.project},
            {"default_cloud", "google-europe-west1"},
            {"account_id", accountId},
            {"account_name", "Sandbox"},
            {"organization_id", organizationId},
            {"tenant_id", "aiven"},
            {"features", Json::object()},
            {"tags", Json::object()},
            {"tech_emails", Json::array()},
            {"billing_emails", Json::array()},
            {"billing_group_id", "00000000-0000-4000-8000-000000000000"},
            {"billing_group_name", "Sandbox"},
            {"billing_address", ""},
            {"billing_currency", "USD"},
            {"billing_extra_text", nullptr},
            {"card_info", nullptr},
            {"trial_expiration_time", nullptr},
            {"country", ""},
            {"country_code", ""},
            {"vat_id", ""},
            {"payment_method", "no_payment_expected"},
            {"estimated_balance", "0.00"}};
}

Json projectList(const State &state)
{
    return {{"projects", Json::array({projectJson(state)})},
            {"project_membership", {{state.project, "admin"}}},
            {"project_memberships", {{state.project, {"admin"}}}}};
}

Json organizationList(const State &state)
{
    return {{"organizations", Json::array({Json{{"organization_id", organizationId},
                                                {"organization_name", "Sandbox"},
                                                {"account_id", accountId},
                                                {"tier", "business"},
                                                {"create_time", state.createTime},
                                                {"update_time", state.createTime}}})}};
}

} // namespace

void addAccountRoutes(Router &router, const RouteContext &context)
{
    Store &store = context.store;
    // A route below a project: 404 unless it is the sandbox's.
    const auto inProject = [&store](auto answer) {
        return [&store, answer](const Request &request) -> Reply {
            const auto state = store.state();
            if (const auto known = checkProject(*state, request.name("project")); !known)
                return Core::Unexpected{known.error()};
            return answer(*state);
        };
    };
    router.add("GET", "/v1/me", [&store](const Request &) -> Reply {
        return Json{{"user", userJson(*store.state())}};
    });
    router.add("GET", "/v1/project", [&store](const Request &) -> Reply { return projectList(*store.state()); });
    router.add("GET", "/v1/project/{project}", inProject([](const State &state) {
                   return Json{{"project", projectJson(state)}};
               }));
    router.add("GET", "/v1/organizations",
               [&store](const Request &) -> Reply { return organizationList(*store.state()); });
    router.add("GET", "/v1/organization/{organization}/projects", [&store](const Request &request) -> Reply {
        if (request.name("organization") != organizationId)
            return refuse(404, "Organization does not exist", "organization_not_found");
        return Json{{"projects", Json::array({projectJson(*store.state())})}, {"total_project_count", 1}};
    });
    router.add("GET", "/v1/account/{account}/service_versions",
               [&catalog = context.catalog](const Request &request) -> Reply {
                   if (request.name("account") != accountId)
                       return refuse(404, "Account does not exist", "account_not_found");
                   return Json{{"service_versions", catalog.serviceVersions()}};
               });
    router.add("GET", "/v1/project/{project}/vpcs", inProject([](const State &) {
                   return Json{{"vpcs", Json::array()}};
               }));
    router.add("GET", "/v1/project/{project}/kms/ca", inProject([&catalog = context.catalog](const State &) {
                   return Json{{"certificate", catalog.certificate()}};
               }));
}

} // namespace Sandbox
