// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectionserver.h"

#include <sys/socket.h>
#include <unistd.h>

namespace Engine {
namespace {

// A stream that a client reads slowly holds its thread.
constexpr size_t Threads = 64;
constexpr size_t RequestsPerConnection = 100000;
constexpr int KeepAliveSeconds = 10;

thread_local SocketStream *streamOfThread = nullptr;

} // namespace

ConnectionServer::ConnectionServer()
{
    new_task_queue = [] { return new httplib::ThreadPool(Threads); };
    set_tcp_nodelay(true);
    set_keep_alive_max_count(RequestsPerConnection);
    set_keep_alive_timeout(KeepAliveSeconds);
}

SocketStream &ConnectionServer::currentStream()
{
    return *streamOfThread;
}

bool ConnectionServer::process_and_close_socket(socket_t socket)
{
    SocketStream stream(socket);
    streamOfThread = &stream;
    bool fine = true, closed = false;
    for (size_t left = RequestsPerConnection; left > 0; --left) {
        if (svr_sock_ == INVALID_SOCKET || !stream.waitForRequest(KeepAliveSeconds))
            break;
        fine = process_request(stream, left == 1, closed, prepare);
        if (!fine || closed || stream.closesAfterAnswer())
            break;
    }
    stream.finish();
    streamOfThread = nullptr;
    close(socket);
    return fine;
}

void ConnectionServer::prepare(httplib::Request &request)
{
    currentStream().endHead();
    request.ranges.clear();
    // The library would compress every text that the client accepts compressed; ClickHouse does it when asked to.
    const bool wanted = request.get_param_value("enable_http_compression") == "1" &&
                        request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
    currentStream().setCompressed(wanted);
    request.headers.erase("Accept-Encoding");
    if (wanted)
        request.headers.emplace("Accept-Encoding", "gzip");
}

} // namespace Engine
