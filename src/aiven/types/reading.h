// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Aiven {

/// What is missing, or nothing. Only keys without which the value is useless are demanded: the API grows and shrinks.
[[nodiscard]] std::optional<QString> missingText(const Core::Json &object, std::initializer_list<const char *> keys);

[[nodiscard]] QStringList textsAt(const Core::Json &object, const char *key);
[[nodiscard]] int smallIntegerAt(const Core::Json &object, const char *key, int fallback = 0);

/// A list whose every item must be readable.
template <typename T>
[[nodiscard]] Core::Expected<QList<T>, QString> readList(const Core::Json &array)
{
    if (!array.is_array())
        return Core::Unexpected{QStringLiteral("a list is missing")};
    QList<T> items;
    items.reserve(qsizetype(array.size()));
    for (const Core::Json &entry : array) {
        Core::Expected<T, QString> item = T::fromJson(entry);
        if (!item)
            return Core::Unexpected{std::move(item).error()};
        items.append(std::move(item).value());
    }
    return items;
}

/// A list inside an object that may be absent or null.
template <typename T>
[[nodiscard]] Core::Expected<QList<T>, QString> readOptionalList(const Core::Json &object, const char *key)
{
    const Core::Json &array = Core::memberAt(object, key);
    return array.is_null() ? QList<T>() : readList<T>(array);
}

} // namespace Aiven
