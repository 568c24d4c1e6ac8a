// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/apierror.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace Sandbox {

/// The head of a request, whatever library read it.
struct RequestHead
{
    std::string method;
    std::string target;
    std::function<std::vector<std::string>(const char *)> values; ///< of the headers of one name
};

/// Decides about a request before its body is read and before it is routed, so that no route can be reached from a web
/// page, under a foreign name, without the token, or with a body that cannot be bounded.
class Gate
{
public:
    struct Rules
    {
        int port = 0;
        std::function<bool(const std::string &)> isToken;
        std::size_t longestBody = 0;
        std::function<bool(const RequestHead &)> isForEverybody; ///< routes that need no token
    };

    explicit Gate(Rules rules) : m_rules(std::move(rules)) {}

    /// Why the request is refused, if it is.
    [[nodiscard]] std::optional<ApiError> refusal(const RequestHead &head) const;

private:
    [[nodiscard]] std::optional<ApiError> checkOrigin(const RequestHead &head) const;
    [[nodiscard]] std::optional<ApiError> checkBody(const RequestHead &head) const;

    const Rules m_rules;
};

/// The token of an Authorization header, whatever its scheme of the two; empty when there is none.
[[nodiscard]] std::string tokenOf(const RequestHead &head);

} // namespace Sandbox
