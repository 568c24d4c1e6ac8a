// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/registry/schemaversions.h"

#include "sandbox/registry/avroschema.h"

#include <algorithm>

namespace Sandbox {

namespace {

constexpr std::size_t mostSubjects = 1000;
constexpr std::size_t mostVersions = 1000;

ApiError invalidSchema(const NewSchema &wanted, const std::string &reason)
{
    return {400, "Invalid " + wanted.type + " schema. Error: " + reason, "bad_request"};
}

/// Two texts of one schema differ in white space only.
std::string canonical(const std::string &type, const std::string &schema)
{
    const auto json = type == "PROTOBUF"
                          ? Core::Expected<Core::Json, Core::JsonError>(Core::Unexpected{Core::JsonError()})
                          : Core::parseJson(QByteArray::fromStdString(schema));
    return json ? json->dump() : schema;
}

bool isSame(const SchemaVersion &version, const NewSchema &wanted)
{
    return version.type == wanted.type && version.references == wanted.references &&
           canonical(version.type, version.schema) == canonical(wanted.type, wanted.schema);
}

Core::Outcome<ApiError> checkSchema(const NewSchema &wanted)
{
    if (wanted.type == "AVRO" && wanted.references.empty()) {
        if (const auto schema = AvroSchema::parse(wanted.schema); !schema)
            return Core::Unexpected{invalidSchema(wanted, schema.error())};
    }
    if (wanted.type == "JSON") {
        if (const auto json = Core::parseJson(QByteArray::fromStdString(wanted.schema)); !json)
            return Core::Unexpected{invalidSchema(wanted, Core::toStdString(json.error().message))};
    }
    return std::monostate{};
}

Core::Outcome<ApiError> checkCompatibility(const SchemaSubject &subject, const NewSchema &wanted,
                                           const std::string &level)
{
    const bool isTransitive = level.ends_with("_TRANSITIVE");
    const auto first = isTransitive || subject.versions.empty() ? subject.versions.begin() : subject.versions.end() - 1;
    for (auto version = first; version != subject.versions.end(); ++version) {
        const auto messages = incompatibilities(wanted, *version, level);
        if (!messages)
            return Core::Unexpected{messages.error()};
        if (messages->empty())
            continue;
        return refuse(409,
                      "Incompatible schema, compatibility_mode=" + level + ". Incompatibilities: " + messages->front(),
                      "bad_request");
    }
    return std::monostate{};
}

/// Equal schemas share an id, whatever their subject.
int idFor(SchemaRegistry &registry, const NewSchema &wanted)
{
    for (const SchemaSubject &subject : registry.subjects) {
        for (const SchemaVersion &version : subject.versions) {
            if (isSame(version, wanted))
                return version.id;
        }
    }
    return ++registry.lastId;
}

auto subjectNamed(SchemaRegistry &registry, const std::string &name)
{
    return std::find_if(registry.subjects.begin(), registry.subjects.end(),
                        [&name](const SchemaSubject &subject) { return subject.name == name; });
}

/// The subject of that name, made when there is none.
Core::Expected<SchemaSubject *, ApiError> openSubject(SchemaRegistry &registry, const std::string &name)
{
    if (const auto subject = subjectNamed(registry, name); subject != registry.subjects.end())
        return &*subject;
    if (registry.subjects.size() >= mostSubjects)
        return refuse(409, "There are " + std::to_string(mostSubjects) + " subjects already", "bad_request");
    return &registry.subjects.emplace_back(SchemaSubject{name, {}, 0, {}});
}

} // namespace

Core::Expected<const SchemaSubject *, ApiError> findSubject(const SchemaRegistry &registry, const std::string &name)
{
    for (const SchemaSubject &subject : registry.subjects) {
        if (subject.name == name && !subject.versions.empty())
            return &subject;
    }
    return refuse(404, "Subject '" + name + "' not found.", "subject_not_found");
}

Core::Expected<const SchemaVersion *, ApiError> findVersion(const SchemaRegistry &registry, const std::string &subject,
                                                            const std::string &version)
{
    const auto found = findSubject(registry, subject);
    if (!found)
        return Core::Unexpected{found.error()};
    const auto &versions = (*found)->versions;
    if (version == "latest")
        return &versions.back();
    for (const SchemaVersion &known : versions) {
        if (std::to_string(known.version) == version)
            return &known;
    }
    return refuse(404, "Version " + version + " not found.", "version_not_found");
}

const SchemaVersion *schemaWithId(const SchemaRegistry &registry, int id)
{
    for (const SchemaSubject &subject : registry.subjects) {
        for (const SchemaVersion &version : subject.versions) {
            if (version.id == id)
                return &version;
        }
    }
    return nullptr;
}

const std::string &compatibilityOf(const SchemaRegistry &registry, const SchemaSubject &subject)
{
    return subject.compatibility.empty() ? registry.compatibility : subject.compatibility;
}

Core::Expected<std::vector<std::string>, ApiError>
incompatibilities(const NewSchema &wanted, const SchemaVersion &other, const std::string &level)
{
    std::vector<std::string> messages;
    if (level == "NONE")
        return messages;
    if (wanted.type != other.type) {
        messages.push_back("the type " + wanted.type + " is not " + other.type);
        return messages;
    }
    if (wanted.type != "AVRO" || !wanted.references.empty() || !other.references.empty())
        return messages;
    const auto mine = AvroSchema::parse(wanted.schema);
    const auto theirs = AvroSchema::parse(other.schema);
    if (!mine || !theirs)
        return Core::Unexpected{invalidSchema(wanted, mine ? theirs.error() : mine.error())};
    if (!level.starts_with("FORWARD"))
        messages = incompatibilities(*mine, *theirs);
    if (!level.starts_with("BACKWARD")) {
        for (std::string &message : incompatibilities(*theirs, *mine))
            messages.push_back(std::move(message));
    }
    return messages;
}

Core::Expected<int, ApiError> registerSchema(SchemaRegistry &registry, const std::string &name, const NewSchema &wanted)
{
    if (const auto valid = checkSchema(wanted); !valid)
        return Core::Unexpected{valid.error()};
    const auto opened = openSubject(registry, name);
    if (!opened)
        return Core::Unexpected{opened.error()};
    SchemaSubject &subject = **opened;
    for (const SchemaVersion &version : subject.versions) {
        if (isSame(version, wanted))
            return version.id;
    }
    if (const auto fits = checkCompatibility(subject, wanted, compatibilityOf(registry, subject)); !fits)
        return Core::Unexpected{fits.error()};
    if (subject.versions.size() >= mostVersions)
        return refuse(409, "The subject has " + std::to_string(mostVersions) + " versions already", "bad_request");
    const int id = idFor(registry, wanted);
    subject.versions.push_back({id, ++subject.lastVersion, wanted.type, wanted.schema, wanted.references});
    return id;
}

Core::Outcome<ApiError> removeVersions(SchemaRegistry &registry, const std::string &subject,
                                       const std::optional<std::string> &version)
{
    const auto found = findVersion(registry, subject, version.value_or("latest"));
    if (!found)
        return Core::Unexpected{found.error()};
    const int number = (*found)->version;
    std::erase_if(subjectNamed(registry, subject)->versions,
                  [&](const SchemaVersion &other) { return !version || other.version == number; });
    return std::monostate{};
}

Core::Outcome<ApiError> setCompatibility(SchemaRegistry &registry, const std::string &subject, const std::string &level)
{
    const auto opened = openSubject(registry, subject);
    if (!opened)
        return Core::Unexpected{opened.error()};
    (*opened)->compatibility = level;
    return std::monostate{};
}

} // namespace Sandbox
