// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/field.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using Core::Json;

namespace Schema {

namespace {

// A schema is data from outside: no honest one is this deep.
constexpr int deepest = 32;

struct TypeName
{
    const char *word;
    Type type;
};

constexpr std::array typeNames{
    TypeName{"object", Type::Object},   TypeName{"array", Type::Array},   TypeName{"string", Type::String},
    TypeName{"integer", Type::Integer}, TypeName{"number", Type::Number}, TypeName{"boolean", Type::Boolean},
};

void addType(Field &field, const Json &word)
{
    if (!word.is_string())
        return;
    if (word == "null") {
        field.nullable = true;
        return;
    }
    for (const TypeName &known : typeNames) {
        if (field.type == Type::Unknown && word == known.word)
            field.type = known.type;
    }
}

/// "type" is a text or a list such as ["string", "null"]. Of several types the first is offered for editing.
void readType(Field &field, const Json &schema)
{
    const Json &type = Core::memberAt(schema, "type");
    if (type.is_array()) {
        for (const Json &word : type)
            addType(field, word);
    } else {
        addType(field, type);
    }
    if (field.type == Type::Unknown && schema.is_object() && schema.contains("properties"))
        field.type = Type::Object;
}

template <typename T>
std::optional<T> numberAt(const Json &schema, const char *key)
{
    const Json &value = Core::memberAt(schema, key);
    return value.is_number() ? std::optional<T>(value.get<T>()) : std::nullopt;
}

Limits readLimits(const Json &schema, Type type)
{
    Limits limits;
    limits.minimum = numberAt<double>(schema, "minimum");
    limits.maximum = numberAt<double>(schema, "maximum");
    limits.minLength = numberAt<qint64>(schema, type == Type::Array ? "minItems" : "minLength");
    limits.maxLength = numberAt<qint64>(schema, type == Type::Array ? "maxItems" : "maxLength");
    limits.pattern = Core::textAt(schema, "pattern");
    return limits;
}

QList<Json> listAt(const Json &schema, const char *key)
{
    const Json &list = Core::memberAt(schema, key);
    return list.is_array() ? QList<Json>(list.begin(), list.end()) : QList<Json>();
}

QString escaped(QString name)
{
    return name.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

Field parse(const Json &schema, const QString &path, const QString &name, int depth);

void readChildren(Field &field, const Json &schema, int depth)
{
    if (depth >= deepest)
        return;
    if (field.type == Type::Array)
        field.children.append(parse(Core::memberAt(schema, "items"), field.path + u"/*"_s, {}, depth + 1));
    const Json &properties = Core::memberAt(schema, "properties");
    if (field.type != Type::Object || !properties.is_object())
        return;
    const Json &required = Core::memberAt(schema, "required");
    for (const auto &[key, property] : properties.items()) {
        const QString childName = Core::toQString(key);
        Field child = parse(property, field.path + u'/' + escaped(childName), childName, depth + 1);
        child.required = required.is_array() && std::find(required.begin(), required.end(), key) != required.end();
        field.children.append(std::move(child));
    }
}

Field parse(const Json &schema, const QString &path, const QString &name, int depth)
{
    Field field;
    field.path = path;
    field.name = name;
    field.title = Core::textAt(schema, "title", name);
    field.description = Core::textAt(schema, "description");
    field.hint = Core::textAt(schema, "user_error");
    readType(field, schema);
    field.secret = Core::boolAt(schema, "x-secure") || Core::boolAt(schema, "_secure");
    field.createOnly = Core::boolAt(schema, "createOnly");
    field.open = field.type == Type::Object && Core::memberAt(schema, "additionalProperties") != Json(false);
    if (schema.is_object() && schema.contains("default"))
        field.defaultValue = schema["default"];
    field.choices = listAt(schema, "enum");
    field.deprecatedChoices = listAt(schema, "x-deprecated-values");
    field.limits = readLimits(schema, field.type);
    readChildren(field, schema, depth);
    return field;
}

} // namespace

const Field *Field::child(const QString &childName) const
{
    const auto found = std::find_if(children.cbegin(), children.cend(),
                                    [&childName](const Field &field) { return field.name == childName; });
    return found == children.cend() ? nullptr : &*found;
}

const Field *Field::at(const QString &pointer) const
{
    const Field *field = this;
    if (pointer.isEmpty())
        return field;
    const QStringList parts = pointer.split(u'/').sliced(1);
    for (QString part : parts) {
        if (field->type == Type::Array)
            field = field->children.isEmpty() ? nullptr : &field->children.first();
        else
            field = field->child(part.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s));
        if (!field)
            return nullptr;
    }
    return field;
}

Field parseField(const Json &schema)
{
    return parse(schema, {}, {}, 0);
}

Json initialValue(const Field &field)
{
    if (field.defaultValue)
        return *field.defaultValue;
    if (field.nullable)
        return {};
    switch (field.type) {
    case Type::Object: {
        Json object = Json::object();
        for (const Field &child : field.children) {
            if (child.required || child.defaultValue)
                object[Core::toStdString(child.name)] = initialValue(child);
        }
        return object;
    }
    case Type::Array: return Json::array();
    case Type::String: return field.choices.isEmpty() ? Json("") : field.choices.first();
    case Type::Integer: return qint64(field.limits.minimum.value_or(0));
    case Type::Number: return field.limits.minimum.value_or(0);
    case Type::Boolean: return false;
    case Type::Unknown: break;
    }
    return {};
}

} // namespace Schema
