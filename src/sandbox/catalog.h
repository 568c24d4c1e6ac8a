// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json.h"
#include "schema/validator.h"

#include <map>
#include <string>

namespace Sandbox {

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
    [[nodiscard]] bool hasIntegrationType(const std::string &type) const;
    /// The checks of an integration's user_config.
    [[nodiscard]] const Schema::Validator &userConfig(const std::string &integrationType) const;
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
    std::map<std::string, Schema::Validator> m_userConfigs;
    std::map<std::string, Schema::Validator> m_bodies;
};

} // namespace Sandbox
