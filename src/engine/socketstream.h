// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <httplib.h>
#include <string>

namespace Engine {

/// The client's socket as the HTTP library sees it. The library's own stream cannot tell that a client has
/// gone while its statement makes no rows, cuts off clients that pause, and reads a head of any length: this
/// one does what is needed.
class SocketStream final : public httplib::Stream
{
public:
    explicit SocketStream(socket_t socket);

    /// Waits for the first byte of a request on a connection that is kept open.
    bool waitForRequest(int seconds);
    /// A head must come in one go and be short; a body may take its time.
    void beginHead();
    void endHead();

    [[nodiscard]] bool peerIsGone() const;

    /// Sends one chunk of a chunked body out of a pipe that holds it, without a copy in this process.
    bool sendChunk(int pipe, size_t size);

    /// Whether the HTTP library compresses the answer: then every byte of it must pass through the library.
    void setCompressed(bool compressed) { m_compressed = compressed; }
    [[nodiscard]] bool isCompressed() const { return m_compressed; }

    void closeAfterAnswer() { m_closing = true; }
    [[nodiscard]] bool closesAfterAnswer() const { return m_closing; }
    /// Says that no more comes. What the client still sends is read for a moment: closing a connection with unread bytes
    /// would take the answer from the client.
    void finish();

    bool is_readable() const override;
    bool is_writable() const override { return !peerIsGone(); }
    ssize_t read(char *bytes, size_t size) override;
    ssize_t write(const char *bytes, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    socket_t socket() const override { return m_socket; }

private:
    [[nodiscard]] bool waitReadable(std::chrono::milliseconds timeout) const;
    bool fill();

    socket_t m_socket;
    std::string m_buffer;
    size_t m_position = 0;
    bool m_compressed = false;
    bool m_closing = false;
    bool m_inHead = true;
    size_t m_headBytes = 0;
    std::chrono::steady_clock::time_point m_headDeadline;
};

} // namespace Engine
