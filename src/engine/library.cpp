// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/library.h"

#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>

namespace Engine {
namespace {

namespace fs = std::filesystem;

template <typename F>
bool resolve(void *handle, const char *name, F &function)
{
    function = reinterpret_cast<F>(dlsym(handle, name));
    return function != nullptr;
}

} // namespace

Core::Expected<std::string, std::string> Library::find()
{
    if (const char *given = std::getenv("HEADGATE_LIBCHDB"); given && *given) {
        std::error_code problem;
        const fs::path path = fs::canonical(given, problem);
        if (problem)
            return Core::Unexpected{std::string("HEADGATE_LIBCHDB names ") + given + ": " + problem.message()};
        return path.string();
    }
    std::error_code problem;
    const fs::path folder = fs::read_symlink("/proc/self/exe", problem).parent_path();
    for (const char *place :
         {"../../engine/node_modules/@chdb/lib-linux-x64-gnu/libchdb.so", "../lib/headgate/libchdb.so"}) {
        if (const fs::path path = fs::canonical(folder / place, problem); !problem)
            return path.string();
    }
    return Core::Unexpected{std::string("libchdb.so was not found. Run packaging/install, which fetches it into "
                                        "build/engine, or set HEADGATE_LIBCHDB to its path.")};
}

Core::Expected<Library, std::string> Library::load(const std::string &path)
{
    void *handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!handle)
        return Core::Unexpected{std::string("libchdb could not be loaded: ") + dlerror()};
    Library l;
    const bool complete =
        resolve(handle, "chdb_connect", l.connect) && resolve(handle, "chdb_close_conn", l.close) &&
        resolve(handle, "chdb_query_n", l.query) &&
        resolve(handle, "chdb_query_with_params_n", l.queryWithParameters) &&
        resolve(handle, "chdb_destroy_query_result", l.destroy) && resolve(handle, "chdb_result_buffer", l.buffer) &&
        resolve(handle, "chdb_result_length", l.length) && resolve(handle, "chdb_result_elapsed", l.elapsed) &&
        resolve(handle, "chdb_result_rows_read", l.resultRows) &&
        resolve(handle, "chdb_result_bytes_read", l.resultBytes) &&
        resolve(handle, "chdb_result_storage_rows_read", l.storageRowsRead) &&
        resolve(handle, "chdb_result_storage_bytes_read", l.storageBytesRead) &&
        resolve(handle, "chdb_result_rows_written", l.rowsWritten) &&
        resolve(handle, "chdb_result_bytes_written", l.bytesWritten) && resolve(handle, "chdb_result_error", l.error) &&
        resolve(handle, "chdb_set_signal_handlers_enabled", l.setSignalHandlersEnabled);
    if (!complete)
        return Core::Unexpected{path + " is not the libchdb this program was made for (a function is missing)."};
    return l;
}

} // namespace Engine
