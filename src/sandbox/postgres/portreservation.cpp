// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/postgres/portreservation.h"

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Sandbox {

PortReservation::PortReservation() : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const int yes = 1;
    if (m_socket < 0 || ::setsockopt(m_socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
        ::bind(m_socket, generic, length) != 0 || ::getsockname(m_socket, generic, &length) != 0) {
        const std::string reason = std::strerror(errno);
        if (m_socket >= 0)
            ::close(m_socket);
        throw std::runtime_error("There is no free port on 127.0.0.1: " + reason);
    }
    m_port = ntohs(address.sin_port);
}

PortReservation::~PortReservation()
{
    ::close(m_socket);
}

} // namespace Sandbox
