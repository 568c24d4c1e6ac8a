// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace Document {

/// How many arguments a type takes in its brackets.
struct Arity
{
    int least;
    int most; ///< -1: any number
};

/// The types that take arguments.
[[nodiscard]] const QHash<QString, Arity> &composedTypes();
/// Whether ClickHouse has a type of this name, its SQL aliases included.
[[nodiscard]] bool isKnownType(const QString &name);
/// The type that was probably meant; empty when none is near.
[[nodiscard]] QString nearestType(const QString &name);

} // namespace Document
