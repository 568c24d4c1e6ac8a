// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ClickHouse {

/// `name` in backticks, whatever it contains. The only way by which names get into SQL.
[[nodiscard]] QString quoteIdentifier(const QString &name);
/// `database`.`table`; the database may be empty.
[[nodiscard]] QString quoteTableName(const QString &database, const QString &table);
/// 'text' as a string literal. The only way by which values get into SQL.
[[nodiscard]] QString quoteString(const QString &text);

} // namespace ClickHouse
