// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QStringList>

namespace Aiven {

/// One pairing that the API offers. A type can have several entries; endpoint types stand among the service types
/// ("external_postgresql" as a source, "datadog" as a destination).
struct IntegrationType
{
    QString type; ///< "clickhouse_kafka"
    QString sourceDescription;
    QString destDescription;
    QStringList sourceServiceTypes;
    QStringList destServiceTypes;
    Core::Json userConfigSchema;

    [[nodiscard]] static Core::Expected<IntegrationType, QString> fromJson(const Core::Json &json);
};

} // namespace Aiven
