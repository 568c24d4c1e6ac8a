// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compression/codec.h"

#include <optional>

namespace Engine {

/// The method that a Content-Encoding names; nothing when it is unknown here.
[[nodiscard]] std::optional<Method> methodOf(std::string_view contentEncoding);
/// The best of those that an Accept-Encoding permits, in ClickHouse's order of preference.
[[nodiscard]] Method chooseMethod(std::string_view acceptEncoding);
/// The name for Content-Encoding.
[[nodiscard]] const char *nameOf(Method method);

} // namespace Engine
