// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the place of engine.cpp, which replaces this file.
#include "sandbox/clickhouse/engine.h"

namespace Sandbox {

namespace {

EngineError missing()
{
    return {0, "This build has no ClickHouse engine.", {}};
}

} // namespace

class Engine::Private
{};

Engine::Engine(Options, KafkaBroker &) {}
Engine::~Engine() = default;
void Engine::start() {}
Core::Expected<int, EngineError> Engine::httpPort() { return Core::Unexpected{missing()}; }
bool Engine::isReady() const { return false; }
void Engine::setUsers(const std::map<std::string, std::string> &) {}

Core::Expected<QueryAnswer, EngineError> Engine::query(const std::string &, const std::string &)
{
    return Core::Unexpected{missing()};
}

Core::Expected<std::vector<DatabaseInfo>, EngineError> Engine::databases()
{
    return Core::Unexpected{missing()};
}

Core::Outcome<EngineError> Engine::checkKafkaTables(const KafkaIntegration &)
{
    return Core::Unexpected{missing()};
}

Core::Outcome<EngineError> Engine::applyKafkaIntegration(const std::string &, const Core::Json &, const Core::Json &)
{
    return Core::Unexpected{missing()};
}

Core::Outcome<EngineError> Engine::dropIntegration(const std::string &)
{
    return Core::Unexpected{missing()};
}

} // namespace Sandbox
