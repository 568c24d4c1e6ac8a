// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/library.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Engine {

struct Counters
{
    uint64_t readRows = 0;
    uint64_t readBytes = 0;
    uint64_t writtenRows = 0;
    uint64_t writtenBytes = 0;
    uint64_t resultRows = 0;
    uint64_t resultBytes = 0;
    uint64_t totalRows = 0; ///< how many there are to read, as far as the engine knows
    uint64_t memory = 0;
    double seconds = 0;
};

/// What one statement gave: bytes in the asked format, or the engine's error text.
struct Outcome
{
    std::string bytes;
    std::string error;
    Counters counters;

    [[nodiscard]] bool failed() const { return !error.empty(); }
};

using NamedValues = std::vector<std::pair<std::string, std::string>>;

/// One connection of the library. It carries settings, the current database and temporary tables; its
/// statements run one after the other, other connections run beside it. Connecting costs about 0.1 ms.
class Connection
{
public:
    /// `arguments` follow the program name: the path of the data, and for the first connection the
    /// configuration.
    Connection(const Library &library, const std::vector<std::string> &arguments);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] bool isOpen() const { return m_connection != nullptr; }
    Outcome run(std::string_view sql, std::string_view format = "TabSeparated");
    /// `parameters` are plain texts, for {name:String} and the like.
    Outcome runWithParameters(std::string_view sql, const NamedValues &parameters,
                              std::string_view format = "TabSeparated");

private:
    Outcome take(Library::Result *result);

    const Library &m_library;
    Library::Connection *m_connection = nullptr;
};

} // namespace Engine
