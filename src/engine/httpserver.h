// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

namespace Engine {

class QueryService;
class Users;

/// ClickHouse's HTTP interface on the loopback address.
class HttpServer
{
public:
    HttpServer(QueryService &service, const Users &users, std::string displayName);
    ~HttpServer();

    /// The port it listens on, 0 when that is not possible. `port` 0 takes a free one.
    int listen(int port);
    /// Takes no more requests. Does not wait for those that run.
    void stop();

private:
    class Implementation;
    const std::unique_ptr<Implementation> m_implementation;
};

} // namespace Engine
