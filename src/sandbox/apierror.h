// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/json.h"

#include <string>
#include <utility>

namespace Sandbox {

/// A failure as the API tells it: the status, the sentence, and the code for programs.
struct ApiError
{
    int status = 500;
    std::string message;
    std::string code;
};

[[nodiscard]] inline Core::Unexpected<ApiError> refuse(int status, std::string message, std::string code)
{
    return {{status, std::move(message), std::move(code)}};
}

/// {"message": …, "errors": [{…}]}
[[nodiscard]] Core::Json toJson(const ApiError &error);

} // namespace Sandbox
