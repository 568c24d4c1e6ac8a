// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/socketstream.h"

#include <atomic>

namespace Engine {

/// Where a request's own headers of these names stand for our handlers: the library would act on the originals.
constexpr const char *AcceptEncoding = "X-Headgate-Accept-Encoding";
constexpr const char *ContentEncoding = "X-Headgate-Content-Encoding";

/// The HTTP library's server with connections of ours.
class ConnectionServer final : public httplib::Server
{
public:
    ConnectionServer();

    /// Opens a port of the loopback address, any free one for 0; tells which, or 0.
    int open(int port);

    /// The connection that the calling thread serves: the library does not hand it to its handlers.
    static SocketStream &currentStream();

private:
    bool process_and_close_socket(socket_t socket) override;
    bool serve(SocketStream &stream);
    /// Runs when the head of a request has been read. Compression is ours: the library leaves out methods and types.
    static void prepare(httplib::Request &request);

    std::atomic<int> m_connections = 0;
};

} // namespace Engine
