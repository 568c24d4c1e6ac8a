// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aiven/apierror.h"

#include <QByteArray>

namespace Aiven {

/// Reads message, code and the places it speaks of from the body of a refusal. A body that is not the API's error shape
/// (a proxy's page) becomes the message as plain text.
void readRefusal(const QByteArray &body, const QByteArray &contentType, ApiError &error);

/// Seconds from the Retry-After header, else from "try again in 28s" in the message, else 0.
[[nodiscard]] qint64 waitAskedFor(const QByteArray &retryAfter, const QString &message);

/// The places in user_config that a message of the API names, as JSON pointers:
/// "Invalid input for tables[0].columns[1].type: …", "tables.0.name: …", "'group_name' is a required property".
[[nodiscard]] QList<FieldError> fieldErrors(const QString &message);

/// HTML as the text that a reader would see; other text unchanged. Cut at 2 000 characters.
[[nodiscard]] QString plainText(const QByteArray &body, const QByteArray &contentType);

} // namespace Aiven
