// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <memory>
#include <string>

namespace Sandbox {

class Router;
class Tokens;

/// The HTTP server of the REST API, on the loopback address only.
class Server
{
public:
    Server(const Router &router, Tokens &tokens);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Takes the port (0: any free one) and gives the one taken. The error is a sentence.
    [[nodiscard]] Core::Expected<int, std::string> bind(int port);
    /// Answers requests from now on, in threads of its own.
    void start();
    /// Ends that; what is being answered is finished first.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Sandbox
