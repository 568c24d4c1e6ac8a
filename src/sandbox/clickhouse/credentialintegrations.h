// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/integrationkind.h"
#include "sandbox/postgres/postgressources.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace Sandbox {

/// clickhouse_credentials: a named collection with what ClickHouse needs to reach the source. Its secrets cannot be read,
/// and neither secrets nor addresses can be overridden in a query, which would send the one to the other.
class CredentialIntegrations final : public IntegrationKind
{
public:
    CredentialIntegrations(Engine &engine, std::shared_ptr<PostgresSources> sources);

    [[nodiscard]] Core::Json wanted(const State &state, const Integration &integration) const override;
    [[nodiscard]] Core::Outcome<EngineError> check(const State &state, const Integration &integration) override;
    [[nodiscard]] Core::Outcome<EngineError> apply(const State &state, const Integration &integration,
                                                   const Core::Json &before) override;
    [[nodiscard]] Core::Outcome<EngineError> drop(const Integration &integration) override;

private:
    using Keys = std::vector<std::pair<std::string, std::string>>;

    [[nodiscard]] Core::Expected<Keys, EngineError> keysOf(const State &state, const Integration &integration) const;
    [[nodiscard]] Core::Outcome<EngineError> set(const std::string &collection, const Keys &keys);
    void attachAgain(const std::string &collection);
    [[nodiscard]] Core::Outcome<EngineError> execute(const std::string &sql);

    Engine &m_engine;
    const std::shared_ptr<PostgresSources> m_sources;
};

/// Who may use the collections of a ClickHouse service: the main user always, others by the integration's grants.
[[nodiscard]] Engine::CollectionGrants collectionGrants(const State &state, const std::string &service);

} // namespace Sandbox
