// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/messagecodec.h"

#include <QByteArray>

#include <optional>

namespace Sandbox {

namespace {

using Core::Json;

Core::Expected<Json, ApiError> encoded(const std::optional<std::string> &bytes, MessageFormat format,
                                       const std::string &place)
{
    if (!bytes)
        return Json();
    const QByteArray text = QByteArray::fromStdString(*bytes);
    if (format == MessageFormat::Binary)
        return Json(text.toBase64().toStdString());
    auto json = Core::parseJson(text);
    if (!json)
        return refuse(400, place + " is not JSON: read it with the format binary", "bad_request");
    return std::move(json).value();
}

Core::Expected<std::optional<std::string>, ApiError> decoded(const Json &value, MessageFormat format)
{
    if (value.is_null())
        return std::optional<std::string>();
    if (format == MessageFormat::Json)
        return std::optional(Core::toText(value).toStdString());
    if (!value.is_string())
        return refuse(400, "Keys and values of the format binary are base64 texts", "bad_request");
    const auto bytes = QByteArray::fromBase64Encoding(QByteArray::fromStdString(value.get<std::string>()),
                                                      QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return refuse(400, "Keys and values of the format binary are base64 texts", "bad_request");
    return std::optional((*bytes).toStdString());
}

} // namespace

Core::Expected<MessageFormat, ApiError> messageFormat(const std::string &name)
{
    if (name == "binary")
        return MessageFormat::Binary;
    if (name == "json")
        return MessageFormat::Json;
    return refuse(400, "The format " + name + " needs the schema registry, which is not enabled on this service",
                  "bad_request");
}

Core::Expected<Json, ApiError> messageJson(const std::string &topic, const Message &message, MessageFormat format)
{
    const std::string place = " of the message at partition " + std::to_string(message.partition) + ", offset " +
                              std::to_string(message.offset);
    auto key = encoded(message.key, format, "The key" + place);
    if (!key && message.key) // keys are often plain words beside JSON values
        key = Json(QString::fromUtf8(QByteArray::fromStdString(*message.key)).toStdString());
    auto value = encoded(message.value, format, "The value" + place);
    if (!value)
        return value;
    return Json{{"topic", topic},
                {"partition", message.partition},
                {"offset", message.offset},
                {"key", std::move(key).value()},
                {"value", std::move(value).value()}};
}

Core::Expected<Message, ApiError> messageFrom(const Json &record, MessageFormat format)
{
    auto key = decoded(Core::memberAt(record, "key"), format);
    if (!key)
        return Core::Unexpected{key.error()};
    auto value = decoded(Core::memberAt(record, "value"), format);
    if (!value)
        return Core::Unexpected{value.error()};
    Message message;
    message.key = std::move(key).value();
    message.value = std::move(value).value();
    message.partition = int(Core::integerAt(record, "partition", -1));
    return message;
}

} // namespace Sandbox
