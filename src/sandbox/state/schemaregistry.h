// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"

#include <string>
#include <vector>

namespace Sandbox {

/// One version of a subject. Equal schemas have the same id in every subject.
struct SchemaVersion
{
    int id = 0;
    int version = 0;
    std::string type = "AVRO"; ///< or "JSON", "PROTOBUF"
    std::string schema;
    Core::Json references = Core::Json::array(); ///< [{name, subject, version}]
};

struct SchemaSubject
{
    std::string name;
    std::string compatibility; ///< empty: the registry's
    int lastVersion = 0;       ///< numbers of deleted versions are not given again
    std::vector<SchemaVersion> versions;
};

/// The schemas of one Kafka service.
struct SchemaRegistry
{
    std::string compatibility = "BACKWARD";
    int lastId = 0;
    std::vector<SchemaSubject> subjects;
};

[[nodiscard]] Core::Json toJson(const SchemaRegistry &registry);
/// Throws what the JSON library throws.
[[nodiscard]] SchemaRegistry schemaRegistryFrom(const Core::Json &json);

} // namespace Sandbox
