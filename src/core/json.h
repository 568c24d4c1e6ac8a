// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QByteArray>
#include <QString>

#include <nlohmann/json.hpp>

namespace Core {

/// JSON that keeps the order of keys and 64-bit integers exactly (QJsonDocument keeps neither).
using Json = nlohmann::ordered_json;

/// Where and why a text is not JSON. Line and column count from 1; the column counts characters, not bytes.
struct JsonError
{
    QString message;
    int line = 0;
    int column = 0;
};

/// Reads UTF-8 text. Refuses more than 64 levels (copying a deeper value could overflow the stack), duplicate keys
/// within one object, a byte order mark and invalid UTF-8.
[[nodiscard]] Expected<Json, JsonError> parseJson(const QByteArray &text);

/// Two-space indentation is for machines' files; the console shows configurations through Document.
[[nodiscard]] QByteArray toText(const Json &value, int indent = -1);

[[nodiscard]] QString toQString(const std::string &utf8);
[[nodiscard]] std::string toStdString(const QString &text);

/// The member's text, or the fallback when the object has no such member or it is not a text.
[[nodiscard]] QString textAt(const Json &object, const char *key, const QString &fallback = {});
[[nodiscard]] bool boolAt(const Json &object, const char *key, bool fallback = false);
[[nodiscard]] qint64 integerAt(const Json &object, const char *key, qint64 fallback = 0);
/// The member, or a null value. The reference is valid as long as the object is.
[[nodiscard]] const Json &memberAt(const Json &object, const char *key);

} // namespace Core
