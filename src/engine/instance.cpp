// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance.h"
#include "engine/configuration.h"
#include "engine/confinement.h"
#include "engine/tokens.h"

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace Engine {
namespace {

void trimLineEnd(std::string &text)
{
    if (!text.empty() && text.back() == '\n')
        text.pop_back();
}

/// In the child: one opening and closing, nothing else. It confines itself: rules about /proc/self hold for
/// one process.
[[noreturn]] void openOnce(const std::string &libraryPath, const std::string &folder)
{
    (void)confine({libraryPath}, {folder});
    const auto library = Library::load(libraryPath);
    if (!library)
        _exit(1);
    library.value().setSignalHandlersEnabled(0);
    bool opened = false;
    {
        Connection connection(library.value(), {"--path=" + storePath(folder)});
        opened = connection.isOpen() && !connection.run("SELECT 1").failed();
    }
    _exit(opened ? 0 : 1);
}

} // namespace

std::string Instance::initialise(const std::string &libraryPath, const std::string &folder)
{
    if (std::filesystem::exists(initialisedMark(folder)))
        return {};
    const pid_t child = fork();
    if (child == 0)
        openOnce(libraryPath, folder);
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return "the data folder " + folder + " could not be initialised; the reason is in the lines above";
    return std::ofstream(initialisedMark(folder)).good() ? "" : "cannot write to " + folder;
}

Core::Expected<std::unique_ptr<Instance>, std::string>
Instance::open(const Library &library, const std::string &folder,
               const std::map<std::string, std::string> &settings)
{
    if (!writeConfiguration(folder, settings))
        return Core::Unexpected{"cannot write to " + folder};
    library.setSignalHandlersEnabled(0);
    std::unique_ptr<Instance> instance(
        new Instance(library, {"--config-file=" + configurationPath(folder), "--path=" + storePath(folder)}));
    if (!instance->m_keeper.isOpen())
        return Core::Unexpected{"the data folder " + folder +
                                " could not be opened. Another engine may be using it"};
    instance->m_version = instance->m_keeper.run("SELECT version()").bytes;
    trimLineEnd(instance->m_version);
    return instance;
}

Instance::Instance(const Library &library, std::vector<std::string> arguments)
    : m_library(library)
    , m_arguments(std::move(arguments))
    , m_keeper(m_library, m_arguments)
{
}

std::unique_ptr<Connection> Instance::connect() const
{
    return std::make_unique<Connection>(m_library, m_arguments);
}

Core::Expected<std::string, Error> Instance::canonical(const std::string &sql)
{
    const std::lock_guard lock(m_keeperMutex);
    const Outcome outcome =
        m_keeper.runWithParameters("SELECT formatQuerySingleLine({sql:String})", {{"sql", sql}}, "RawBLOB");
    if (!outcome.failed())
        return outcome.bytes;
    Error error = parseError(outcome.error);
    // The parser's message ends with the statement that asked it, which the client never wrote.
    if (const size_t scope = error.text.rfind(": In scope SELECT formatQuerySingleLine");
        scope != std::string::npos)
        error = makeError(error.code,
                          error.text.substr(0, scope).substr(error.text.find("DB::Exception: ") + 15));
    return Core::Unexpected{std::move(error)};
}

std::string Instance::lookUp(const std::string &sql, const NamedValues &parameters) const
{
    Outcome outcome = connect()->runWithParameters(sql, parameters, "TabSeparatedRaw");
    trimLineEnd(outcome.bytes);
    return outcome.bytes;
}

void Instance::kill(const std::string &queryId) const
{
    connect()->run("KILL QUERY WHERE Settings['log_comment'] = " + quoteString(queryId) + " ASYNC");
}

void Instance::killEverything() const
{
    connect()->run("KILL QUERY WHERE 1 ASYNC");
}

} // namespace Engine
