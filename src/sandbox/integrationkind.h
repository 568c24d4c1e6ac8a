// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/json.h"
#include "sandbox/clickhouse/engine.h"
#include "sandbox/state/model.h"

#include <map>
#include <memory>
#include <string>

namespace Sandbox {

/// What one type of integration means to a ClickHouse service. check() and wanted() are called from any thread, the
/// others by the service's reconciler, one after the other.
class IntegrationKind
{
public:
    virtual ~IntegrationKind() = default;

    /// What ClickHouse shall have for the integration: an array of objects with a "name" each. It is compared with what
    /// ClickHouse has already, so everything that matters has a part in it; of secrets a digest.
    [[nodiscard]] virtual Core::Json wanted(const State &state, const Integration &integration) const = 0;
    /// Whether that could be made; changes nothing. The error's path names the property of the configuration.
    [[nodiscard]] virtual Core::Outcome<EngineError> check(const State &state, const Integration &integration) = 0;
    /// Turns what there was before into what is wanted. May be repeated after an interruption: then `before` has the
    /// entries that were being made, changed or dropped by their name only. An error without a code asks to try again.
    [[nodiscard]] virtual Core::Outcome<EngineError> apply(const State &state, const Integration &integration,
                                                           const Core::Json &before) = 0;
    /// Takes away everything that the integration made; no error when there is nothing.
    [[nodiscard]] virtual Core::Outcome<EngineError> drop(const Integration &integration) = 0;
};

/// By integration type.
using IntegrationKinds = std::map<std::string, std::unique_ptr<IntegrationKind>>;

} // namespace Sandbox
