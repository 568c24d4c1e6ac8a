// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/integration.h"
#include "app/setup/kinds.h"

namespace App {

/// What is chosen in "Set up integration": enough to enable it and to speak of it.
struct SetUpChoice
{
    Aiven::NewIntegration wanted;
    Route::Method method = Route::Method::Databases;
    QString kindId;
    QString kindTitle; ///< "Apache Kafka"
    QString other;     ///< the name of the service or endpoint at the other side
    bool isExternal = false;

    /// With the names that will appear; those of endpoints are an expectation.
    [[nodiscard]] Aiven::Integration preview() const { return wanted.preview(isExternal ? other : QString()); }
    [[nodiscard]] bool isKafka() const { return kindId == QStringLiteral("kafka"); }
};

} // namespace App
