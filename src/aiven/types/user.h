// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QMap>
#include <QStringList>

namespace Aiven {

struct User
{
    QString name;                     ///< the e-mail address
    QString realName;                 ///< may be empty
    QMap<QString, QStringList> roles; ///< project → "admin", "operator", "developer", "read_only"

    [[nodiscard]] static Core::Expected<User, QString> fromJson(const Core::Json &json);
};

} // namespace Aiven
