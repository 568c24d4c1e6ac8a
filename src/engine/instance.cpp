// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance.h"
#include "engine/configuration.h"
#include "engine/tokens.h"

#include <filesystem>
#include <sstream>

namespace Engine {
namespace {

void trimLineEnd(std::string &text)
{
    if (!text.empty() && text.back() == '\n')
        text.pop_back();
}

} // namespace

Core::Expected<std::unique_ptr<Instance>, std::string>
Instance::open(const Library &library, const std::string &folder, const std::map<std::string, std::string> &settings)
{
    // Without this folder the library takes the store for new and starts no task that drops tables: DROP …
    // SYNC would then hang for ever.
    std::error_code problem;
    std::filesystem::create_directories(storePath(folder) + "/metadata", problem);
    if (problem || !writeConfiguration(folder, settings))
        return Core::Unexpected{"cannot write to " + folder};
    library.setSignalHandlersEnabled(0);
    std::unique_ptr<Instance> instance(
        new Instance(library, {"--config-file=" + configurationPath(folder), "--path=" + storePath(folder)}));
    if (!instance->m_keeper.isOpen())
        return Core::Unexpected{"the data folder " + folder + " could not be opened. Another engine may be using it"};
    // The keeper reads statements back to us; whether one is too long is for the connection that runs it to say.
    // Nonsense that the parser tries in ever more ways (20 000 times CASE WHEN) costs a second then, not six.
    instance->m_keeper.run("SET max_query_size = 67108864, max_parser_backtracks = 200000");
    instance->m_version = instance->m_keeper.run("SELECT version()").bytes;
    trimLineEnd(instance->m_version);
    return instance;
}

Instance::Instance(const Library &library, std::vector<std::string> arguments)
    : m_library(library)
    , m_arguments(std::move(arguments))
    , m_keeper(m_library, m_arguments)
{}

std::unique_ptr<Connection> Instance::connect() const
{
    return std::make_unique<Connection>(m_library, m_arguments);
}

Core::Expected<std::string, Error> Instance::canonical(const std::string &sql)
{
    constexpr size_t longestRemembered = 4096, mostRemembered = 500;
    const std::lock_guard lock(m_keeperMutex);
    if (const auto known = m_canonical.find(sql); known != m_canonical.end())
        return known->second;
    const Outcome outcome =
        m_keeper.runWithParameters("SELECT formatQuerySingleLine({sql:String})", {{"sql", sql}}, "RawBLOB");
    if (!outcome.failed()) {
        if (m_canonical.size() >= mostRemembered)
            m_canonical.clear();
        if (sql.size() <= longestRemembered)
            m_canonical[sql] = outcome.bytes;
        return outcome.bytes;
    }
    Error error = parseError(outcome.error);
    // The parser's message ends with the statement that asked it, which the client never wrote.
    if (const size_t scope = error.text.rfind(": In scope SELECT formatQuerySingleLine"); scope != std::string::npos)
        error = makeError(error.code, error.text.substr(0, scope).substr(error.text.find("DB::Exception: ") + 15));
    return Core::Unexpected{std::move(error)};
}

std::string Instance::lookUp(const std::string &sql, const NamedValues &parameters) const
{
    Outcome outcome = connect()->runWithParameters(sql, parameters, "TabSeparatedRaw");
    trimLineEnd(outcome.bytes);
    return outcome.bytes;
}

void Instance::releaseMemory() const
{
    connect()->run("SYSTEM JEMALLOC PURGE");
}

void Instance::kill(const std::string &queryId) const
{
    connect()->run("KILL QUERY WHERE Settings['log_comment'] = " + quoteString(queryId) + " ASYNC");
}

bool Instance::isCancelled(const std::string &queryId) const
{
    return lookUp("SELECT max(is_cancelled) FROM system.processes WHERE Settings['log_comment'] = {id:String}",
                  {{"id", queryId}}) == "1";
}

Counters Instance::progress(const std::string &queryId) const
{
    std::istringstream row(
        lookUp("SELECT read_rows, read_bytes, written_rows, written_bytes, total_rows_approx, memory_usage, elapsed "
               "FROM system.processes WHERE Settings['log_comment'] = {id:String}",
               {{"id", queryId}}));
    Counters counters;
    row >> counters.readRows >> counters.readBytes >> counters.writtenRows >> counters.writtenBytes >>
        counters.totalRows >> counters.memory >> counters.seconds;
    return counters;
}

void Instance::killEverything() const
{
    connect()->run("KILL QUERY WHERE 1 ASYNC");
}

} // namespace Engine
