// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/answer.h"
#include "engine/errors.h"
#include "engine/instance.h"
#include "engine/pipe.h"
#include "engine/sessions.h"

#include <atomic>
#include <thread>

namespace Engine {

/// A statement that runs in a thread of its own and writes its rows into a pipe, from where the client is
/// served: the engine formats the rows itself, and waits when the client does not read.
class ResultStream final : public BodyStream
{
public:
    /// What must live as long as the statement runs.
    struct Context
    {
        Instance &instance;
        Sessions::Lease connection;
        RunningQueries::Registration registration;
        std::string queryId;
        std::string exceptionTag;
        std::function<bool()> clientIsGone;
    };

    explicit ResultStream(Context context);
    /// A statement that is still running is stopped.
    ~ResultStream() override;

    [[nodiscard]] std::string fileName() const { return m_pipe.writeName(); }
    void start(std::string sql);

    /// Waits until the status of the answer can be told: the statement has ended, or enough of its rows are
    /// here that it is clearly on its way. `everything`: until it has ended, up to a limit of memory.
    void prefetch(bool everything);
    [[nodiscard]] bool ended() const { return m_ended; }
    /// Only after the end.
    [[nodiscard]] const Outcome &outcome() const { return m_outcome; }
    [[nodiscard]] std::string takePrefetched() { return std::move(m_held); }

    std::string_view next() override;
    size_t waitForPipe() override;
    [[nodiscard]] int pipe() const override { return m_pipe.readEnd(); }
    /// A statement that was killed ends only when its rows are taken from it.
    void whileBlocked() override;
    std::string takeFromPipe(size_t size) override;

private:
    /// One read from the pipe, appended to m_held; false when nothing came in time.
    bool receive(int timeoutMilliseconds);
    void finish();
    void abandon();
    [[nodiscard]] std::string exceptionTail() const;

    Context m_context;
    Pipe m_pipe;
    std::thread m_thread;
    Outcome m_outcome;
    std::string m_held;
    std::string m_sending;
    bool m_ended = false;
    bool m_tailSent = false;
    unsigned m_killsSeen = 0;
};

} // namespace Engine
