// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kafkatables.h"

namespace App {

namespace {

ClickHouse::KafkaTable tableOf(const Aiven::Integration &integration, const Core::Json &json)
{
    ClickHouse::KafkaTable table;
    table.name = {integration.databaseName(), Core::textAt(json, "name")};
    table.group = Core::textAt(json, "group_name", QStringLiteral("clickhouse")); // the API's default
    const Core::Json &topics = Core::memberAt(json, "topics");
    for (std::size_t i = 0; topics.is_array() && i < topics.size(); ++i)
        table.topics << Core::textAt(topics[i], "name");
    table.kafkaService = integration.source.service;
    return table;
}

} // namespace

QList<ClickHouse::KafkaTable> kafkaTablesOf(const QList<Aiven::Integration> &integrations)
{
    QList<ClickHouse::KafkaTable> found;
    for (const Aiven::Integration &integration : integrations) {
        const Core::Json &tables = Core::memberAt(integration.userConfig, "tables");
        for (std::size_t i = 0; tables.is_array() && i < tables.size(); ++i)
            found.append(tableOf(integration, tables[i]));
    }
    return found;
}

} // namespace App
