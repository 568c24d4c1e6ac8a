// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/serviceusers.h"

#include "sandbox/api/lookup.h"
#include "sandbox/api/routes.h"
#include "sandbox/backends.h"
#include "sandbox/state/store.h"

#include <algorithm>
#include <array>

namespace Sandbox {

namespace {

// Internal users of the cloud's services, and the sandbox's own of ClickHouse.
constexpr std::array<std::string_view, 5> reservedNames{"aiven", "aiven_monitoring", "default", "postgres",
                                                        "headgate_internal"};
constexpr std::size_t mostUsers = 1000;

} // namespace

Core::Outcome<ApiError> changeUsers(const RouteContext &context, const Request &request,
                                    const std::function<Core::Outcome<ApiError>(std::vector<ServiceUser> &)> &edit,
                                    const std::string &serviceType)
{
    Service changed;
    auto saved = context.store.change([&](State &state) -> Core::Outcome<ApiError> {
        const auto found = findService(state, request, serviceType);
        if (!found)
            return Core::Unexpected{found.error()};
        if (!(*found)->powered)
            return Core::Unexpected{poweredOff(**found)};
        Service &service = *state.service((*found)->name);
        auto edited = edit(service.users);
        changed = service;
        return edited;
    });
    if (saved)
        context.backends.setUsers(changed);
    return saved;
}

Core::Outcome<ApiError> addUser(std::vector<ServiceUser> &users, const ServiceUser &user)
{
    if (std::find(reservedNames.begin(), reservedNames.end(), user.name) != reservedNames.end())
        return refuse(400, "The user name " + user.name + " is reserved", "username_is_reserved");
    const bool isTaken =
        std::any_of(users.begin(), users.end(), [&user](const ServiceUser &other) { return other.name == user.name; });
    if (isTaken)
        return refuse(409, "Service user " + user.name + " already exists", "user_already_exists");
    if (users.size() >= mostUsers)
        return refuse(409, "The service has " + std::to_string(mostUsers) + " users already", "bad_request");
    users.push_back(user);
    return std::monostate{};
}

} // namespace Sandbox
