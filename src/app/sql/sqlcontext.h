// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/server.h"
#include "clickhouse/types/kafkatable.h"

#include <QString>

namespace Aiven {
class Client;
}

namespace App {

/// Where the statements of all tabs go.
struct SqlContext
{
    ClickHouse::Server server;
    QString serviceName;
    QString database = QStringLiteral("default");
    QList<ClickHouse::KafkaTable> kafkaTables;
    QString obstacle; ///< why nothing can be run; empty when it can
    Aiven::Client *client = nullptr;
    QString project;
};

} // namespace App
