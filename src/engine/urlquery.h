// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace Engine {

/// The parameters in a request's target, decoded. The HTTP library's own reading loses what follows a second
/// "=".
[[nodiscard]] std::multimap<std::string, std::string> readUrlQuery(std::string_view target);

} // namespace Engine
