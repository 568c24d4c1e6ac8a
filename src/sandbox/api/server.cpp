// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/server.h"

#include "sandbox/api/connection.h"
#include "sandbox/api/gate.h"
#include "sandbox/api/router.h"
#include "sandbox/api/tokens.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <thread>

namespace Sandbox {

namespace {

constexpr std::size_t longestBody = 8 * 1024 * 1024;
// Slow clients hold a thread each for seconds; honest ones have to find a free one.
constexpr std::size_t threads = 64;
constexpr auto jsonType = "application/json";
// What the library gets to see of every path: it matches with std::regex, whose stack grows with the text.
constexpr auto onePath = "/";

void setError(httplib::Response &response, const ApiError &error)
{
    response.status = error.status;
    response.set_content(Core::toText(toJson(error)).toStdString(), jsonType);
}

/// What the library answers by itself, before a route is asked.
ApiError libraryError(int status)
{
    switch (status) {
    case 413:
        return {413, "The body is longer than " + std::to_string(longestBody) + " bytes", "request_entity_too_large"};
    case 414: return {414, "The path is too long", "request_uri_too_long"};
    case 416: return {416, "The Range header cannot be met", "range_not_satisfiable"};
    case 500: return {500, "The sandbox met an error of its own", "internal_server_error"};
    default: return {status, "The request is not HTTP as it should be", "bad_request"};
    }
}

std::string headTooLong()
{
    const ApiError error{431, "The headers are too long", "request_header_fields_too_large"};
    const std::string body = Core::toText(toJson(error)).toStdString();
    return "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Type: " +
           std::string(jsonType) + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

RequestHead headOf(const httplib::Request &request)
{
    return {request.method, request.target, [&request](const char *name) {
                std::vector<std::string> values;
                const auto [first, last] = request.headers.equal_range(name);
                for (auto header = first; header != last; ++header)
                    values.push_back(header->second);
                return values;
            }};
}

bool takesBody(const std::string &method)
{
    return method == "POST" || method == "PUT" || method == "PATCH" || method == "DELETE";
}

} // namespace

class Server::Private final : public httplib::Server
{
public:
    Private(const Router &routes, Tokens &known) : router(routes), tokens(known) {}

    void setUp();
    void answer(const httplib::Request &request, httplib::Response &response) const;
    /// The library lets five connections wait: of those that come at once, the sixth would try again a second later.
    void letManyWait() { ::listen(svr_sock_, SOMAXCONN); }

    const Router &router;
    Tokens &tokens;
    std::unique_ptr<Gate> gate;
    std::thread listener;

private:
    bool process_and_close_socket(socket_t socket) override;
};

void Server::Private::setUp()
{
    new_task_queue = [] { return new httplib::ThreadPool(threads); };
    set_payload_max_length(longestBody);
    set_pre_routing_handler([this](const httplib::Request &request, httplib::Response &response) {
        const auto error = gate->refusal(headOf(request));
        if (!error)
            return HandlerResponse::Unhandled;
        setError(response, *error);
        return HandlerResponse::Handled;
    });
    set_error_handler([](const httplib::Request &, httplib::Response &response) {
        if (response.body.empty())
            setError(response, libraryError(response.status));
    });
    set_exception_handler([](const httplib::Request &, httplib::Response &response, std::exception_ptr failure) {
        try {
            std::rethrow_exception(failure);
        } catch (const std::exception &error) {
            std::fprintf(stderr, "headgate-sandbox: %s\n", error.what());
        } catch (...) {
            std::fputs("headgate-sandbox: an unknown exception\n", stderr);
        }
        setError(response, libraryError(500));
    });
    // Routing is ours: the library would decode "%2F" before it splits the path.
    const auto handler = [this](const httplib::Request &request, httplib::Response &response) {
        answer(request, response);
    };
    Get(onePath, handler).Post(onePath, handler).Put(onePath, handler).Patch(onePath, handler).Delete(onePath, handler);
}

void Server::Private::answer(const httplib::Request &request, httplib::Response &response) const
{
    const Reply reply = router.answer(request.method, request.target, request.body, tokenOf(headOf(request)));
    if (!reply) {
        setError(response, reply.error());
        return;
    }
    response.status = 200;
    response.set_content(Core::toText(*reply).toStdString(), jsonType);
}

/// The library's loop over the requests of a connection, with our own bounds.
bool Server::Private::process_and_close_socket(socket_t socket)
{
    Connection connection(socket);
    bool goesOn = true;
    while (goesOn && svr_sock_ != INVALID_SOCKET && connection.waitForRequest()) {
        bool isRefused = false;
        bool isClosed = false;
        const bool isAnswered = process_request(connection, false, isClosed, [&](httplib::Request &request) {
            connection.endHead();
            request.path = onePath;
            isRefused = gate->refusal(headOf(request)).has_value();
            // Without a length the library would read until the connection ends.
            if (takesBody(request.method) && !request.has_header("Content-Length"))
                request.set_header("Content-Length", "0");
        });
        // After a refusal the body is still unread, and would be taken for the next request.
        goesOn = isAnswered && !isClosed && !isRefused;
    }
    if (connection.isHeadTooLong())
        connection.refuse(headTooLong());
    return true;
}

Server::Server(const Router &router, Tokens &tokens) : d(std::make_unique<Private>(router, tokens))
{
    d->setUp();
}

Server::~Server()
{
    stop();
}

Core::Expected<int, std::string> Server::bind(int port)
{
    constexpr auto address = "127.0.0.1";
    // The library's default lets a second process share the port.
    d->set_socket_options([](socket_t socket) {
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    d->set_tcp_nodelay(true);
    const int taken = port == 0 ? d->bind_to_any_port(address) : d->bind_to_port(address, port) ? port : -1;
    if (taken <= 0)
        return Core::Unexpected{"Port " + std::to_string(port) + " cannot be opened: " + std::strerror(errno)};
    d->letManyWait();
    Private &server = *d;
    d->gate = std::make_unique<Gate>(Gate::Rules{
        taken, [&server](const std::string &token) { return server.tokens.isKnown(token); }, longestBody,
        [&server](const RequestHead &head) { return server.router.isForEverybody(head.method, head.target); }});
    return taken;
}

void Server::start()
{
    d->listener = std::thread([this] { d->listen_after_bind(); });
}

void Server::stop()
{
    d->stop();
    if (d->listener.joinable())
        d->listener.join();
}

} // namespace Sandbox
