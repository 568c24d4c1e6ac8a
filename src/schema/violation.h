// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QList>
#include <QString>

namespace Schema {

/// One place where a value breaks its schema.
struct Violation
{
    QString pointer; ///< JSON pointer of the value: "/tables/0/columns/1/type"; empty for the root
    QString message; ///< in the words of Python's jsonschema, as the API says it: "5 is less than the minimum of 10"

    friend bool operator==(const Violation &, const Violation &) = default;
};

/// What the value itself does wrong by the schema's keywords, not what lies inside it. Empty when the schema uses
/// keywords beyond those of the API's configuration schemas.
[[nodiscard]] QList<Violation> violationsOf(const Core::Json &value, const Core::Json &schema, const QString &pointer);

/// "tables[0].columns[1].type" for "/tables/0/columns/1/type": how people read a place in a configuration.
[[nodiscard]] QString readablePath(const QString &pointer);

} // namespace Schema
