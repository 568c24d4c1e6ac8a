// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/state/schemaregistry.h"

namespace Sandbox {

namespace {

using Core::Json;

Json versionJson(const SchemaVersion &version)
{
    return {{"id", version.id},
            {"version", version.version},
            {"type", version.type},
            {"schema", version.schema},
            {"references", version.references}};
}

SchemaVersion versionFrom(const Json &json)
{
    return {json.at("id"), json.at("version"), json.at("type"), json.at("schema"), json.at("references")};
}

} // namespace

Json toJson(const SchemaRegistry &registry)
{
    Json subjects = Json::array();
    for (const SchemaSubject &subject : registry.subjects) {
        Json versions = Json::array();
        for (const SchemaVersion &version : subject.versions)
            versions.push_back(versionJson(version));
        subjects.push_back({{"name", subject.name},
                            {"compatibility", subject.compatibility},
                            {"last_version", subject.lastVersion},
                            {"versions", std::move(versions)}});
    }
    return {{"compatibility", registry.compatibility}, {"last_id", registry.lastId}, {"subjects", std::move(subjects)}};
}

SchemaRegistry schemaRegistryFrom(const Json &json)
{
    SchemaRegistry registry;
    json.at("compatibility").get_to(registry.compatibility);
    json.at("last_id").get_to(registry.lastId);
    for (const Json &subject : json.at("subjects")) {
        SchemaSubject &read = registry.subjects.emplace_back();
        subject.at("name").get_to(read.name);
        subject.at("compatibility").get_to(read.compatibility);
        subject.at("last_version").get_to(read.lastVersion);
        for (const Json &version : subject.at("versions"))
            read.versions.push_back(versionFrom(version));
    }
    return registry;
}

} // namespace Sandbox
