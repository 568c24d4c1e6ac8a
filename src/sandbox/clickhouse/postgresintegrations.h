// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/integrationkind.h"
#include "sandbox/postgres/postgressources.h"

#include <memory>

namespace Sandbox {

/// clickhouse_postgresql: a database of the engine PostgreSQL for each pair of a database and a schema.
class PostgresIntegrations final : public IntegrationKind
{
public:
    PostgresIntegrations(Engine &engine, std::shared_ptr<PostgresSources> sources);

    [[nodiscard]] Core::Json wanted(const State &state, const Integration &integration) const override;
    /// ClickHouse creates a database for any address and any names and shows it empty: PostgreSQL itself is asked.
    [[nodiscard]] Core::Outcome<EngineError> check(const State &state, const Integration &integration) override;
    [[nodiscard]] Core::Outcome<EngineError> apply(const State &state, const Integration &integration,
                                                   const Core::Json &before) override;
    [[nodiscard]] Core::Outcome<EngineError> drop(const Integration &integration) override;

private:
    [[nodiscard]] Core::Outcome<EngineError> execute(const std::string &sql);

    Engine &m_engine;
    const std::shared_ptr<PostgresSources> m_sources;
};

} // namespace Sandbox
