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
        // A writer that still waits for room is let go.
        m_pipe.closeRead();
    });
}

void InsertStream::write(std::string_view bytes)
{
    m_broken = m_broken || !m_pipe.write(bytes);
}

Outcome InsertStream::finish()
{
    m_pipe.closeWrite();
    m_thread.join();
    return std::move(m_outcome);
}

} // namespace Engine
