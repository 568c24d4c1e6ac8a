// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "engine/connection.h"
#include "engine/errors.h"

#include <map>
#include <string>

namespace Engine {

/// What the URL of a request asks for, besides the statement's body.
struct Parameters
{
    std::string query;
    std::string database;
    std::string defaultFormat;
    std::string queryId;
    std::string sessionId;
    int sessionTimeout = 60; ///< seconds
    bool sessionCheck = false;
    bool closeSession = false;
    bool waitForEnd = false;
    bool wantsProgress = false;
    int progressInterval = 100;      ///< milliseconds
    NamedValues settings;            ///< every name that the interface itself does not know
    NamedValues statementParameters; ///< param_x, for {x:Type}

    [[nodiscard]] std::string setting(const std::string &name, const std::string &fallback) const;
};

[[nodiscard]] Core::Expected<Parameters, Error> readParameters(const std::multimap<std::string, std::string> &url);

/// One SET statement for the settings and parameters of a request; empty when there is nothing to set.
[[nodiscard]] std::string setStatement(const Parameters &parameters);

} // namespace Engine
