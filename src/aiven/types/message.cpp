// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/types/message.h"

#include "aiven/types/reading.h"

namespace Aiven {

namespace {

const char *nameOf(MessageFormat format)
{
    switch (format) {
    case MessageFormat::Binary: return "binary";
    case MessageFormat::Json: return "json";
    case MessageFormat::Avro: return "avro";
    }
    Q_UNREACHABLE();
}

} // namespace

Core::Expected<Message, QString> Message::fromJson(const Core::Json &json)
{
    if (!json.is_object() || !Core::memberAt(json, "offset").is_number_integer())
        return Core::Unexpected{QStringLiteral("the number \"offset\" is missing")};
    return Message{Core::textAt(json, "topic"), smallIntegerAt(json, "partition"), Core::integerAt(json, "offset"),
                   Core::memberAt(json, "key"), Core::memberAt(json, "value")};
}

Core::Json MessageRequest::toJson() const
{
    Core::Json partitions = Core::Json::object();
    for (auto at = offsets.cbegin(); at != offsets.cend(); ++at)
        partitions[std::to_string(at.key())] = {{"offset", at.value()}};
    return {{"partitions", partitions}, {"format", nameOf(format)}, {"max_bytes", maxBytes}, {"timeout", timeout}};
}

Core::Json NewMessages::toJson() const
{
    Core::Json list = Core::Json::array();
    for (const NewMessage &message : records) {
        Core::Json record{{"key", message.key}, {"value", message.value}};
        if (message.partition)
            record["partition"] = *message.partition;
        list.push_back(std::move(record));
    }
    return {{"format", nameOf(format)}, {"records", list}};
}

Core::Expected<ProducedOffset, QString> ProducedOffset::fromJson(const Core::Json &json)
{
    if (!json.is_object())
        return Core::Unexpected{QStringLiteral("an object is missing")};
    ProducedOffset produced;
    produced.partition = smallIntegerAt(json, "partition", -1);
    produced.offset = Core::integerAt(json, "offset", -1);
    produced.error = Core::textAt(json, "error");
    if (Core::memberAt(json, "error_code").is_number_integer())
        produced.errorCode = smallIntegerAt(json, "error_code");
    return produced;
}

} // namespace Aiven
