// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/clickhouse/engine.h"

#include "sandbox/clickhouse/catalogue.h"
#include "sandbox/clickhouse/engineclient.h"
#include "sandbox/process/serverprocess.h"

#include <filesystem>
#include <mutex>
#include <random>

namespace Sandbox {

namespace {

using namespace std::chrono_literals;
using Core::Json;

constexpr auto readyTimeout = 10s;
constexpr auto startTimeout = 30s;
constexpr const char *administrator = "avnadmin";
constexpr const char *internalUser = "headgate_internal";

std::string besideThisProgram(const char *name)
{
    std::error_code error;
    return (std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / name).string();
}

std::string randomPassword()
{
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    std::random_device source;
    std::uniform_int_distribution<std::size_t> any(0, letters.size() - 1);
    std::string password;
    for (int i = 0; i < 32; ++i)
        password.push_back(letters[any(source)]);
    return password;
}

/// The engine's first line of output is {"http_port": N}.
Core::Expected<int, std::string> awaitPort(ChildProcess &engine)
{
    const auto line = engine.readLine(startTimeout);
    const auto answer = Core::parseJson(QByteArray::fromStdString(line.value_or("")));
    const qint64 port = answer ? Core::integerAt(*answer, "http_port") : 0;
    if (port <= 0)
        return Core::Unexpected{std::string()};
    return static_cast<int>(port);
}

} // namespace

class Engine::Private
{
public:
    explicit Private(Options wish);

    [[nodiscard]] Core::Expected<ChildProcess, std::string> launch(int formerPort) const;
    [[nodiscard]] std::string firstLine() const;
    [[nodiscard]] Core::Expected<int, EngineError> port();
    [[nodiscard]] Core::Expected<QueryAnswer, EngineError> run(EngineRequest request);

    const Options options;
    const std::string internalPassword = randomPassword();

    mutable std::mutex usersMutex;
    std::map<std::string, std::string> users;
    CollectionGrants collections;

    ServerProcess process; ///< last: it asks the others for its first line
};

Engine::Private::Private(Options wish)
    : options(std::move(wish))
    , users(options.users)
    , collections(options.collections)
    , process({"the ClickHouse engine", {}, [this](int port) { return launch(port); }, awaitPort})
{}

Core::Expected<ChildProcess, std::string> Engine::Private::launch(int formerPort) const
{
    const std::string program = options.program.empty() ? besideThisProgram("headgate-engine") : options.program;
    auto child = ChildProcess::start({program, "--data", options.dataFolder, "--port", std::to_string(formerPort)});
    if (child)
        child->writeLine(firstLine());
    return child;
}

std::string Engine::Private::firstLine() const
{
    const std::scoped_lock lock(usersMutex);
    return Json({{"users", users},
                 {"collections", collections},
                 {"internal", {{"name", internalUser}, {"password", internalPassword}}},
                 {"settings", Json::object()},
                 {"allow_write", Json::array()},
                 {"display_name", options.serviceName}})
        .dump();
}

Core::Expected<int, EngineError> Engine::Private::port()
{
    const auto ready = process.waitUntilReady(readyTimeout);
    if (!ready)
        return Core::Unexpected{EngineError{
            0, "The ClickHouse engine of " + options.serviceName + " is not available: " + ready.error(), {}}};
    return *ready;
}

Core::Expected<QueryAnswer, EngineError> Engine::Private::run(EngineRequest request)
{
    const auto ready = port();
    if (!ready)
        return Core::Unexpected{ready.error()};
    request.port = *ready;
    return runStatement(request);
}

Engine::Engine(Options options) : d(std::make_unique<Private>(std::move(options))) {}

Engine::~Engine() = default;

void Engine::start()
{
    d->process.start();
}

Core::Expected<int, EngineError> Engine::httpPort()
{
    return d->port();
}

bool Engine::isReady() const
{
    return d->process.isReady();
}

void Engine::setUsers(const std::map<std::string, std::string> &users)
{
    {
        const std::scoped_lock lock(d->usersMutex);
        d->users = users;
    }
    d->process.send(Json({{"users", users}}).dump());
}

void Engine::grantCollection(const std::string &collection, const std::vector<std::string> &users)
{
    Json line;
    {
        const std::scoped_lock lock(d->usersMutex);
        d->collections[collection] = users;
        line = {{"collections", d->collections}};
    }
    d->process.send(line.dump());
}

Core::Expected<QueryAnswer, EngineError> Engine::query(const std::string &database, const std::string &sql)
{
    std::string password;
    {
        const std::scoped_lock lock(d->usersMutex);
        const auto found = d->users.find(administrator);
        password = found == d->users.end() ? std::string() : found->second;
    }
    return d->run({0, administrator, password, database, sql, {}});
}

Core::Expected<std::vector<DatabaseInfo>, EngineError> Engine::databases()
{
    return readCatalogue([this](const std::string &sql) { return runInternal(sql); });
}

Core::Expected<QueryAnswer, EngineError> Engine::runInternal(const std::string &sql)
{
    // A Nested column is checked and created as the one column that the configuration names. What integrations make can
    // be made again from the state, so it need not reach the disk at once: that is two thirds of the time of a CREATE.
    return d->run(
        {0, internalUser, d->internalPassword, "default", sql, {{"flatten_nested", "0"}, {"fsync_metadata", "0"}}});
}

} // namespace Sandbox
