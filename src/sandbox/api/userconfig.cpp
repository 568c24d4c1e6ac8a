// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/userconfig.h"

#include "sandbox/api/violations.h"

namespace Sandbox {

namespace {

using Core::Json;

/// Every secret of the API's schemas is a text at the top of a configuration.
bool isSecret(const Schema::Field &fields, const std::string &key)
{
    const Schema::Field *field = fields.child(Core::toQString(key));
    return field && field->secret;
}

} // namespace

Json redacted(const Json &config, const Schema::Field &fields)
{
    Json shown = config;
    for (const auto &[key, value] : shown.items()) {
        if (isSecret(fields, key) && !value.is_null())
            value = redactedSecret;
    }
    return shown;
}

Core::Expected<Json, ApiError> merged(const Json &kept, const Json &sent, const Schema::Field &fields)
{
    Json config = kept;
    for (const auto &[key, value] : sent.items()) {
        if (!isSecret(fields, key) || value != redactedSecret)
            config[key] = value;
        else if (!kept.contains(key))
            return Core::Unexpected{invalidUserConfig(key, "'<redacted>' stands for a value that is kept, but there is "
                                                           "none: send the value")};
    }
    return config;
}

Core::Outcome<ApiError> checkConfig(const Json &config, const ConfigSchema &schema)
{
    if (const auto violations = schema.validator.check(config); !violations.isEmpty())
        return Core::Unexpected{invalidUserConfig(violations)};
    return std::monostate{};
}

Core::Unexpected<ApiError> configNotChanged()
{
    return refuse(400, "User config not changed", "bad_request");
}

} // namespace Sandbox
