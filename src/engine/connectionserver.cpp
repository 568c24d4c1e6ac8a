// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectionserver.h"

#include <algorithm>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace Engine {
namespace {

// A stream that a client reads slowly holds its thread.
constexpr int MostConnections = 256;
constexpr size_t RequestsPerConnection = 100000;
constexpr int KeepAliveSeconds = 10;

thread_local SocketStream *streamOfThread = nullptr;

/// A thread for each connection, for as long as it lasts: most of the time there are few.
class ThreadPerConnection final : public httplib::TaskQueue
{
public:
    void enqueue(std::function<void()> connection) override { std::thread(std::move(connection)).detach(); }
    void shutdown() override {}
};

void moveHeader(httplib::Request &request, const char *name, const char *away)
{
    const std::string value = request.get_header_value(name);
    request.headers.erase(name);
    request.headers.erase(away);
    if (!value.empty())
        request.headers.emplace(away, value);
}

} // namespace

ConnectionServer::ConnectionServer()
{
    new_task_queue = [] { return new ThreadPerConnection; };
    set_tcp_nodelay(true);
    set_keep_alive_max_count(RequestsPerConnection);
    set_keep_alive_timeout(KeepAliveSeconds);
}

int ConnectionServer::open(int port)
{
    constexpr const char *loopback = "127.0.0.1";
    // The library's default lets a second process share the port.
    set_socket_options([](socket_t socket) {
        const int yes = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    if (port == 0)
        port = bind_to_any_port(loopback);
    else if (!bind_to_port(loopback, port))
        port = 0;
    // The library lets five connections wait: of those that come at once, the sixth would try again a second later.
    if (port > 0)
        ::listen(svr_sock_, SOMAXCONN);
    return std::max(port, 0);
}

SocketStream &ConnectionServer::currentStream()
{
    return *streamOfThread;
}

bool ConnectionServer::process_and_close_socket(socket_t socket)
{
    bool fine = false;
    {
        SocketStream stream(socket);
        streamOfThread = &stream;
        if (++m_connections <= MostConnections) {
            fine = serve(stream);
        } else {
            constexpr std::string_view refusal = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n"
                                                 "X-ClickHouse-Exception-Code: 202\r\nContent-Length: 34\r\n\r\n"
                                                 "Too many simultaneous connections\n";
            stream.write(refusal.data(), refusal.size());
            stream.closeAfterAnswer();
        }
        stream.finish();
        streamOfThread = nullptr;
    }
    close(socket);
    --m_connections;
    return fine;
}

bool ConnectionServer::serve(SocketStream &stream)
{
    bool fine = true, closed = false;
    for (size_t left = RequestsPerConnection; left > 0; --left) {
        if (svr_sock_ == INVALID_SOCKET || !stream.waitForRequest(KeepAliveSeconds))
            break;
        fine = process_request(stream, left == 1, closed, prepare);
        if (!fine || closed || stream.closesAfterAnswer())
            break;
    }
    return fine;
}

void ConnectionServer::prepare(httplib::Request &request)
{
    currentStream().endHead();
    request.ranges.clear();
    moveHeader(request, "Accept-Encoding", AcceptEncoding);
    moveHeader(request, "Content-Encoding", ContentEncoding);
}

} // namespace Engine
