// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json.h"
#include "sandbox/api/routes.h"
#include "sandbox/api/server.h"
#include "sandbox/api/tokens.h"
#include "sandbox/backends.h"
#include "sandbox/catalog.h"
#include "sandbox/lifecycle.h"
#include "sandbox/process/datafolder.h"
#include "sandbox/process/endguard.h"
#include "sandbox/process/lifetime.h"
#include "sandbox/process/options.h"
#include "sandbox/querystatistics.h"
#include "sandbox/servicelog.h"
#include "sandbox/state/store.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <sys/stat.h>

using namespace Sandbox;

namespace {

constexpr int wrongUsage = 64;
constexpr int unavailable = 69;
constexpr int temporaryFailure = 75;
// The broker alone takes a second; who waits for the end of its child gives it two.
constexpr std::chrono::milliseconds longestEnd{1700};

int fail(int code, const std::string &sentence)
{
    std::fprintf(stderr, "headgate-sandbox: %s\n", sentence.c_str());
    return code;
}

/// The token of this run; children shall not inherit it.
std::string takeToken()
{
    const char *given = std::getenv("HEADGATE_SANDBOX_TOKEN");
    const std::string token = given && *given ? given : newSecret();
    ::unsetenv("HEADGATE_SANDBOX_TOKEN");
    return token;
}

void announce(int port, const std::string &token, const std::string &project)
{
    const Core::Json line{
        {"api_url", "http://127.0.0.1:" + std::to_string(port)}, {"token", token}, {"project", project}};
    std::printf("%s\n", Core::toText(line).constData());
    std::fflush(stdout);
}

int run(const Options &options)
{
    const Lifetime lifetime(options.lifetime == Options::Lifetime::LikeParent ? Lifetime::StandardInput::Watched
                                                                              : Lifetime::StandardInput::Ignored);
    const auto folder = DataFolder::open(options.dataFolder);
    if (!folder)
        return fail(folder.error().isInUse ? temporaryFailure : unavailable, folder.error().message);
    const auto store = Store::open((*folder)->path());
    if (!store)
        return fail(unavailable, store.error());

    const Catalog catalog;
    Router router(catalog);
    const std::string token = takeToken();
    Tokens tokens(token, **store);
    Server server(router, tokens);
    const auto port = server.bind(options.port);
    if (!port)
        return fail(temporaryFailure, port.error());

    std::optional<EndGuard> endGuard; // the last to go before the folder
    Backends backends(**store, (*folder)->path());
    ServiceLog log;
    QueryStatistics statistics;
    Lifecycle lifecycle(**store, backends, log);
    addRoutes(router, {catalog, **store, backends, tokens, lifecycle, log, statistics});
    server.start();
    announce(*port, token, (*store)->state()->project);
    lifetime.waitForEnd();
    endGuard.emplace(longestEnd, [&folder] { (*folder)->removeIfTemporary(); });
    server.stop();
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char *argv[])
{
    const auto options = parseOptions({argv + 1, argv + argc});
    if (!options)
        return fail(wrongUsage, options.error() + " Try --help.");
    if (options->task == Options::Task::ShowHelp)
        return std::printf("%s", helpText().c_str()) < 0;
    if (options->task == Options::Task::ShowVersion)
        return std::printf("headgate-sandbox " HEADGATE_VERSION "\n") < 0;
    ::umask(077);
    try {
        return run(*options);
    } catch (const std::runtime_error &error) {
        return fail(unavailable, error.what());
    }
}
