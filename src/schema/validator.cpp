// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/validator.h"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;
using Core::Json;

namespace Schema {

namespace {

/// Walks value and schema together. What it says is worded as the API words it.
void walk(const Json &value, const Json &schema, const QString &pointer, QList<Violation> &found)
{
    found += violationsOf(value, schema, pointer);
    const Json &properties = Core::memberAt(schema, "properties");
    const Json &others = Core::memberAt(schema, "additionalProperties");
    if (value.is_object()) {
        for (const auto &[key, member] : value.items()) {
            const QString name = Core::toQString(key).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
            const bool isNamed = properties.is_object() && properties.contains(key);
            walk(member, isNamed ? properties.at(key) : others, pointer + u'/' + name, found);
        }
    }
    const Json &items = Core::memberAt(schema, "items");
    if (!value.is_array() || !items.is_object())
        return;
    for (std::size_t index = 0; index < value.size(); ++index)
        walk(value[index], items, pointer + u'/' + QString::number(index), found);
}

/// valijson matches patterns with std::regex, which overflows the stack on a long text; walk() has matched them.
void removePatterns(nlohmann::json &schema)
{
    if (schema.is_object() && schema.contains("pattern") && schema["pattern"].is_string())
        schema.erase("pattern");
    if (schema.is_structured()) {
        for (nlohmann::json &inner : schema)
            removePatterns(inner);
    }
}

nlohmann::json unordered(const Json &value)
{
    return nlohmann::json::parse(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// valijson's context is {"<root>", "[tables]", "[0]"}.
Violation violationFrom(const valijson::ValidationResults::Error &error)
{
    Violation violation;
    for (std::size_t part = 1; part < error.context.size(); ++part) {
        const QString name = Core::toQString(error.context[part]);
        violation.pointer += u'/' + name.sliced(1).chopped(1).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    }
    violation.message = Core::toQString(error.description);
    return violation;
}

} // namespace

class Validator::Private
{
public:
    explicit Private(const Json &text) : schema(text)
    {
        nlohmann::json judged = unordered(text);
        removePatterns(judged);
        valijson::SchemaParser parser;
        try {
            parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(judged), compiled);
        } catch (const std::exception &) {
            isCompiled = false; // a schema that is none: the keywords that walk() knows still hold
        }
    }

    Json schema;
    valijson::Schema compiled;
    bool isCompiled = true;
};

Validator::Validator(const Json &schema) : d(std::make_unique<Private>(schema)) {}

Validator::~Validator() = default;
Validator::Validator(Validator &&) noexcept = default;
Validator &Validator::operator=(Validator &&) noexcept = default;

QList<Violation> Validator::check(const Json &value) const
{
    QList<Violation> found;
    walk(value, d->schema, {}, found);
    if (!found.isEmpty() || !d->isCompiled)
        return found;
    // Keywords that walk() does not know (oneOf, if, uniqueItems, …) are valijson's, and so is their wording. It reports
    // the innermost place first and then each one around it.
    const nlohmann::json document = unordered(value);
    valijson::ValidationResults results;
    valijson::Validator judge;
    if (!judge.validate(d->compiled, valijson::adapters::NlohmannJsonAdapter(document), &results) &&
        results.numErrors())
        found.append(violationFrom(*results.begin()));
    return found;
}

} // namespace Schema
