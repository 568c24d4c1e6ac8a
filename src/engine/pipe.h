// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace Engine {

/// A pipe between a thread that runs a statement and the thread that serves its client. The engine opens an
/// end by its name in /dev/fd, which makes a second open file: both ends of ours must be closed for the other
/// side to notice.
class Pipe
{
public:
    static constexpr size_t Capacity = 1 << 20;

    Pipe();
    ~Pipe();
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    [[nodiscard]] bool isOpen() const { return m_read >= 0; }
    [[nodiscard]] int readEnd() const { return m_read; }
    [[nodiscard]] std::string readName() const { return "/dev/fd/" + std::to_string(m_read); }
    [[nodiscard]] std::string writeName() const { return "/dev/fd/" + std::to_string(m_write); }

    /// Up to `size` bytes; 0 at the end.
    size_t read(char *bytes, size_t size) const;
    /// False when nobody reads any more.
    bool write(std::string_view bytes) const;
    void closeRead();
    void closeWrite();

private:
    int m_read = -1;
    int m_write = -1;
};

} // namespace Engine
