// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/endpointrules.h"

#include "sandbox/api/request.h"
#include "sandbox/api/violations.h"

namespace Sandbox {

namespace {

using Core::Json;
using Outcome = Core::Outcome<ApiError>;

Outcome needs(const Json &config, std::initializer_list<const char *> keys, const std::string &reason)
{
    for (const char *key : keys) {
        if (textOf(config, key).empty())
            return Core::Unexpected{invalidUserConfig(key, "it is needed with " + reason)};
    }
    return std::monostate{};
}

/// Each of the two is of no use without the other.
Outcome needBoth(const Json &config, const char *one, const char *other)
{
    if (!textOf(config, one).empty())
        return needs(config, {other}, one);
    return textOf(config, other).empty() ? Outcome(std::monostate{}) : needs(config, {one}, other);
}

Outcome checkKafka(const Json &config)
{
    const std::string protocol = textOf(config, "security_protocol");
    if (protocol.starts_with("SASL_")) {
        if (auto complete = needs(config, {"sasl_mechanism", "sasl_plain_username", "sasl_plain_password"},
                                  "security_protocol " + protocol);
            !complete)
            return complete;
    }
    return needBoth(config, "ssl_client_cert", "ssl_client_key");
}

} // namespace

Outcome checkEndpointRules(const std::string &endpointType, const Json &config)
{
    if (endpointType == "external_kafka")
        return checkKafka(config);
    if (endpointType == "external_postgresql")
        return needBoth(config, "ssl_client_certificate", "ssl_client_key");
    if (endpointType == "external_schema_registry" && textOf(config, "authentication") == "basic")
        return needs(config, {"basic_auth_username", "basic_auth_password"}, "authentication basic");
    if (endpointType == "prometheus")
        return needBoth(config, "basic_auth_username", "basic_auth_password");
    if (endpointType == "rsyslog") {
        if (textOf(config, "format") == "custom") {
            if (auto complete = needs(config, {"logline"}, "format custom"); !complete)
                return complete;
        }
        return needBoth(config, "cert", "key");
    }
    return std::monostate{};
}

} // namespace Sandbox
