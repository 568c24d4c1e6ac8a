// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/schemarules.h"

#include "schema/validator.h"

#include <memory>

using namespace Qt::StringLiterals;
using Core::Json;
using Document::Problem;
using Document::Severity;

namespace App {

namespace {

/// The draft checks these itself, with better words and with fixes.
const QStringList &ownKeys()
{
    static const QStringList keys{u"name"_s, u"columns"_s, u"topics"_s, u"data_format"_s, u"group_name"_s};
    return keys;
}

/// The schema of one table, without what the draft checks.
Json restSchema(const Json &userConfigSchema)
{
    const Json &properties = Core::memberAt(userConfigSchema, "properties");
    Json table = Core::memberAt(Core::memberAt(properties, "tables"), "items");
    if (!table.is_object())
        return {};
    table.erase("required");
    return table;
}

Json restOf(const Json &table)
{
    Json rest = Json::object();
    for (const auto &[key, value] : table.items()) {
        if (!ownKeys().contains(Core::toQString(key)))
            rest[key] = value;
    }
    return rest;
}

} // namespace

Document::Draft::SchemaCheck schemaCheck(const Json &userConfigSchema)
{
    const Json schema = restSchema(userConfigSchema);
    if (schema.is_null())
        return {};
    const auto validator = std::make_shared<Schema::Validator>(schema);
    return [validator](const Json &table) {
        QList<Problem> problems;
        for (const Schema::Violation &violation : validator->check(restOf(table))) {
            const QString key = violation.pointer.section(u'/', 1);
            // A key that the schema does not name is no error here: the service may know more than its schema says.
            const Severity severity = key.isEmpty() ? Severity::Warning : Severity::Error;
            const QString message = key.isEmpty() ? violation.message : u"%1: %2"_s.arg(key, violation.message);
            problems.append({severity, u"schema"_s, message, violation.pointer, {}});
        }
        return problems;
    };
}

} // namespace App
