// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QString>
#include <QStringList>

namespace Aiven {

/// What stands for a secret in a reply. Sent back unchanged it keeps the stored value.
[[nodiscard]] QString redactedText();

/// One kind of integration endpoint, with the JSON schema of its settings.
struct EndpointType
{
    QString type;  ///< "external_kafka"
    QString title; ///< "External Apache Kafka"
    QStringList serviceTypes;
    Core::Json userConfigSchema;

    [[nodiscard]] static Core::Expected<EndpointType, QString> fromJson(const Core::Json &json);
};

/// A source or target outside Aiven. Its secrets are redacted.
struct Endpoint
{
    QString id;
    QString name;
    QString type;
    Core::Json userConfig; ///< an object, its keys in the API's order

    [[nodiscard]] static Core::Expected<Endpoint, QString> fromJson(const Core::Json &json);
};

/// Name and type cannot be changed later.
struct NewEndpoint
{
    QString name; ///< 1 to 40 characters
    QString type;
    Core::Json userConfig = Core::Json::object();

    [[nodiscard]] Core::Json toJson() const;
};

} // namespace Aiven
