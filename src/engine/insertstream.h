// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/connection.h"
#include "engine/instance.h"
#include "engine/pipe.h"
#include "engine/sessions.h"

#include <atomic>
#include <string_view>
#include <thread>

namespace Engine {

/// An INSERT that runs in a thread of its own and takes its rows from a pipe as they arrive: nothing is
/// collected.
class InsertStream
{
public:
    InsertStream(Instance &instance, std::string queryId, Sessions::Lease connection)
        : m_instance(instance)
        , m_queryId(std::move(queryId))
        , m_connection(std::move(connection))
        , m_killsSeen(instance.kills())
    {}
    ~InsertStream();
    InsertStream(const InsertStream &) = delete;
    InsertStream &operator=(const InsertStream &) = delete;

    [[nodiscard]] std::string fileName() const { return m_pipe.readName(); }
    void start(std::string sql);
    /// Waits while the engine is behind. What comes after the statement has failed is dropped.
    void write(std::string_view bytes);
    /// Called while the client sends nothing: a statement that was killed waits for rows no longer.
    void whileBlocked();
    /// What came so far must not stay.
    void cancel();
    /// The rows are complete: waits for the statement's end.
    Outcome finish();

private:
    Instance &m_instance;
    std::string m_queryId;
    Sessions::Lease m_connection;
    Pipe m_pipe;
    std::thread m_thread;
    Outcome m_outcome;
    bool m_broken = false;
    std::atomic<bool> m_ended = false;
    unsigned m_killsSeen = 0;
};

} // namespace Engine
