// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipe.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace Engine {

Pipe::Pipe()
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return;
    m_read = ends[0];
    m_write = ends[1];
    // Large steps: fewer switches between the two threads. A refusal (the user's pipe budget is used up) is
    // harmless.
    fcntl(m_read, F_SETPIPE_SZ, Capacity);
}

Pipe::~Pipe()
{
    closeRead();
    closeWrite();
}

size_t Pipe::read(char *bytes, size_t size) const
{
    for (;;) {
        const ssize_t count = ::read(m_read, bytes, size);
        if (count >= 0)
            return static_cast<size_t>(count);
        if (errno != EINTR)
            return 0;
    }
}

bool Pipe::write(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(m_write, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<size_t>(count));
    }
    return true;
}

void Pipe::closeRead()
{
    if (m_read >= 0)
        close(std::exchange(m_read, -1));
}

void Pipe::closeWrite()
{
    if (m_write >= 0)
        close(std::exchange(m_write, -1));
}

} // namespace Engine
