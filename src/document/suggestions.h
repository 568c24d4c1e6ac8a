// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/config.h"
#include "document/surroundings.h"

namespace Document {

/// A name that no table of the configuration has: the wish itself, or with a number behind it.
[[nodiscard]] QString freeTableName(const Config &config, const QString &wish);
/// A consumer group that no other table uses: "clickhouse-demo-events".
[[nodiscard]] QString freeGroup(const Config &config, const Surroundings &surroundings, const QString &tableName);
/// A name fit for a column that is not in the list yet.
[[nodiscard]] QString freeColumnName(const QList<Column> &columns, const QString &wish);

/// A table ready to be edited: its name from the topic, a group of its own, JSONEachRow and the guide's two columns.
[[nodiscard]] Core::Json newTable(const Config &config, const Surroundings &surroundings, const QString &topic,
                                  const QList<Column> &columns = {});

/// Columns from pasted text: one a line as "name type", "name<tab>type", a piece of CREATE TABLE or of this JSON.
[[nodiscard]] QList<Column> columnsFromText(const QString &text);
/// Columns with the types that fit the values of one JSON message; empty when it is not an object.
[[nodiscard]] QList<Column> columnsFromMessage(const QByteArray &message);

} // namespace Document
