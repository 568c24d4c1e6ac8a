// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/types/integration.h"
#include "clickhouse/types/kafkatable.h"

namespace App {

/// The connector tables that the configurations of these integrations define.
[[nodiscard]] QList<ClickHouse::KafkaTable> kafkaTablesOf(const QList<Aiven::Integration> &integrations);

} // namespace App
