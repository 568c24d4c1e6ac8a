// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clickhouse/types/rowsource.h"

#include <QByteArrayView>

namespace ClickHouse {

/// Arrays, tuples, maps and the geometric types escape inside their elements only: their text is shown as it came, or the
/// quotes in it could no longer be told apart.
[[nodiscard]] bool isEscapedAsWhole(const QString &type);

/// Decodes one TabSeparated value. Cuts after maxBytes (below 0: never), but not inside a character or an escape.
[[nodiscard]] Cell decodeCell(QByteArrayView bytes, bool isEscaped, qsizetype maxBytes);

/// A value or name as TabSeparated writes it.
[[nodiscard]] QByteArray encodeTsv(const QString &text);

} // namespace ClickHouse
