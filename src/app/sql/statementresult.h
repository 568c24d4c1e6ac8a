// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/consumptionguard.h"
#include "clickhouse/query.h"

#include <memory>
#include <optional>

namespace App {

/// A statement of a tab's text.
struct SqlStatement
{
    QString text;
    qsizetype start = 0; ///< where it stands in the editor

    friend bool operator==(const SqlStatement &, const SqlStatement &) = default;
};

/// How a statement ended, kept after its Query is gone.
struct StatementResult
{
    SqlStatement statement;
    std::shared_ptr<const ClickHouse::ResultStore> store;
    ClickHouse::Query::State state = ClickHouse::Query::State::Idle;
    ClickHouse::QueryError error;
    QStringList notices;
    ClickHouse::QuerySummary summary;
    qint64 elapsed = 0; ///< milliseconds

    [[nodiscard]] static StatementResult of(const ClickHouse::Query &query, const SqlStatement &statement)
    {
        return {statement,
                query.store(),
                query.state(),
                query.error(),
                query.notices(),
                query.summary(),
                query.elapsedMilliseconds()};
    }
};

/// Why a statement was not sent.
struct GuardStop
{
    SqlStatement statement;
    ClickHouse::GuardVerdict verdict;
    std::optional<ClickHouse::UnquotedDash> dash; ///< set: this is the reason, not the verdict

    [[nodiscard]] bool mayProceed() const
    {
        return dash || verdict.action == ClickHouse::GuardVerdict::Action::WarnConsumption;
    }
};

} // namespace App
