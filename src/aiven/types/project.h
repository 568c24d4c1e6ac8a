// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QString>

namespace Aiven {

struct Project
{
    QString name;
    QString organizationId;
    QString organizationName; ///< account_name; may be empty
    QString defaultCloud;

    [[nodiscard]] static Core::Expected<Project, QString> fromJson(const Core::Json &json);
};

} // namespace Aiven
