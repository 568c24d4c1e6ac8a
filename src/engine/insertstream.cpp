// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/insertstream.h"

namespace Engine {

InsertStream::~InsertStream()
{
    if (m_thread.joinable())
        finish();
}

void InsertStream::start(std::string sql)
{
    m_thread = std::thread([this, text = std::move(sql)] {
        m_outcome = m_connection->run(text);
        m_ended = true;
        m_connection.reset();
        // A writer that still waits for room is let go.
        m_pipe.closeRead();
    });
}

void InsertStream::write(std::string_view bytes)
{
    m_broken = m_broken || !m_pipe.write(bytes);
}

void InsertStream::whileBlocked()
{
    if (m_killsSeen == m_instance.kills())
        return;
    m_killsSeen = m_instance.kills();
    if (!m_instance.isCancelled(m_queryId))
        return;
    m_broken = true;
    m_pipe.closeWrite();
}

void InsertStream::cancel()
{
    m_broken = true;
    // It may not have begun yet, and cannot end by itself while the pipe is open.
    while (!m_ended) {
        m_instance.kill(m_queryId);
        if (m_instance.isCancelled(m_queryId))
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

Outcome InsertStream::finish()
{
    m_pipe.closeWrite();
    m_thread.join();
    return std::move(m_outcome);
}

} // namespace Engine
