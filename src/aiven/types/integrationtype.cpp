// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/types/integrationtype.h"

#include "aiven/types/reading.h"

namespace Aiven {

Core::Expected<IntegrationType, QString> IntegrationType::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"integration_type"}))
        return Core::Unexpected{*missing};
    IntegrationType type;
    type.type = Core::textAt(json, "integration_type");
    type.sourceDescription = Core::textAt(json, "source_description");
    type.destDescription = Core::textAt(json, "dest_description");
    type.sourceServiceTypes = textsAt(json, "source_service_types");
    type.destServiceTypes = textsAt(json, "dest_service_types");
    // The older key holds one of them.
    const QString oldDest = Core::textAt(json, "dest_service_type");
    if (type.destServiceTypes.isEmpty() && !oldDest.isEmpty())
        type.destServiceTypes = {oldDest};
    type.userConfigSchema = Core::memberAt(json, "user_config_schema");
    return type;
}

} // namespace Aiven
