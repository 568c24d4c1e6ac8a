// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/shipment.h"

#include "sandbox/api/request.h"

#include <array>

namespace Sandbox {

namespace {

using Core::Json;

/// The settings of endpoints and integrations that say where things go, none of them a secret.
struct Place
{
    const char *key;
    const char *words;
};

constexpr std::array<Place, 14> places{{
    {"site", "site"},
    {"server", "server"},
    {"port", "port"},
    {"service_address", "address"},
    {"region", "region"},
    {"log_group_name", "log group"},
    {"namespace", "namespace"},
    {"project_id", "project"},
    {"log_id", "log"},
    {"index_prefix", "index prefix"},
    {"database", "database"},
    {"kafka_topic", "topic"},
    {"retention_days", "retention in days"},
    {"username", "user"},
}};

std::string placesIn(const Json &config)
{
    std::string text;
    for (const Place &place : places) {
        const Json &value = Core::memberAt(config, place.key);
        if (value.is_string() || value.is_number())
            text += std::string(text.empty() ? "" : ", ") + place.words + ' ' +
                    (value.is_string() ? value.get<std::string>() : value.dump());
    }
    return text;
}

} // namespace

std::string shipmentText(const Integration &integration, const Json &type, const Side &source, const Side &destination)
{
    std::string where = destination.endpoint ? placesIn(destination.endpoint->userConfig) : std::string();
    if (const std::string own = placesIn(integration.userConfig); !own.empty())
        where += (where.empty() ? "" : ", ") + own;
    return textOf(type, "source_description") + " of " + source.name() + " would go to " + destination.name() + " (" +
           textOf(type, "dest_description") + (where.empty() ? "" : ": " + where) +
           "). The sandbox sends nothing outside.";
}

} // namespace Sandbox
