// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api/request.h"
#include "sandbox/broker/kafkabroker.h"
#include "sandbox/state/service.h"

#include <string>

namespace Sandbox {

/// How keys and values of messages stand in JSON: base64 texts for "binary", JSON itself for "json" and for the formats
/// that have a schema in the service's registry.
enum class MessageFormat { Binary, Json, Schema };

/// 400 when the format needs what the service or the sandbox has not.
[[nodiscard]] Core::Expected<MessageFormat, ApiError> messageFormat(const std::string &name, const Service &service);

/// The schemas that a produce call writes with; null for a side that has none.
struct MessageSchemas
{
    const SchemaVersion *key = nullptr;
    const SchemaVersion *value = nullptr;
};

/// {topic, partition, offset, key, value}; an error when a value is not what the format promises.
[[nodiscard]] Core::Expected<Core::Json, ApiError> messageJson(const std::string &topic, const Message &message,
                                                               MessageFormat format, const SchemaRegistry &registry);
[[nodiscard]] Core::Expected<Message, ApiError> messageFrom(const Core::Json &record, MessageFormat format,
                                                            const MessageSchemas &schemas);

} // namespace Sandbox
