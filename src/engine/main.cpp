// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
// headgate-engine: ClickHouse's HTTP interface over libchdb, for one data folder.

#include "engine/confinement.h"
#include "engine/control.h"
#include "engine/httpserver.h"
#include "engine/instance.h"
#include "engine/library.h"
#include "engine/queryservice.h"
#include "engine/standardinput.h"
#include "engine/users.h"

#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

namespace {

struct Options
{
    std::string data;
    int port = 0;
};

int fail(const std::string &reason)
{
    std::fprintf(stderr, "headgate-engine: %s.\n", reason.c_str());
    return 1;
}

bool readOptions(int argc, char **argv, Options &options)
{
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        const char *value = i + 1 < argc ? argv[i + 1] : nullptr;
        if (name == "--data" && value)
            options.data = argv[++i];
        else if (name == "--port" && value)
            options.port = std::atoi(argv[++i]);
        else
            return false;
    }
    return !options.data.empty();
}

/// Asks the scheduler (Linux 6.12 and newer; others take no notice) for short slices of time: a small statement then does
/// not wait behind the long slices of those whose large results are being made. Threads inherit it.
void askForShortSlices()
{
    struct // sched_attr, which the headers of Debian 12 do not offer beside <sched.h>
    {
        uint32_t size = sizeof(*this);
        uint32_t policy = 0; // SCHED_OTHER
        uint64_t flags = 0;
        int32_t nice = 0;
        uint32_t priority = 0;
        uint64_t runtime = 200'000; // nanoseconds
        uint64_t deadline = 0;
        uint64_t period = 0;
    } attributes;
    attributes.nice = getpriority(PRIO_PROCESS, 0);
    syscall(SYS_sched_setattr, 0, &attributes, 0);
}

/// Before any thread and before the library: both inherit it.
void prepareProcess()
{
    umask(077);
    // A group of its own: the terminal's Ctrl+C is for the parent, which ends its engines in order.
    setpgid(0, 0);
    std::signal(SIGPIPE, SIG_IGN);
    askForShortSlices();
    // SQL can read the environment of its process, where a token of the user may stand.
    clearenv();
    setenv("TZ", "UTC", 1);
}

/// Ends at once when the orderly end takes too long: a statement that cannot be stopped must not keep the
/// process.
void startWatchdog()
{
    std::thread([] {
        std::this_thread::sleep_for(std::chrono::milliseconds(1800));
        _exit(0);
    }).detach();
}

int serve(const Options &options, Engine::StandardInput &input, Engine::Users &users, const Engine::Settings &settings,
          const std::string &libraryPath, bool confined)
{
    const auto library = Engine::Library::load(libraryPath);
    if (!library)
        return fail(library.error());
    auto opened = Engine::Instance::open(library.value(), options.data, settings.profile);
    if (!opened)
        return fail(opened.error());
    auto instance = std::move(opened).value();
    Engine::QueryService service(*instance, users, confined);
    Engine::HttpServer server(service, users, settings.displayName);
    const int port = server.listen(options.port);
    if (port == 0)
        return fail("cannot listen on 127.0.0.1, port " + std::to_string(options.port));
    std::printf("{\"http_port\": %d}\n", port);
    std::fflush(stdout);

    for (std::string line; input.readLine(line);) {
        if (const auto applied = Engine::applyUpdate(line, users); !applied)
            fail(applied.error());
    }
    startWatchdog();
    server.stop();
    service.stopAll();
    instance.reset();
    // The library's own destructors and threads of requests are not waited for: an ordinary exit would crash
    // in them.
    _exit(0);
}

} // namespace

int main(int argc, char **argv)
{
    Options options;
    if (!readOptions(argc, argv, options)) {
        std::fputs("usage: headgate-engine --data DIR [--port N]\n"
                   "Reads a line of JSON (users, settings) on standard input and serves until that ends.\n",
                   stderr);
        return 2;
    }
    const auto libraryPath = Engine::Library::find();
    prepareProcess();
    Engine::StandardInput input;
    if (!libraryPath)
        return fail(libraryPath.error());
    Engine::Users users;
    std::string line;
    if (!input.readLine(line))
        return 0;
    const auto read = Engine::readSettings(line, users);
    if (!read)
        return fail(read.error());
    auto settings = read.value();
    std::error_code problem;
    std::filesystem::create_directories(options.data, problem);
    options.data = std::filesystem::canonical(options.data, problem).string();
    if (problem)
        return fail("the data folder cannot be made: " + problem.message());
    settings.writablePaths.push_back(options.data);
    const bool confined = Engine::confine({libraryPath.value()}, settings.writablePaths);
    if (!confined)
        fail("this kernel has no Landlock; SQL functions that read files or addresses are refused by name");
    const int status = serve(options, input, users, settings, libraryPath.value(), confined);
    std::fflush(nullptr);
    _exit(status);
}
