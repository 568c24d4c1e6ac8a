// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/consumptionguard.h"

#include <algorithm>

namespace ClickHouse {

namespace {

using Action = GuardVerdict::Action;

bool means(const TableName &written, const QString &defaultDatabase, const KafkaTable &table)
{
    const QString &database = written.database.isEmpty() ? defaultDatabase : written.database;
    return written.table == table.name.table && database == table.name.database;
}

bool isRead(const StatementInfo &statement, const QString &defaultDatabase, const KafkaTable &table)
{
    const bool isNamed = std::any_of(statement.reads.begin(), statement.reads.end(),
                                     [&](const TableName &written) { return means(written, defaultDatabase, table); });
    return isNamed || statement.readsUnknown || statement.mayRead.contains(table.name.table) ||
           statement.mayRead.contains(table.name.database + u'.' + table.name.table);
}

} // namespace

GuardVerdict judge(const StatementInfo &statement, const QString &defaultDatabase, const QList<KafkaTable> &kafkaTables)
{
    std::optional<KafkaTable> consumed;
    for (const KafkaTable &table : kafkaTables) {
        if (statement.insertsInto && table.topics.size() > 1 && means(*statement.insertsInto, defaultDatabase, table))
            return {Action::RefuseManyTopics, table};
        if (!isRead(statement, defaultDatabase, table))
            continue;
        const bool isCertain =
            std::any_of(statement.reads.begin(), statement.reads.end(),
                        [&](const TableName &written) { return means(written, defaultDatabase, table); });
        if (table.hasView && isCertain)
            return {Action::RefuseViewAttached, table};
        if (!consumed || isCertain)
            consumed = table;
    }
    return consumed ? GuardVerdict{Action::WarnConsumption, *consumed} : GuardVerdict{};
}

} // namespace ClickHouse
