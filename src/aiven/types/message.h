// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace Aiven {

/// "json": key and value are JSON. "binary": they are base64 text.
enum class MessageFormat { Binary, Json, Avro };

struct Message
{
    QString topic;
    int partition = 0;
    qint64 offset = 0;
    Core::Json key;
    Core::Json value;

    [[nodiscard]] static Core::Expected<Message, QString> fromJson(const Core::Json &json);
};

/// Where to start reading, by partition.
struct MessageRequest
{
    QMap<int, qint64> offsets; ///< partition → first offset
    MessageFormat format = MessageFormat::Json;
    int maxBytes = 1 << 20; ///< 1024 to 1 000 000 000
    int timeout = 3'000;    ///< milliseconds, 3 000 to 40 000

    [[nodiscard]] Core::Json toJson() const;
};

struct NewMessage
{
    Core::Json key;
    Core::Json value;
    std::optional<int> partition;
};

/// At most 32 in one call.
struct NewMessages
{
    MessageFormat format = MessageFormat::Json;
    QList<NewMessage> records;

    [[nodiscard]] Core::Json toJson() const;
};

/// Where one message landed, or why it did not.
struct ProducedOffset
{
    int partition = 0;
    qint64 offset = 0;
    std::optional<int> errorCode; ///< 1: will not work; 2: may be repeated
    QString error;

    [[nodiscard]] static Core::Expected<ProducedOffset, QString> fromJson(const Core::Json &json);
};

} // namespace Aiven
