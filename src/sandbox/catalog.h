// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "schema/field.h"
#include "schema/validator.h"

#include <map>
#include <string>

namespace Sandbox {

/// How a user_config is checked, and what its fields are.
struct ConfigSchema
{
    explicit ConfigSchema(const Core::Json &schema) : validator(schema), fields(Schema::parseField(schema)) {}

    Schema::Validator validator;
    Schema::Field fields;
};

/// What Aiven offers, apart from what one account has: types, plans, clouds, with their schemas. Read-only files that
/// are compiled in (resources/sandbox).
class Catalog
{
public:
    Catalog();

    [[nodiscard]] const Core::Json &clouds() const { return m_clouds; }
    [[nodiscard]] const Core::Json &endpointTypes() const { return m_endpointTypes; }
    [[nodiscard]] const Core::Json &integrationTypes() const { return m_integrationTypes; }
    [[nodiscard]] const Core::Json &serviceTypes() const { return m_serviceTypes; }
    [[nodiscard]] const Core::Json &serviceVersions() const { return m_serviceVersions; }
    [[nodiscard]] const std::string &certificate() const { return m_certificate; }

    /// The entry of the type that joins these kinds of services, or null. A type may have several entries.
    [[nodiscard]] const Core::Json &integrationType(const std::string &type, const std::string &source,
                                                    const std::string &destination) const;
    /// The user_config of a type, or null when there is no such type.
    [[nodiscard]] const ConfigSchema *integrationConfig(const std::string &type) const;
    [[nodiscard]] const ConfigSchema *endpointConfig(const std::string &type) const;
    [[nodiscard]] const ConfigSchema *serviceConfig(const std::string &type) const;
    /// The plan of a service type, or null.
    [[nodiscard]] const Core::Json *plan(const std::string &serviceType, const std::string &name) const;
    [[nodiscard]] bool hasCloud(const std::string &name) const;
    /// The checks of a request's body, by its name in requests.json, and their schema.
    [[nodiscard]] const Schema::Validator &requestBody(const std::string &name) const;
    [[nodiscard]] const Core::Json &requestSchema(const std::string &name) const { return m_requests.at(name); }

private:
    Core::Json m_clouds;
    Core::Json m_endpointTypes;
    Core::Json m_integrationTypes;
    Core::Json m_serviceTypes;
    Core::Json m_serviceVersions;
    Core::Json m_requests;
    std::string m_certificate;
    std::map<std::string, ConfigSchema> m_integrationConfigs;
    std::map<std::string, ConfigSchema> m_endpointConfigs;
    std::map<std::string, ConfigSchema> m_serviceConfigs;
    std::map<std::string, Schema::Validator> m_bodies;
};

} // namespace Sandbox
