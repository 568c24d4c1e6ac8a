// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state.h"

#include <QString>

namespace Aiven {
struct Service;
struct Integration;
} // namespace Aiven

namespace App {

/// A state as it is shown: mark and word.
struct StateWord
{
    Widgets::State state = Widgets::State::Off;
    QString word;
};

[[nodiscard]] StateWord stateOf(const Aiven::Service &service);
[[nodiscard]] StateWord stateOf(const Aiven::Integration &integration);
/// "Aiven for ClickHouse®", "Aiven for Apache Kafka®"; the API's own word for types of tomorrow.
[[nodiscard]] QString productName(const QString &serviceType);
/// "Apache Kafka", "PostgreSQL": the kind without the house.
[[nodiscard]] QString kindName(const QString &serviceType);

} // namespace App
