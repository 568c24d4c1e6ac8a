// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/state/integration.h"

#include <algorithm>
#include <array>

namespace Sandbox {

namespace {

struct DataKind
{
    std::string_view type;
    const char *key; ///< of the array in user_config
    Core::Json fallback;
};

const DataKind *dataKind(const std::string &type)
{
    using Core::Json;
    static const std::array<DataKind, 3> kinds{{
        {kafkaIntegration, "tables", Json::array()},
        {postgresIntegration, "databases", Json::array({Json{{"database", "defaultdb"}, {"schema", "public"}}})},
        {credentialsIntegration, "grants", Json::array()},
    }};
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const DataKind &kind) { return kind.type == type; });
    return found == kinds.end() ? nullptr : &*found;
}

std::string textAt(const Core::Json &object, const char *key, const char *fallback)
{
    const Core::Json &member = Core::memberAt(object, key);
    return member.is_string() ? member.get<std::string>() : fallback;
}

} // namespace

bool isDataType(const std::string &type)
{
    return dataKind(type) != nullptr;
}

const Core::Json &Integration::wanted() const
{
    static const Core::Json none = Core::Json::array();
    const DataKind *kind = dataKind(type);
    if (!kind)
        return none;
    const Core::Json &items = Core::memberAt(userConfig, kind->key);
    return items.is_array() ? items : kind->fallback;
}

std::string Integration::database() const
{
    return sourceEndpointId.empty() ? "service_" + sourceService : "endpoint_" + sourceEndpointName;
}

std::string Integration::database(const Core::Json &pair) const
{
    return database() + '_' + textAt(pair, "database", "defaultdb") + '_' + textAt(pair, "schema", "public");
}

std::vector<std::string> Integration::databases() const
{
    if (type == kafkaIntegration)
        return {database()};
    std::vector<std::string> names;
    if (type != postgresIntegration)
        return names;
    for (const Core::Json *pairs : {&wanted(), &applied}) {
        for (const Core::Json &pair : *pairs) {
            if (std::string name = database(pair); std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(std::move(name));
        }
    }
    return names;
}

bool Integration::concerns(const std::string &service) const
{
    return sourceService == service || destService == service;
}

} // namespace Sandbox
