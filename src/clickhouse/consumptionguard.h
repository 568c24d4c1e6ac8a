// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/statementinfo.h"
#include "clickhouse/types/kafkatable.h"

namespace ClickHouse {

/// What may be done with a statement before anything is sent.
struct GuardVerdict
{
    enum class Action {
        Allow,
        WarnConsumption,    ///< it would take messages from the consumer group
        RefuseViewAttached, ///< ClickHouse refuses it: a materialized view reads the table
        RefuseManyTopics,   ///< ClickHouse cannot write to a table with several topics
    };

    Action action = Action::Allow;
    KafkaTable table; ///< the one the verdict is about
};

/// Pure: facts in, verdict out. Refusals come before warnings; in doubt it warns.
[[nodiscard]] GuardVerdict judge(const StatementInfo &statement, const QString &defaultDatabase,
                                 const QList<KafkaTable> &kafkaTables);

} // namespace ClickHouse
