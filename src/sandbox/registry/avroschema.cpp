// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/registry/avroschema.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

namespace Sandbox {

using Core::Json;

namespace {

constexpr std::array<std::string_view, 8> primitives{"null",  "boolean", "int",   "long",
                                                     "float", "double",  "bytes", "string"};

bool isPrimitive(const std::string &name)
{
    return std::find(primitives.begin(), primitives.end(), name) != primitives.end();
}

std::string textAt(const Json &object, const char *key)
{
    const Json &member = Core::memberAt(object, key);
    return member.is_string() ? member.get<std::string>() : std::string();
}

std::vector<std::string> textsAt(const Json &object, const char *key)
{
    std::vector<std::string> texts;
    for (const Json &text : Core::memberAt(object, key)) {
        if (!text.is_string())
            throw std::invalid_argument(std::string(key) + " has to be a list of texts");
        texts.push_back(text);
    }
    return texts;
}

} // namespace

/// Reads one schema; throws std::invalid_argument with the sentence.
class AvroParser
{
public:
    explicit AvroParser(AvroSchema &schema) : m_schema(schema) {}

    const AvroType *parse(const Json &json, const std::string &space)
    {
        if (json.is_string())
            return named(json, space);
        if (json.is_array())
            return parseUnion(json, space);
        if (!json.is_object())
            throw std::invalid_argument("a type has to be a name, a list or an object");
        const Json &type = Core::memberAt(json, "type");
        if (!type.is_string())
            return parse(type, space);
        const std::string kind = type;
        if (kind == "record" || kind == "error")
            return parseRecord(json, space);
        if (kind == "enum")
            return parseEnum(json, space);
        if (kind == "fixed")
            return parseFixed(json, space);
        if (kind == "array")
            return parseContainer(AvroType::Kind::Array, json, "items", space);
        if (kind == "map")
            return parseContainer(AvroType::Kind::Map, json, "values", space);
        return named(kind, space);
    }

private:
    AvroType &add(AvroType::Kind kind, const std::string &name)
    {
        m_schema.m_types.push_back(std::make_unique<AvroType>());
        AvroType &type = *m_schema.m_types.back();
        type.kind = kind;
        type.name = name;
        return type;
    }

    AvroType &addNamed(AvroType::Kind kind, const Json &json, const std::string &space)
    {
        const std::string name = textAt(json, "name");
        if (name.empty())
            throw std::invalid_argument("a " + textAt(json, "type") + " needs a name");
        const std::string full = fullName(name, spaceOf(json, space));
        AvroType &type = add(kind, full);
        if (!m_named.emplace(full, &type).second)
            throw std::invalid_argument("the name " + full + " is defined twice");
        return type;
    }

    static std::string spaceOf(const Json &json, const std::string &outer)
    {
        const std::string name = textAt(json, "name");
        if (const std::size_t dot = name.rfind('.'); dot != std::string::npos)
            return name.substr(0, dot);
        return json.contains("namespace") ? textAt(json, "namespace") : outer;
    }

    static std::string fullName(const std::string &name, const std::string &space)
    {
        return name.find('.') != std::string::npos || space.empty() ? name : space + '.' + name;
    }

    const AvroType *named(const std::string &name, const std::string &space)
    {
        if (isPrimitive(name))
            return &add(AvroType::Kind::Primitive, name);
        for (const std::string &candidate : {fullName(name, space), name}) {
            if (const auto found = m_named.find(candidate); found != m_named.end())
                return found->second;
        }
        throw std::invalid_argument("the type " + name + " is not known");
    }

    const AvroType *parseUnion(const Json &json, const std::string &space)
    {
        AvroType &type = add(AvroType::Kind::Union, "union");
        for (const Json &branch : json)
            type.parts.push_back(parse(branch, space));
        return &type;
    }

    const AvroType *parseRecord(const Json &json, const std::string &space)
    {
        AvroType &type = addNamed(AvroType::Kind::Record, json, space);
        const Json &fields = Core::memberAt(json, "fields");
        if (!fields.is_array())
            throw std::invalid_argument("the record " + type.name + " needs fields");
        for (const Json &field : fields) {
            const std::string name = textAt(field, "name");
            if (name.empty())
                throw std::invalid_argument("a field of " + type.name + " has no name");
            type.fields.push_back({name, textsAt(field, "aliases"),
                                   parse(Core::memberAt(field, "type"), spaceOf(json, space)),
                                   field.contains("default"), Core::memberAt(field, "default")});
        }
        return &type;
    }

    const AvroType *parseEnum(const Json &json, const std::string &space)
    {
        AvroType &type = addNamed(AvroType::Kind::Enum, json, space);
        type.symbols = textsAt(json, "symbols");
        if (type.symbols.empty())
            throw std::invalid_argument("the enum " + type.name + " needs symbols");
        type.hasDefaultSymbol = json.contains("default");
        return &type;
    }

    const AvroType *parseFixed(const Json &json, const std::string &space)
    {
        AvroType &type = addNamed(AvroType::Kind::Fixed, json, space);
        type.size = Core::integerAt(json, "size", -1);
        if (type.size < 0)
            throw std::invalid_argument("the fixed " + type.name + " needs a size");
        return &type;
    }

    const AvroType *parseContainer(AvroType::Kind kind, const Json &json, const char *key, const std::string &space)
    {
        AvroType &type = add(kind, kind == AvroType::Kind::Array ? "array" : "map");
        type.parts.push_back(parse(Core::memberAt(json, key), space));
        return &type;
    }

    AvroSchema &m_schema;
    std::map<std::string, const AvroType *> m_named;
};

Core::Expected<AvroSchema, std::string> AvroSchema::parse(const std::string &text)
{
    const auto json = Core::parseJson(QByteArray::fromStdString(text));
    // The specification lets a schema be a bare name: "string".
    if (!json && !isPrimitive(text))
        return Core::Unexpected{"it is not JSON: " + Core::toStdString(json.error().message)};
    AvroSchema schema;
    try {
        AvroParser parser(schema);
        schema.m_root = parser.parse(json ? *json : Json(text), {});
    } catch (const std::invalid_argument &error) {
        return Core::Unexpected{std::string(error.what())};
    }
    return schema;
}

} // namespace Sandbox
