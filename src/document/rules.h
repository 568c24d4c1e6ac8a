// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/config.h"
#include "document/problem.h"
#include "document/surroundings.h"

namespace Document {

namespace Limits {
constexpr int tables = 400;
constexpr int columns = 100;
constexpr int topics = 100;
constexpr int nameLength = 40;
constexpr int typeLength = 1000;
constexpr int topicLength = 249;
constexpr int groupLength = 249;
} // namespace Limits

/// What is wrong with one table taken alone. Pointers are relative to the table ("/columns/5/type").
[[nodiscard]] QList<Problem> checkTable(const Table &table, const Surroundings &surroundings);
/// The further settings of one table, those that have no field of their own.
[[nodiscard]] QList<Problem> checkSettings(const Table &table, const Surroundings &surroundings);
/// What is wrong between the tables, and the number of tables.
[[nodiscard]] QList<Problem> checkTogether(const Config &config, const Surroundings &surroundings);

/// The names that the guide's examples leave to the reader, such as DATA_FORMAT.
[[nodiscard]] bool isPlaceholder(const QString &text);
[[nodiscard]] bool isValidTopicName(const QString &name);

} // namespace Document
