// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/types/endpoint.h"

#include "aiven/types/reading.h"

using namespace Qt::StringLiterals;

namespace Aiven {

QString redactedText()
{
    return u"<redacted>"_s;
}

Core::Expected<EndpointType, QString> EndpointType::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"endpoint_type"}))
        return Core::Unexpected{*missing};
    EndpointType type;
    type.type = Core::textAt(json, "endpoint_type");
    type.title = Core::textAt(json, "title", type.type);
    type.serviceTypes = textsAt(json, "service_types");
    type.userConfigSchema = Core::memberAt(json, "user_config_schema");
    return type;
}

Core::Expected<Endpoint, QString> Endpoint::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"endpoint_id", "endpoint_name", "endpoint_type"}))
        return Core::Unexpected{*missing};
    const Core::Json &config = Core::memberAt(json, "user_config");
    return Endpoint{Core::textAt(json, "endpoint_id"), Core::textAt(json, "endpoint_name"),
                    Core::textAt(json, "endpoint_type"), config.is_object() ? config : Core::Json::object()};
}

Core::Json NewEndpoint::toJson() const
{
    return {{"endpoint_name", Core::toStdString(name)},
            {"endpoint_type", Core::toStdString(type)},
            {"user_config", userConfig}};
}

} // namespace Aiven
