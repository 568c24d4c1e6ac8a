// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/postgres/postgrestunnel.h"

#include "sandbox/postgres/tlsstream.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Sandbox {

namespace {

constexpr std::size_t bufferSize = 16384; // a TLS record
constexpr std::uint32_t sslRequest = 80877103;
constexpr std::uint32_t gssRequest = 80877104;

bool sendAll(int socket, const char *data, std::size_t size)
{
    while (size > 0) {
        const ssize_t count = ::send(socket, data, size, MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        data += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

/// A client begins by asking for encryption, which the loopback does not need; "N" sends it on in plain text.
bool declineEncryption(int client)
{
    for (;;) {
        std::array<std::uint32_t, 2> head{};
        const ssize_t count = ::recv(client, head.data(), sizeof head, MSG_PEEK | MSG_WAITALL);
        if (count != sizeof head)
            return false;
        const std::uint32_t code = ntohl(head[1]);
        if (code != sslRequest && code != gssRequest)
            return true;
        if (::recv(client, head.data(), sizeof head, MSG_WAITALL) != sizeof head || !sendAll(client, "N", 1))
            return false;
    }
}

std::string bigEndian(std::size_t number)
{
    const std::uint32_t value = htonl(static_cast<std::uint32_t>(number));
    return {reinterpret_cast<const char *>(&value), sizeof value};
}

/// PostgreSQL's ErrorResponse, of severity FATAL and with the code for a connection that cannot be made.
void refuse(int client, const std::string &reason)
{
    std::string fields("SFATAL\0C08001\0M", 15);
    fields += reason;
    fields.append(2, '\0');
    const std::string message = "E" + bigEndian(fields.size() + 4) + fields;
    (void)sendAll(client, message.data(), message.size());
}

bool passDown(TlsStream &server, int client)
{
    std::array<char, bufferSize> buffer{};
    do {
        const long count = server.read(buffer.data(), buffer.size());
        if (count <= 0 || !sendAll(client, buffer.data(), static_cast<std::size_t>(count)))
            return false;
    } while (server.hasPending());
    return true;
}

bool passUp(int client, TlsStream &server)
{
    std::array<char, bufferSize> buffer{};
    const ssize_t count = ::recv(client, buffer.data(), buffer.size(), 0);
    return count > 0 && server.write(buffer.data(), static_cast<std::size_t>(count));
}

bool readExactly(TlsStream &server, std::string &text)
{
    for (std::size_t at = 0; at < text.size();) {
        const long count = server.read(text.data() + at, text.size() - at);
        if (count <= 0)
            return false;
        at += static_cast<std::size_t>(count);
    }
    return true;
}

std::uint32_t numberAt(const std::string &text, std::size_t offset)
{
    std::uint32_t value = 0;
    std::memcpy(&value, text.data() + offset, sizeof value);
    return ntohl(value);
}

/// The server's first message. When it offers to bind the login to the TLS session, of which the client knows nothing,
/// that offer is left out; the plain one always stands beside it.
bool passOffer(TlsStream &server, int client)
{
    constexpr std::size_t longest = 65536;
    constexpr std::uint32_t saslOffer = 10;
    const std::string binding("SCRAM-SHA-256-PLUS", 19); // with its NUL
    std::string head(5, '\0');
    if (!readExactly(server, head))
        return false;
    const std::size_t length = numberAt(head, 1);
    if (length < 4 || length > longest)
        return false;
    std::string body(length - 4, '\0');
    if (!readExactly(server, body))
        return false;
    if (head[0] == 'R' && body.size() > 4 && numberAt(body, 0) == saslOffer) {
        if (const std::size_t at = body.find(binding); at != std::string::npos)
            body.erase(at, binding.size());
    }
    const std::string message = head.substr(0, 1) + bigEndian(body.size() + 4) + body;
    return sendAll(client, message.data(), message.size());
}

/// Until one of the sides, or the tunnel, ends.
void relay(int client, TlsStream &server, int end)
{
    if (!passUp(client, server) || !passOffer(server, client))
        return;
    std::array<pollfd, 3> watched{pollfd{client, POLLIN, 0}, pollfd{server.socket(), POLLIN, 0},
                                  pollfd{end, POLLIN, 0}};
    for (;;) {
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR)
            return;
        if (watched[2].revents != 0)
            return;
        if (watched[0].revents != 0 && !passUp(client, server))
            return;
        if (watched[1].revents != 0 && !passDown(server, client))
            return;
    }
}

} // namespace

PostgresTunnel::PostgresTunnel(PostgresAddress server)
    : m_server(std::move(server))
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    , m_end(::eventfd(0, EFD_CLOEXEC))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, generic, length) != 0 || ::listen(m_listener, 64) != 0 ||
        ::getsockname(m_listener, generic, &length) != 0) {
        const std::string reason = std::strerror(errno);
        ::close(m_listener);
        ::close(m_end);
        throw std::runtime_error("There is no free port on 127.0.0.1: " + reason);
    }
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { accept(); });
}

PostgresTunnel::~PostgresTunnel()
{
    const std::uint64_t one = 1;
    (void)!::write(m_end, &one, sizeof one);
    m_thread.join();
    for (Passage &passage : m_passages)
        passage.thread.join();
    ::close(m_listener);
    ::close(m_end);
}

void PostgresTunnel::accept()
{
    std::array<pollfd, 2> watched{pollfd{m_listener, POLLIN, 0}, pollfd{m_end, POLLIN, 0}};
    for (;;) {
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR)
            return;
        if (watched[1].revents != 0)
            return;
        m_passages.remove_if([](Passage &passage) {
            if (passage.hasEnded)
                passage.thread.join();
            return passage.hasEnded.load();
        });
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        Passage &passage = m_passages.emplace_back();
        passage.thread = std::thread([this, client, &passage] {
            pass(client);
            ::close(client);
            passage.hasEnded = true;
        });
    }
}

void PostgresTunnel::pass(int client) const
{
    constexpr timeval longestSilence{10, 0}; // so that a client who never speaks does not hold the tunnel's end
    ::setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &longestSilence, sizeof longestSilence);
    if (!declineEncryption(client))
        return;
    auto server = TlsStream::open(m_server);
    if (server)
        relay(client, *server, m_end);
    else
        refuse(client, server.error());
}

} // namespace Sandbox
