// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/account.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/tokens.h"
#include "sandbox/state/store.h"

namespace Sandbox {

namespace {

using Core::Json;

Json orNull(const std::string &text)
{
    return text.empty() ? Json() : Json(text);
}

Json tokenJson(const AccessToken &token)
{
    return {{"token_prefix", token.prefix},
            {"description", token.description},
            {"create_time", token.createTime},
            {"expiry_time", orNull(token.expiryTime)},
            {"max_age_seconds", token.maxAgeSeconds ? Json(*token.maxAgeSeconds) : Json()},
            {"extend_when_used", token.extendWhenUsed},
            {"currently_active", false},
            {"last_used_time", nullptr},
            {"last_ip", nullptr},
            {"last_user_agent", nullptr}};
}

// The sandbox has one user, whose password is the token that the sandbox printed at its start.
Reply logIn(const RouteContext &context, const Request &request)
{
    const std::string email = request.body.at("email");
    const auto token = email == accountEmail ? context.tokens.logIn(request.body.at("password")) : std::nullopt;
    if (!token)
        return refuse(403, "Authentication failed", "authentication_failed");
    return Json{{"token", *token}, {"state", "active"}, {"user_email", email}};
}

Reply loginOptions(const RouteContext &, const Request &request)
{
    return Json{{"options", Json::array({Json{{"method", "password"}, {"name", request.body.at("email")}}})}};
}

Reply logOut(const RouteContext &context, const Request &request)
{
    context.tokens.logOut(request.token);
    return Json{{"message", "Token invalidated"}};
}

Reply listTokens(const RouteContext &context, const Request &)
{
    Json tokens = Json::array();
    for (const AccessToken &token : context.store.state()->accessTokens)
        tokens.push_back(tokenJson(token));
    return Json{{"tokens", std::move(tokens)}};
}

Reply makeToken(const RouteContext &context, const Request &request)
{
    Tokens::Wish wish;
    wish.description = request.body.at("description");
    if (request.body.contains("max_age_seconds"))
        wish.maxAgeSeconds = Core::integerAt(request.body, "max_age_seconds");
    wish.extendWhenUsed = Core::boolAt(request.body, "extend_when_used");
    const auto made = context.tokens.make(wish);
    if (!made)
        return Core::Unexpected{made.error()};
    Json reply = tokenJson(made->token);
    reply["full_token"] = made->text;
    return reply;
}

Reply revokeToken(const RouteContext &context, const Request &request)
{
    if (const auto gone = context.tokens.revoke(request.name("token")); !gone)
        return Core::Unexpected{gone.error()};
    return Json{{"message", "Token revoked"}};
}

} // namespace

void addSessionRoutes(Router &router, const RouteContext &context)
{
    router.add("POST", "/v1/userauth", handler(context, logIn), "login", Router::Access::Everybody);
    router.add("POST", "/v1/userauth/login_options", handler(context, loginOptions), "login_options",
               Router::Access::Everybody);
    router.add("POST", "/v1/me/logout", handler(context, logOut));
    router.add("GET", "/v1/access_token", handler(context, listTokens));
    router.add("POST", "/v1/access_token", handler(context, makeToken), "access_token_create");
    router.add("DELETE", "/v1/access_token/{token}", handler(context, revokeToken));
}

} // namespace Sandbox
