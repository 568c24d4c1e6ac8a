// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Sandbox {

// The sandbox has one user, in one organization.
inline constexpr auto accountEmail = "you@sandbox.example";
inline constexpr auto organizationId = "org0sandbox";
inline constexpr auto accountId = "a0sandbox";

} // namespace Sandbox
