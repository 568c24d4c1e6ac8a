// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/kafka/connection.h"

#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace Sandbox::Kafka {

/// A Kafka broker on 127.0.0.1: a thread that serves every connection by poll(). Plain text, one node, no transactions.
/// Written for the sandbox because librdkafka's mock cluster can neither delete, enlarge nor measure a topic, forgets
/// everything when it ends, keeps five megabytes of a partition, and makes every group wait three seconds.
class Server
{
public:
    /// Takes the port of the former run again when it is free. Throws std::runtime_error when there is none or the
    /// folder cannot be used.
    explicit Server(const std::string &folder);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    [[nodiscard]] int port() const { return m_broker.port; }

    /// Looks at or changes what the broker holds; clients that wait are answered afterwards when they can be.
    template <typename Work>
    auto use(Work work)
    {
        const std::scoped_lock lock(m_mutex);
        wakeUp();
        return work(m_broker);
    }

private:
    void listen(const std::string &folder);
    void run();
    /// How long poll() may wait.
    [[nodiscard]] int patienceMs() const;
    void accept();
    void serve(const std::vector<bool> &readable);
    void wakeUp();

    Broker m_broker;
    int m_listener = -1;
    int m_wakeFd = -1;
    std::mutex m_mutex; ///< for the broker, also while the thread handles requests
    std::list<Connection> m_connections;
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace Sandbox::Kafka
