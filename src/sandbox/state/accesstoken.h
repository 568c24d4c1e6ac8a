// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace Sandbox {

/// A token that the user made. The state holds its hash only: the text is shown once, at its creation.
struct AccessToken
{
    std::string prefix; ///< its first characters, by which it is listed and revoked
    std::string hash;   ///< SHA-256, in hexadecimal digits
    std::string description;
    std::string createTime;
    std::string expiryTime; ///< empty: never
    std::optional<std::int64_t> maxAgeSeconds;
    bool extendWhenUsed = false;
};

} // namespace Sandbox
