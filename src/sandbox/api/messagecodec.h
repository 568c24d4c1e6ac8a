// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api/request.h"
#include "sandbox/broker/kafkabroker.h"

#include <string>

namespace Sandbox {

/// How keys and values of messages stand in JSON: base64 texts for "binary", JSON itself for "json".
enum class MessageFormat { Binary, Json };

/// The schema formats need a schema registry, which no service of the sandbox runs: 400 that says so.
[[nodiscard]] Core::Expected<MessageFormat, ApiError> messageFormat(const std::string &name);

/// {topic, partition, offset, key, value}; an error when a value is not what the format promises.
[[nodiscard]] Core::Expected<Core::Json, ApiError> messageJson(const std::string &topic, const Message &message,
                                                               MessageFormat format);
[[nodiscard]] Core::Expected<Message, ApiError> messageFrom(const Core::Json &record, MessageFormat format);

} // namespace Sandbox
