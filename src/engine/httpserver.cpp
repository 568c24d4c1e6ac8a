// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpserver.h"
#include "engine/connectionserver.h"
#include "engine/gate.h"
#include "engine/queryservice.h"
#include "engine/urlquery.h"

#include <thread>

namespace Engine {
namespace {

Fields fieldsOf(const httplib::Request &request)
{
    return {request.headers.begin(), request.headers.end()};
}

/// Clients send long parameters as the fields of a form.
void readForm(const httplib::ContentReader &reader, std::multimap<std::string, std::string> &parameters)
{
    constexpr size_t longestForm = 16 << 20;
    size_t size = 0;
    auto field = parameters.end();
    reader(
        [&](const httplib::MultipartFormData &part) {
            field = parameters.emplace(part.name, std::string());
            return true;
        },
        [&](const char *bytes, size_t count) {
            field->second.append(bytes, count);
            return (size += count) <= longestForm;
        });
}

std::string pathOf(const httplib::Request &request)
{
    return request.target.substr(0, request.target.find('?'));
}

} // namespace

class HttpServer::Implementation
{
public:
    Implementation(QueryService &queryService, const Users &userTable, std::string name)
        : service(queryService)
        , users(userTable)
        , displayName(std::move(name))
    {
        server.set_pre_routing_handler(
            [this](const httplib::Request &request, httplib::Response &response) { return admit(request, response); });
        server.Get(".*", [this](const httplib::Request &request, httplib::Response &response) {
            answer(request, response, nullptr);
        });
        server.Post(".*", [this](const httplib::Request &request, httplib::Response &response,
                                 const httplib::ContentReader &reader) { answer(request, response, &reader); });
    }

    httplib::Server::HandlerResponse admit(const httplib::Request &request, httplib::Response &response)
    {
        using Handled = httplib::Server::HandlerResponse;
        if (const auto rejection = checkHead(request.method, fieldsOf(request), port)) {
            reject(response, *rejection);
            return Handled::Handled;
        }
        return Handled::Unhandled;
    }

    void reject(httplib::Response &response, const Rejection &rejection)
    {
        response.status = rejection.status;
        // The body is not read, so what follows on this connection cannot be understood.
        response.set_header("Connection", "close");
        ConnectionServer::currentStream().closeAfterAnswer();
        if (rejection.status == 401)
            response.set_header("WWW-Authenticate", "Basic realm=\"ClickHouse server HTTP API\"");
        if (!rejection.code) {
            response.set_content(rejection.text + "\n", "text/plain; charset=UTF-8");
            return;
        }
        Answer answer = service.errorAnswer(makeError(rejection.code, rejection.text));
        answer.status = rejection.status;
        send(std::move(answer), response);
    }

    void answer(const httplib::Request &request, httplib::Response &response, const httplib::ContentReader *reader)
    {
        const std::string path = pathOf(request);
        const bool root = path == "/";
        if (path == "/ping" || path == "/replicas_status" || (root && !reader && !request.has_param("query")))
            return response.set_content("Ok.\n", "text/plain; charset=UTF-8");
        if (!root)
            return reject(response, {404, "There is no handle " + path +
                                              "\n\nUse / or /ping for health checks.\n"
                                              "Send queries from your program with POST method or GET /?query=..."});
        auto url = readUrlQuery(request.target);
        Login login;
        if (const auto rejection = logIn(fieldsOf(request), url, users, login))
            return reject(response, *rejection);
        QueryRequest query;
        query.user = login.user;
        query.internal = login.rank == Users::Rank::Internal;
        query.readOnly = !reader;
        query.url = std::move(url);
        query.databaseHeader = request.get_header_value("X-ClickHouse-Database");
        query.formatHeader = request.get_header_value("X-ClickHouse-Format");
        query.clientIsGone = [stream = &ConnectionServer::currentStream()] { return stream->peerIsGone(); };
        if (reader && request.is_multipart_form_data())
            readForm(*reader, query.url);
        else if (reader)
            query.readBody = [reader](const QueryRequest::Receiver &receiver) {
                return (*reader)([&receiver](const char *bytes, size_t size) { return receiver({bytes, size}); });
            };
        send(service.run(std::move(query)), response);
    }

    void send(Answer answer, httplib::Response &response) const
    {
        response.status = answer.status;
        response.set_header("X-ClickHouse-Server-Display-Name", displayName);
        for (const auto &[name, value] : answer.headers)
            response.set_header(name, value);
        if (!answer.stream) {
            response.body = std::move(answer.body);
            response.set_header("Content-Type", answer.contentType);
            return;
        }
        response.set_chunked_content_provider(
            answer.contentType, [stream = std::shared_ptr<BodyStream>(std::move(answer.stream))](
                                    size_t, httplib::DataSink &sink) { return sendPiece(*stream, sink); });
    }

    static bool sendPiece(BodyStream &body, httplib::DataSink &sink)
    {
        // Rows that lie in the pipe go to the socket without passing through this process's memory.
        SocketStream &connection = ConnectionServer::currentStream();
        if (!connection.isCompressed()) {
            if (const size_t ready = body.waitForPipe())
                return connection.sendChunk(body.pipe(), ready);
        }
        const std::string_view piece = body.next();
        if (!piece.empty())
            return sink.write(piece.data(), piece.size());
        sink.done();
        return true;
    }

    QueryService &service;
    const Users &users;
    const std::string displayName;
    int port = 0;
    ConnectionServer server;
    std::thread thread;
};

HttpServer::HttpServer(QueryService &service, const Users &users, std::string displayName)
    : m_implementation(std::make_unique<Implementation>(service, users, std::move(displayName)))
{}

HttpServer::~HttpServer() = default;

int HttpServer::listen(int port)
{
    auto &server = m_implementation->server;
    constexpr const char *loopback = "127.0.0.1";
    if (port == 0)
        port = server.bind_to_any_port(loopback);
    else if (!server.bind_to_port(loopback, port))
        port = 0;
    if (port <= 0)
        return 0;
    m_implementation->port = port;
    m_implementation->thread = std::thread([&server] { server.listen_after_bind(); });
    m_implementation->thread.detach();
    return port;
}

void HttpServer::stop()
{
    m_implementation->server.stop();
}

} // namespace Engine
