// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/socketstream.h"

namespace Engine {

/// The HTTP library's server with connections of ours.
class ConnectionServer final : public httplib::Server
{
public:
    ConnectionServer();

    /// The connection that the calling thread serves: the library does not hand it to its handlers.
    static SocketStream &currentStream();

private:
    bool process_and_close_socket(socket_t socket) override;
    /// Runs when the head of a request has been read.
    static void prepare(httplib::Request &request);
};

} // namespace Engine
