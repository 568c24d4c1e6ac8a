// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/kafka/requests.h"

namespace Sandbox::Kafka {

/// One client of the broker. Its requests are answered in their order, one at a time.
class Connection
{
public:
    /// Takes the socket over.
    explicit Connection(int socket) : m_socket(socket) {}
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] int socket() const { return m_socket; }
    /// What poll() shall look out for.
    [[nodiscard]] short events() const;
    /// When the answer that waits must be given at the latest.
    [[nodiscard]] std::optional<Clock::time_point> deadline() const;
    /// The client is gone, or sent what is no request.
    [[nodiscard]] bool isFinished() const { return m_isFinished; }

    void receive();
    /// Answers what has arrived and what waited, as far as that is possible now, and sends it as far as the client takes
    /// it.
    void serve(Broker &broker, Clock::time_point now);

private:
    struct Waiting
    {
        std::int32_t correlationId = 0;
        Deferred deferred;
    };

    /// False when no whole request has arrived, or the client does not take its answers.
    [[nodiscard]] bool handleNext(Broker &broker);
    void handle(Broker &broker, std::string_view frame);
    void answer(std::int32_t correlationId, const std::string &body);
    void send();

    const int m_socket;
    std::string m_input;
    std::string m_output;
    std::optional<Waiting> m_waiting;
    bool m_isFinished = false;
};

} // namespace Sandbox::Kafka
