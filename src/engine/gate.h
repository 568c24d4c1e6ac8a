// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/errors.h"
#include "engine/users.h"

#include <map>
#include <optional>
#include <string>
#include <strings.h>

namespace Engine {

struct CaseInsensitive
{
    bool operator()(const std::string &a, const std::string &b) const { return strcasecmp(a.c_str(), b.c_str()) < 0; }
};
using Fields = std::multimap<std::string, std::string, CaseInsensitive>;

/// Why a request is turned away before anything looks at what it wants.
struct Rejection
{
    int status = 0;
    std::string text;
    int code = 0; ///< ClickHouse's, when the refusal has one
};

/// A page in the user's browser can send requests to this port: only requests that name this server, come
/// from no page and have an unambiguous length pass.
[[nodiscard]] std::optional<Rejection> checkHead(const std::string &method, const Fields &fields, int port);

struct Login
{
    std::string user;
    std::string password;
    Users::Rank rank = Users::Rank::Unknown;
};

/// Finds the credentials (Basic, X-ClickHouse-User and -Key, or user and password in the URL) and checks
/// them.
[[nodiscard]] std::optional<Rejection> logIn(const Fields &fields, const std::multimap<std::string, std::string> &url,
                                             const Users &users, Login &login);

} // namespace Engine
