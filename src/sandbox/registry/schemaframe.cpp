// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/registry/schemaframe.h"

#include "sandbox/registry/avrocodec.h"
#include "sandbox/registry/schemaversions.h"

namespace Sandbox {

namespace {

constexpr std::size_t headSize = 5;

Core::Unexpected<std::string> notCoded(const std::string &type)
{
    return {"the sandbox cannot read or write messages with " + type + " schemas"};
}

} // namespace

Core::Expected<Core::Json, std::string> readFrame(const SchemaRegistry &registry, std::string_view bytes)
{
    if (bytes.size() < headSize || bytes.front() != '\0')
        return Core::Unexpected{std::string("it does not begin with the id of a schema")};
    std::uint32_t id = 0;
    for (std::size_t at = 1; at < headSize; ++at)
        id = id << 8 | static_cast<unsigned char>(bytes[at]);
    const SchemaVersion *version = schemaWithId(registry, int(id));
    if (!version)
        return Core::Unexpected{"the registry has no schema " + std::to_string(id)};
    const std::string_view datum = bytes.substr(headSize);
    if (version->type == "JSON") {
        auto json = Core::parseJson(QByteArray(datum.data(), qsizetype(datum.size())));
        if (!json)
            return Core::Unexpected{std::string("it is not JSON")};
        return std::move(json).value();
    }
    if (version->type != "AVRO")
        return notCoded(version->type);
    const auto schema = AvroSchema::parse(version->schema);
    if (!schema)
        return Core::Unexpected{schema.error()};
    return avroDecoded(*schema, datum);
}

Core::Expected<std::string, std::string> frameOf(const SchemaVersion &version, const Core::Json &value)
{
    std::string frame(1, '\0');
    for (int shift = 24; shift >= 0; shift -= 8)
        frame.push_back(char(std::uint32_t(version.id) >> shift & 0xff));
    if (version.type == "JSON")
        return frame + Core::toText(value).toStdString();
    if (version.type != "AVRO")
        return notCoded(version.type);
    const auto schema = AvroSchema::parse(version.schema);
    if (!schema)
        return Core::Unexpected{schema.error()};
    const auto datum = avroEncoded(*schema, value);
    if (!datum)
        return datum;
    return frame + *datum;
}

} // namespace Sandbox
