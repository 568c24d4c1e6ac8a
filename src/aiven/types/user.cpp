// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/types/user.h"

#include "aiven/types/reading.h"

namespace Aiven {

Core::Expected<User, QString> User::fromJson(const Core::Json &json)
{
    if (auto missing = missingText(json, {"user"}))
        return Core::Unexpected{*missing};
    User user{Core::textAt(json, "user"), Core::textAt(json, "real_name"), {}};
    // The older key has one role per project, the newer one a list.
    const Core::Json &oldRoles = Core::memberAt(json, "project_membership");
    if (oldRoles.is_object()) {
        for (const auto &[project, role] : oldRoles.items())
            user.roles.insert(Core::toQString(project), {Core::textAt(oldRoles, project.c_str())});
    }
    const Core::Json &roles = Core::memberAt(json, "project_memberships");
    if (roles.is_object()) {
        for (const auto &[project, list] : roles.items())
            user.roles.insert(Core::toQString(project), textsAt(roles, project.c_str()));
    }
    return user;
}

} // namespace Aiven
