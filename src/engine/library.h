// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace Engine {

/// The functions of libchdb that the engine calls, loaded at run time: the program builds and starts without
/// the library, and can confine itself before any of the library's code runs.
class Library
{
public:
    using Connection = void *;
    using Result = void;

    /// Where the library is: HEADGATE_LIBCHDB, else the two places relative to the folder of this executable.
    [[nodiscard]] static Core::Expected<std::string, std::string> find();
    [[nodiscard]] static Core::Expected<Library, std::string> load(const std::string &path);

    Connection *(*connect)(int, char **) = nullptr;
    void (*close)(Connection *) = nullptr;
    Result *(*query)(Connection, const char *sql, size_t, const char *format, size_t) = nullptr;
    Result *(*queryWithParameters)(Connection, const char *sql, size_t, const char *format, size_t,
                                   const char *const *names, const size_t *nameLengths, const char *const *values,
                                   const size_t *valueLengths, size_t count) = nullptr;
    void (*destroy)(Result *) = nullptr;
    char *(*buffer)(Result *) = nullptr;
    size_t (*length)(Result *) = nullptr;
    double (*elapsed)(Result *) = nullptr;
    uint64_t (*resultRows)(Result *) = nullptr;
    uint64_t (*resultBytes)(Result *) = nullptr;
    uint64_t (*storageRowsRead)(Result *) = nullptr;
    uint64_t (*storageBytesRead)(Result *) = nullptr;
    uint64_t (*rowsWritten)(Result *) = nullptr;
    uint64_t (*bytesWritten)(Result *) = nullptr;
    const char *(*error)(Result *) = nullptr;
    void (*setSignalHandlersEnabled)(int) = nullptr;
};

} // namespace Engine
