// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "sandbox/apierror.h"

#include <map>
#include <string>

namespace Sandbox {

enum class Secrets { Redacted, Shown };

/// A request that passed the gate and found its route.
struct Request
{
    std::map<std::string, std::string> names; ///< the {parts} of the route, decoded
    std::map<std::string, std::string> query;
    std::string token;                      ///< with which it was sent
    Core::Json body = Core::Json::object(); ///< checked against the route's schema

    [[nodiscard]] const std::string &name(const std::string &part) const { return names.at(part); }
    /// Whether the reply may hold secrets: only where the route says so, and only when asked.
    [[nodiscard]] Secrets secrets() const { return asks("include_secrets") ? Secrets::Shown : Secrets::Redacted; }
    /// Whether a query parameter says yes.
    [[nodiscard]] bool asks(const std::string &parameter) const
    {
        const auto found = query.find(parameter);
        return found != query.end() && (found->second == "true" || found->second == "1");
    }
};

using Reply = Core::Expected<Core::Json, ApiError>;

/// The text of a member, or the fallback when it is absent.
[[nodiscard]] inline std::string textOf(const Core::Json &object, const char *key, const std::string &fallback = {})
{
    const Core::Json &member = Core::memberAt(object, key);
    return member.is_string() ? member.get<std::string>() : fallback;
}

} // namespace Sandbox
