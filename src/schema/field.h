// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Schema {

enum class Type { Object, Array, String, Integer, Number, Boolean, Unknown };

/// The bounds a value has to keep; what is absent is not bounded.
struct Limits
{
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::optional<qint64> minLength; ///< characters of a text, or items of an array
    std::optional<qint64> maxLength;
    QString pattern;
};

/// One setting of a configuration, as the API's JSON schema describes it. An object's children are its properties in the
/// order of the schema; an array has one child, its item, whose name is empty.
struct Field
{
    QString path; ///< JSON pointer with "*" for every item: "/tables/*/columns/*/type"; the root's is empty
    QString name;
    QString title;
    QString description;
    QString hint; ///< the service's own words for a wrong value (user_error), or empty
    Type type = Type::Unknown;
    bool nullable = false;
    bool required = false;
    bool secret = false;
    bool createOnly = false;
    bool open = false; ///< an object that takes properties it does not name
    std::optional<Core::Json> defaultValue;
    QList<Core::Json> choices;           ///< enum; empty when any value of the type goes
    QList<Core::Json> deprecatedChoices; ///< accepted still, not to be offered for something new
    Limits limits;
    QList<Field> children;

    /// The property of that name, or null when there is none.
    [[nodiscard]] const Field *child(const QString &childName) const;
    /// The field that describes the value at a JSON pointer ("/tables/0/name"), or null.
    [[nodiscard]] const Field *at(const QString &pointer) const;
};

/// Reads a user_config_schema. Keywords that are not known are passed over: the API may add some at any time.
[[nodiscard]] Field parseField(const Core::Json &schema);

/// The value a new setting starts with: the default of the schema, else for an object its required properties and those
/// that have a default, else the empty value of the type (null when the type is not known).
[[nodiscard]] Core::Json initialValue(const Field &field);

} // namespace Schema
