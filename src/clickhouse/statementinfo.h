// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/types/kafkatable.h"

#include <optional>

namespace ClickHouse {

/// A name with dashes that stands without backticks, and what it has to be replaced by.
struct UnquotedDash
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString replacement;

    friend bool operator==(const UnquotedDash &, const UnquotedDash &) = default;
};

/// What a statement would touch when it is run. Read from its words, not by a full grammar: where they leave a doubt, the
/// statement counts as reading.
struct StatementInfo
{
    QList<TableName> reads;
    /// Names that stand where a table may be meant but need not (arguments of table functions).
    QStringList mayRead;
    /// Reads something that cannot be known from the text ({parameter:Identifier}).
    bool readsUnknown = false;
    std::optional<TableName> insertsInto;
    std::optional<QString> usesDatabase; ///< USE: over HTTP it is for the caller to remember
    std::optional<UnquotedDash> unquotedDash;

    [[nodiscard]] static StatementInfo of(const QString &statement);
};

} // namespace ClickHouse
