// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/apierror.h"

namespace Sandbox {

Core::Json toJson(const ApiError &error)
{
    Core::Json entry{{"message", error.message}, {"status", error.status}};
    if (!error.code.empty())
        entry["error_code"] = error.code;
    entry["more_info"] = "https://api.aiven.io/doc/";
    return {{"message", error.message}, {"errors", Core::Json::array({std::move(entry)})}};
}

} // namespace Sandbox
