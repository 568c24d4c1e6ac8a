// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/apierror.h"
#include "aiven/request.h"

#include <chrono>
#include <optional>

namespace Aiven {

struct HttpAnswer;
struct Timing;

/// The answer's JSON, or why it is none. Success needs a 2xx status, no network error, the media type and a complete
/// parse: Qt takes a body that was cut off for success when the server gave no length.
[[nodiscard]] Result<Core::Json> judge(const Request &request, const HttpAnswer &answer);

/// How long to wait before asking again; nothing when it must not be repeated. Only a GET is repeated, at most twice.
[[nodiscard]] std::optional<std::chrono::milliseconds> repeatAfter(const Request &request, const ApiError &error,
                                                                   int repeats, const Timing &timing);

} // namespace Aiven
