// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/json.h"
#include "sandbox/state/accesstoken.h"
#include "sandbox/state/integration.h"
#include "sandbox/state/service.h"

#include <string>
#include <vector>

namespace Sandbox {

/// Everything the sandbox remembers between runs.
struct State
{
    std::string project;
    std::string createTime;
    std::vector<Service> services;
    std::vector<Endpoint> endpoints;
    std::vector<Integration> integrations;
    std::vector<Integration> removals; ///< deleted ones whose databases or collections ClickHouse has still to drop
    std::vector<AccessToken> accessTokens;

    [[nodiscard]] const Service *service(const std::string &name) const;
    [[nodiscard]] Service *service(const std::string &name);
    [[nodiscard]] const Endpoint *endpoint(const std::string &id) const;
    [[nodiscard]] Endpoint *endpoint(const std::string &id);
    [[nodiscard]] const Integration *integration(const std::string &id) const;
    [[nodiscard]] Integration *integration(const std::string &id);
};

[[nodiscard]] Core::Json toJson(const State &state);
/// The error is a sentence that names what is wrong.
[[nodiscard]] Core::Expected<State, std::string> stateFromJson(const Core::Json &json);

/// What the sandbox holds at its first start: the guide's services and topics, new passwords.
[[nodiscard]] State firstState();

/// Now, as the API writes times: "2026-03-01T12:00:00Z".
[[nodiscard]] std::string currentTime();
/// A UUID text of 36 characters.
[[nodiscard]] std::string newId();
/// 22 characters from the system's random source, about 128 bits.
[[nodiscard]] std::string newSecret();

} // namespace Sandbox
