// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <httplib.h>

#include <array>
#include <chrono>

namespace Sandbox {

/// One client's socket. Unlike the library's own stream it bounds the head of a request (the library reads any number
/// of headers) and the time a request may take, so that a slow or endless client costs one thread for seconds only.
class Connection final : public httplib::Stream
{
public:
    explicit Connection(int socket) : m_socket(socket) {}
    ~Connection() override;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Waits for the first byte of the next request; false when the client is gone or says nothing.
    [[nodiscard]] bool waitForRequest();
    /// The head is read: from here on the body's own limit holds.
    void endHead() { m_isInHead = false; }
    /// Whether reading stopped because the head is too long. The library, which cannot know why, answers that the request
    /// is cut; that answer is dropped, for refuse() to say the truth.
    [[nodiscard]] bool isHeadTooLong() const { return m_headBytes > longestHead; }
    void refuse(const std::string &answer) { sendAll(answer.data(), answer.size()); }

    [[nodiscard]] bool is_readable() const override;
    [[nodiscard]] bool is_writable() const override;
    [[nodiscard]] ssize_t read(char *buffer, size_t size) override;
    [[nodiscard]] ssize_t write(const char *data, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    [[nodiscard]] socket_t socket() const override { return m_socket; }

private:
    static constexpr std::size_t longestHead = 64 * 1024;

    [[nodiscard]] bool wait(short events, std::chrono::milliseconds longest) const;
    [[nodiscard]] ssize_t fill();
    ssize_t sendAll(const char *data, size_t size);
    /// Lets the client read the last answer: closing with unread bytes would make the system drop it.
    void linger();

    const int m_socket;
    std::array<char, 16 * 1024> m_buffer{};
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_headBytes = 0;
    bool m_isInHead = true;
    std::chrono::steady_clock::time_point m_deadline;
};

} // namespace Sandbox
