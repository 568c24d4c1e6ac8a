// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/apierror.h"
#include "sandbox/state/schemaregistry.h"

#include <optional>
#include <string>
#include <vector>

namespace Sandbox {

struct NewSchema
{
    std::string type = "AVRO";
    std::string schema;
    Core::Json references = Core::Json::array();
};

/// The subject, or 404 in the words of the cloud.
[[nodiscard]] Core::Expected<const SchemaSubject *, ApiError> findSubject(const SchemaRegistry &registry,
                                                                          const std::string &name);
/// A version by its number or "latest"; 404.
[[nodiscard]] Core::Expected<const SchemaVersion *, ApiError>
findVersion(const SchemaRegistry &registry, const std::string &subject, const std::string &version);
/// Null when no subject has it.
[[nodiscard]] const SchemaVersion *schemaWithId(const SchemaRegistry &registry, int id);

/// Adds a version and gives its id; one that the subject has already keeps its id. 409 when the subject's compatibility
/// forbids it, 400 when it is no schema.
[[nodiscard]] Core::Expected<int, ApiError> registerSchema(SchemaRegistry &registry, const std::string &subject,
                                                           const NewSchema &wanted);
/// What is wrong between the new schema and the other one under a level such as "BACKWARD". Only Avro schemas are
/// compared; those of the other types are always compatible here.
[[nodiscard]] Core::Expected<std::vector<std::string>, ApiError>
incompatibilities(const NewSchema &wanted, const SchemaVersion &other, const std::string &level);

/// Takes one version away, or all of them; 404.
[[nodiscard]] Core::Outcome<ApiError> removeVersions(SchemaRegistry &registry, const std::string &subject,
                                                     const std::optional<std::string> &version);
/// Of a subject that may have no version yet.
[[nodiscard]] Core::Outcome<ApiError> setCompatibility(SchemaRegistry &registry, const std::string &subject,
                                                       const std::string &level);
[[nodiscard]] const std::string &compatibilityOf(const SchemaRegistry &registry, const SchemaSubject &subject);

} // namespace Sandbox
