// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/lookup.h"
#include "sandbox/api/routes.h"
#include "sandbox/registry/schemaversions.h"
#include "sandbox/state/store.h"

namespace Sandbox {

namespace {

using Core::Json;

/// The Kafka service of the route, when its registry is switched on.
Core::Expected<const Service *, ApiError> findRegistry(const State &state, const Request &request)
{
    auto service = findService(state, request, "kafka");
    if (!service)
        return service;
    if (!(*service)->powered)
        return Core::Unexpected{poweredOff(**service)};
    if (!Core::boolAt((*service)->userConfig, "schema_registry"))
        return refuse(403, "Schema registry is not enabled on this service", "feature_not_enabled");
    return service;
}

using Question = Reply (*)(const SchemaRegistry &registry, const Request &request);
Router::Handler asking(const RouteContext &context, Question question)
{
    return [&store = context.store, question](const Request &request) -> Reply {
        const auto state = store.state();
        const auto service = findRegistry(*state, request);
        if (!service)
            return Core::Unexpected{service.error()};
        return question((*service)->schemas, request);
    };
}

using Change = Reply (*)(SchemaRegistry &registry, const Request &request);
Router::Handler changing(const RouteContext &context, Change change)
{
    return [&store = context.store, change](const Request &request) -> Reply {
        Json reply;
        const auto saved = store.change([&](State &state) -> Core::Outcome<ApiError> {
            const auto service = findRegistry(state, request);
            if (!service)
                return Core::Unexpected{service.error()};
            auto changed = change(state.service((*service)->name)->schemas, request);
            if (!changed)
                return Core::Unexpected{changed.error()};
            reply = std::move(changed).value();
            return std::monostate{};
        });
        if (!saved)
            return Core::Unexpected{saved.error()};
        return reply;
    };
}

NewSchema schemaFrom(const Json &body)
{
    return {textOf(body, "schemaType", "AVRO"), body.at("schema"), body.value("references", Json::array())};
}

Reply listSubjects(const SchemaRegistry &registry, const Request &)
{
    Json subjects = Json::array();
    for (const SchemaSubject &subject : registry.subjects) {
        if (!subject.versions.empty())
            subjects.push_back(subject.name);
    }
    return Json{{"subjects", std::move(subjects)}};
}

Reply listVersions(const SchemaRegistry &registry, const Request &request)
{
    const auto subject = findSubject(registry, request.name("subject"));
    if (!subject)
        return Core::Unexpected{subject.error()};
    Json versions = Json::array();
    for (const SchemaVersion &version : (*subject)->versions)
        versions.push_back(version.version);
    return Json{{"versions", std::move(versions)}};
}

Reply getVersion(const SchemaRegistry &registry, const Request &request)
{
    const auto version = findVersion(registry, request.name("subject"), request.name("version"));
    if (!version)
        return Core::Unexpected{version.error()};
    Json json{{"id", (*version)->id},
              {"subject", request.name("subject")},
              {"version", (*version)->version},
              {"schema", (*version)->schema}};
    if ((*version)->type != "AVRO")
        json["schemaType"] = (*version)->type;
    if (!(*version)->references.empty())
        json["references"] = (*version)->references;
    return Json{{"version", std::move(json)}};
}

/// The bare schema, as the registry itself answers. A PROTOBUF schema is no JSON: it stays a text.
Json bare(const SchemaVersion &version)
{
    auto json = Core::parseJson(QByteArray::fromStdString(version.schema));
    return json ? std::move(json).value() : Json(version.schema);
}

Reply getSchemaOfVersion(const SchemaRegistry &registry, const Request &request)
{
    const auto version = findVersion(registry, request.name("subject"), request.name("version"));
    if (!version)
        return Core::Unexpected{version.error()};
    return bare(**version);
}

Reply getSchema(const SchemaRegistry &registry, const Request &request)
{
    const std::string &id = request.name("id");
    const bool isNumber = id.size() < 9 && id.find_first_not_of("0123456789") == std::string::npos;
    const SchemaVersion *version = isNumber ? schemaWithId(registry, std::stoi(id)) : nullptr;
    if (!version)
        return refuse(404, "Schema " + id + " not found.", "schema_not_found");
    return Json{{"schema", version->schema}};
}

Reply registerVersion(SchemaRegistry &registry, const Request &request)
{
    const auto id = registerSchema(registry, request.name("subject"), schemaFrom(request.body));
    if (!id)
        return Core::Unexpected{id.error()};
    return Json{{"id", *id}};
}

Reply deleteSubject(SchemaRegistry &registry, const Request &request)
{
    if (const auto gone = removeVersions(registry, request.name("subject"), std::nullopt); !gone)
        return Core::Unexpected{gone.error()};
    return Json{{"message", "deleted"}};
}

Reply deleteVersion(SchemaRegistry &registry, const Request &request)
{
    if (const auto gone = removeVersions(registry, request.name("subject"), request.name("version")); !gone)
        return Core::Unexpected{gone.error()};
    return Json{{"message", "deleted"}};
}

Reply getConfig(const SchemaRegistry &registry, const Request &)
{
    return Json{{"compatibilityLevel", registry.compatibility}};
}

Reply getSubjectConfig(const SchemaRegistry &registry, const Request &request)
{
    const auto subject = findSubject(registry, request.name("subject"));
    if (!subject)
        return Core::Unexpected{subject.error()};
    return Json{{"compatibilityLevel", compatibilityOf(registry, **subject)}};
}

Reply setConfig(SchemaRegistry &registry, const Request &request)
{
    registry.compatibility = request.body.at("compatibility");
    return Json{{"compatibility", registry.compatibility}};
}

Reply setSubjectConfig(SchemaRegistry &registry, const Request &request)
{
    const std::string level = request.body.at("compatibility");
    if (const auto set = setCompatibility(registry, request.name("subject"), level); !set)
        return Core::Unexpected{set.error()};
    return Json{{"compatibility", level}};
}

Reply checkVersion(const SchemaRegistry &registry, const Request &request)
{
    const auto version = findVersion(registry, request.name("subject"), request.name("version"));
    if (!version)
        return Core::Unexpected{version.error()};
    const auto subject = findSubject(registry, request.name("subject"));
    const auto messages = incompatibilities(schemaFrom(request.body), **version, compatibilityOf(registry, **subject));
    if (!messages)
        return Core::Unexpected{messages.error()};
    return Json{{"is_compatible", messages->empty()}, {"messages", *messages}};
}

} // namespace

void addSchemaRoutes(Router &router, const RouteContext &context)
{
    const std::string schema = "/v1/project/{project}/service/{service}/kafka/schema";
    const std::string subject = schema + "/subjects/{subject}";
    router.add("GET", schema + "/subjects", asking(context, listSubjects));
    router.add("DELETE", subject, changing(context, deleteSubject));
    router.add("GET", subject + "/versions", asking(context, listVersions));
    router.add("POST", subject + "/versions", changing(context, registerVersion), "schema_register");
    router.add("GET", subject + "/versions/{version}", asking(context, getVersion));
    router.add("DELETE", subject + "/versions/{version}", changing(context, deleteVersion));
    router.add("GET", subject + "/versions/{version}/schema", asking(context, getSchemaOfVersion));
    router.add("GET", schema + "/schemas/ids/{id}", asking(context, getSchema));
    router.add("GET", schema + "/config", asking(context, getConfig));
    router.add("PUT", schema + "/config", changing(context, setConfig), "schema_config");
    router.add("GET", schema + "/config/{subject}", asking(context, getSubjectConfig));
    router.add("PUT", schema + "/config/{subject}", changing(context, setSubjectConfig), "schema_config");
    router.add("POST", schema + "/compatibility/subjects/{subject}/versions/{version}", asking(context, checkVersion),
               "schema_register");
}

} // namespace Sandbox
