// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/kafka/server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <fstream>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Sandbox::Kafka {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t mostConnections = 4000;
/// How often groups are looked after that have members: for silent ones, and for the end of a rebalance.
constexpr auto groupInterval = 50ms;

bool bindTo(int socket, int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

int portOf(int socket)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.sin_port);
}

int readPort(const std::string &path)
{
    int port = 0;
    std::ifstream(path) >> port;
    return port;
}

} // namespace

Server::Server(const std::string &folder) : m_broker(folder)
{
    listen(folder);
    m_wakeFd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    m_thread = std::thread([this] { run(); });
}

Server::~Server()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ends = true;
    }
    wakeUp();
    m_thread.join();
    ::close(m_listener);
    ::close(m_wakeFd);
}

void Server::listen(const std::string &folder)
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int yes = 1;
    ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const std::string portFile = folder + "/port";
    if ((!bindTo(m_listener, readPort(portFile)) && !bindTo(m_listener, 0)) || ::listen(m_listener, SOMAXCONN) != 0) {
        const std::string reason = std::strerror(errno);
        ::close(m_listener);
        throw std::runtime_error("The Kafka broker could not be started: " + reason);
    }
    m_broker.port = portOf(m_listener);
    std::ofstream(portFile) << m_broker.port << '\n';
}

void Server::run()
{
    std::vector<pollfd> places;
    std::unique_lock lock(m_mutex);
    while (!m_ends) {
        places.assign({{m_wakeFd, POLLIN, 0}, {m_listener, POLLIN, 0}});
        for (const Connection &connection : m_connections)
            places.push_back({connection.socket(), connection.events(), 0});
        const int patience = patienceMs();
        lock.unlock();
        ::poll(places.data(), places.size(), patience);
        lock.lock();
        if (places[0].revents != 0) {
            eventfd_t ignored = 0;
            ::eventfd_read(m_wakeFd, &ignored);
        }
        std::vector<bool> readable;
        for (std::size_t i = 2; i < places.size(); ++i)
            readable.push_back((places[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0);
        serve(readable);
        if (places[1].revents != 0)
            accept();
    }
}

int Server::patienceMs() const
{
    const auto now = Clock::now();
    auto patience = std::chrono::milliseconds(1h);
    for (const Connection &connection : m_connections) {
        if (const auto deadline = connection.deadline())
            patience = std::min(patience, std::chrono::ceil<std::chrono::milliseconds>(*deadline - now));
    }
    const bool hasMembers = std::any_of(m_broker.groups.begin(), m_broker.groups.end(),
                                        [](const auto &entry) { return !entry.second.members().empty(); });
    if (hasMembers)
        patience = std::min<std::chrono::milliseconds>(patience, groupInterval);
    return std::max(0, static_cast<int>(patience.count()));
}

void Server::accept()
{
    const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (socket < 0)
        return;
    if (m_connections.size() >= mostConnections) {
        ::close(socket);
        return;
    }
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    m_connections.emplace_back(socket);
}

void Server::serve(const std::vector<bool> &readable)
{
    std::size_t place = 0;
    for (Connection &connection : m_connections) {
        if (readable[place++])
            connection.receive();
    }
    const auto now = Clock::now();
    for (auto &[name, group] : m_broker.groups)
        group.tick(now);
    // Twice, because the requests of one client may be what another one waits for.
    for (int round = 0; round < 2; ++round) {
        for (Connection &connection : m_connections)
            connection.serve(m_broker, now);
    }
    m_connections.remove_if([](const Connection &connection) { return connection.isFinished(); });
}

void Server::wakeUp()
{
    ::eventfd_write(m_wakeFd, 1);
}

} // namespace Sandbox::Kafka
