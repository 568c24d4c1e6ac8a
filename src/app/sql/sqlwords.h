// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/describe.h"
#include "app/sql/statementresult.h"

namespace App {

// All wording about statements and their results.

/// Why a statement failed; the rows that came before are kept and counted here.
[[nodiscard]] UserMessage describe(const StatementResult &result, const QString &serviceName);
/// Why the guard did not send a statement.
[[nodiscard]] UserMessage describe(const GuardStop &stop);

/// "12 480 rows · 1.2 MiB received · 0.184 s · read 48 213 rows, 3.4 MiB"
[[nodiscard]] QString resultLine(const StatementResult &result);
/// "Running, 1 240 000 rows · 88 MiB · 3.2 s"
[[nodiscard]] QString progressLine(qint64 rows, qint64 bytes, qint64 milliseconds);
/// What became of a cancelled statement on the server.
[[nodiscard]] QString cancelLine(ClickHouse::Query::ServerWork work);
/// The first line of a statement, short.
[[nodiscard]] QString shortStatement(const QString &sql);

} // namespace App
