// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/types/project.h"

#include "aiven/types/reading.h"

namespace Aiven {

Core::Expected<Project, QString> Project::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"project_name"}))
        return Core::Unexpected{*missing};
    return Project{Core::textAt(json, "project_name"), Core::textAt(json, "organization_id"),
                   Core::textAt(json, "account_name"), Core::textAt(json, "default_cloud")};
}

} // namespace Aiven
