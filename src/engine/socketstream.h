// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <httplib.h>
#include <string>
#include <string_view>

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
    /// What the request line asks for. The library, whose limit is 8 KiB, sees no more than the path of a long one.
    [[nodiscard]] const std::string &target() const { return m_target; }

    [[nodiscard]] bool peerIsGone() const;
    /// Called now and then while the client neither reads nor sends what it should. Forgotten with the request.
    void setWhileBlocked(std::function<void()> function) { m_whileBlocked = std::move(function); }

    /// Sends a header at once, after a status line that says 200; the status line of the answer proper is left out then.
    bool sendHeaderNow(const std::string &name, const std::string &value);
    bool beginChunk(size_t size);
    bool endChunk() { return send("\r\n"); }
    /// Sends up to `size` bytes that a pipe holds, without a copy in this process; 0 when nobody writes to it any more
    /// and it is empty, negative when the client is gone.
    ssize_t moveFrom(int pipe, size_t size);

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
    void waitWritable() const;
    bool waitForBody();
    bool fill();
    bool takeRequestLine();
    void shortenTarget();
    bool send(std::string_view bytes, int flags = 0);

    socket_t m_socket;
    std::string m_buffer;
    size_t m_position = 0;
    std::string m_line; ///< the request line as the library shall see it
    size_t m_lineAt = 0;
    bool m_lineTaken = false;
    std::string m_target;
    std::function<void()> m_whileBlocked;
    bool m_answerBegun = false;
    bool m_closing = false;
    bool m_inHead = true;
    size_t m_headBytes = 0;
    std::chrono::steady_clock::time_point m_headDeadline;
};

} // namespace Engine
