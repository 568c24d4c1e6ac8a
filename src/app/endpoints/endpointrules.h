// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QSet>
#include <QStringList>

namespace App {

/// What the JSON schema of an endpoint cannot say: which fields mean something with the present values of others, and
/// an order for people. Of types that are not known here every field is shown.
struct EndpointRules
{
    QStringList order;
    QSet<QString> hidden;
    QSet<QString> needed;
};

[[nodiscard]] EndpointRules endpointRules(const QString &endpointType, const Core::Json &userConfig);

/// "broker.example.org:9092": where the endpoint points to; empty when its settings tell no address.
[[nodiscard]] QString endpointAddress(const Core::Json &userConfig);

/// Why a text cannot be an endpoint's name; empty when it can.
[[nodiscard]] QString endpointNameProblem(const QString &name);

} // namespace App
