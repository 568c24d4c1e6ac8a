// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/messagecodec.h"

#include "sandbox/registry/schemaframe.h"

#include <QByteArray>

#include <optional>

namespace Sandbox {

namespace {

using Core::Json;

Core::Expected<Json, ApiError> encoded(const std::optional<std::string> &bytes, MessageFormat format,
                                       const SchemaRegistry &registry, const std::string &place)
{
    if (!bytes)
        return Json();
    const QByteArray text = QByteArray::fromStdString(*bytes);
    if (format == MessageFormat::Binary)
        return Json(text.toBase64().toStdString());
    if (format == MessageFormat::Schema) {
        auto read = readFrame(registry, *bytes);
        if (!read)
            return refuse(400, place + " cannot be read: " + read.error() + "; read it with the format binary",
                          "bad_request");
        return std::move(read).value();
    }
    auto json = Core::parseJson(text);
    if (!json)
        return refuse(400, place + " is not JSON: read it with the format binary", "bad_request");
    return std::move(json).value();
}

Core::Expected<std::optional<std::string>, ApiError> decodedBase64(const Json &value)
{
    if (value.is_string()) {
        if (const auto bytes = QByteArray::fromBase64Encoding(QByteArray::fromStdString(value.get<std::string>()),
                                                              QByteArray::AbortOnBase64DecodingErrors))
            return std::optional((*bytes).toStdString());
    }
    return refuse(400, "Keys and values of the format binary are base64 texts", "bad_request");
}

Core::Expected<std::optional<std::string>, ApiError> decoded(const Json &value, MessageFormat format,
                                                             const SchemaVersion *schema, const std::string &side)
{
    if (value.is_null())
        return std::optional<std::string>();
    if (format == MessageFormat::Binary)
        return decodedBase64(value);
    if (format == MessageFormat::Json)
        return std::optional(Core::toText(value).toStdString());
    if (!schema)
        return refuse(400, "Give " + side + "_schema or " + side + "_schema_id: the records have a " + side,
                      "bad_request");
    auto frame = frameOf(*schema, value);
    if (!frame)
        return refuse(400, "A " + side + " does not fit its schema: " + frame.error(), "bad_request");
    return std::optional(std::move(frame).value());
}

} // namespace

Core::Expected<MessageFormat, ApiError> messageFormat(const std::string &name, const Service &service)
{
    if (name == "binary")
        return MessageFormat::Binary;
    if (name == "json")
        return MessageFormat::Json;
    if (!Core::boolAt(service.userConfig, "schema_registry"))
        return refuse(400, "The format " + name + " needs the schema registry, which is not enabled on this service",
                      "bad_request");
    if (name == "protobuf")
        return refuse(400, "The sandbox does not read or write the format protobuf", "bad_request");
    return MessageFormat::Schema;
}

Core::Expected<Json, ApiError> messageJson(const std::string &topic, const Message &message, MessageFormat format,
                                           const SchemaRegistry &registry)
{
    const std::string place = " of the message at partition " + std::to_string(message.partition) + ", offset " +
                              std::to_string(message.offset);
    auto key = encoded(message.key, format, registry, "The key" + place);
    if (!key && message.key) // keys are often plain words beside values of a format
        key = Json(QString::fromUtf8(QByteArray::fromStdString(*message.key)).toStdString());
    auto value = encoded(message.value, format, registry, "The value" + place);
    if (!value)
        return value;
    return Json{{"topic", topic},
                {"partition", message.partition},
                {"offset", message.offset},
                {"key", std::move(key).value()},
                {"value", std::move(value).value()}};
}

Core::Expected<Message, ApiError> messageFrom(const Json &record, MessageFormat format, const MessageSchemas &schemas)
{
    auto key = decoded(Core::memberAt(record, "key"), format, schemas.key, "key");
    if (!key)
        return Core::Unexpected{key.error()};
    auto value = decoded(Core::memberAt(record, "value"), format, schemas.value, "value");
    if (!value)
        return Core::Unexpected{value.error()};
    Message message;
    message.key = std::move(key).value();
    message.value = std::move(value).value();
    message.partition = int(Core::integerAt(record, "partition", -1));
    return message;
}

} // namespace Sandbox
