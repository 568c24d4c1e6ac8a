// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connection.h"
#include "engine/pipe.h"
#include "engine/sessions.h"

#include <string_view>
#include <thread>

namespace Engine {

/// An INSERT that runs in a thread of its own and takes its rows from a pipe as they arrive: nothing is
/// collected.
class InsertStream
{
public:
    explicit InsertStream(Sessions::Lease connection) : m_connection(std::move(connection)) {}
    ~InsertStream();
    InsertStream(const InsertStream &) = delete;
    InsertStream &operator=(const InsertStream &) = delete;

    [[nodiscard]] std::string fileName() const { return m_pipe.readName(); }
    void start(std::string sql);
    /// Waits while the engine is behind. What comes after the statement has failed is dropped.
    void write(std::string_view bytes);
    /// The rows are complete: waits for the statement's end.
    Outcome finish();

private:
    Sessions::Lease m_connection;
    Pipe m_pipe;
    std::thread m_thread;
    Outcome m_outcome;
    bool m_broken = false;
};

} // namespace Engine
