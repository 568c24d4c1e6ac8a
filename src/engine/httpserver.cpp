// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpserver.h"
#include "engine/compression/compressedstream.h"
#include "engine/compression/negotiation.h"
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

/// Hands the body of a request over as it was before its client compressed it.
QueryRequest::BodyEnd readBody(const httplib::ContentReader &reader, Method method,
                               const QueryRequest::Receiver &receiver)
{
    const auto decompressor = makeDecompressor(method);
    bool broken = false;
    // What follows a broken piece is read and dropped, so that the connection stays in step.
    const bool arrived = reader([&](const char *bytes, size_t size) {
        if (!decompressor)
            return receiver({bytes, size});
        broken = broken || !decompressor->take({bytes, size}, receiver);
        return true;
    });
    if (!arrived)
        return QueryRequest::BodyEnd::Cut;
    broken = broken || (decompressor && !decompressor->isComplete());
    return broken ? QueryRequest::BodyEnd::NotUnpacked : QueryRequest::BodyEnd::Complete;
}

void compress(Answer &answer, Method method)
{
    auto compressor = makeCompressor(method);
    if (!compressor || answer.status != 200 || (answer.body.empty() && !answer.stream))
        return;
    if (answer.stream) {
        answer.stream = std::make_unique<CompressedStream>(std::move(answer.stream), std::move(compressor));
    } else {
        answer.body = compressor->pack(answer.body);
        answer.body += compressor->finish();
    }
    answer.headers.emplace_back("Content-Encoding", nameOf(method));
}

bool isWanted(const std::multimap<std::string, std::string> &url, const char *name)
{
    const auto found = url.find(name);
    return found != url.end() && (found->second == "1" || found->second == "true");
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
        const std::string &target = ConnectionServer::currentStream().target();
        const std::string path = target.substr(0, target.find('?'));
        auto url = readUrlQuery(target);
        const bool root = path == "/";
        if (path == "/ping" || path == "/replicas_status" || (root && !reader && !url.count("query")))
            return response.set_content("Ok.\n", "text/plain; charset=UTF-8");
        if (!root)
            return reject(response, {404, "There is no handle " + path +
                                              "\n\nUse / or /ping for health checks.\n"
                                              "Send queries from your program with POST method or GET /?query=..."});
        Login login;
        if (const auto rejection = logIn(fieldsOf(request), url, users, login))
            return reject(response, *rejection);
        const std::string encoding = request.get_header_value(ContentEncoding);
        const auto method = methodOf(encoding);
        if (!method || (*method != Method::None && request.is_multipart_form_data()))
            return reject(response, {501,
                                     "Content-Encoding " + encoding +
                                         " is not supported here: send gzip, deflate, br, lz4, zstd or no compression, "
                                         "and forms without",
                                     Code::NotImplemented});
        QueryRequest query;
        query.user = login.user;
        query.internal = login.rank == Users::Rank::Internal;
        query.url = std::move(url);
        fill(query, request, reader, *method);
        const bool compressed = isWanted(query.url, "enable_http_compression");
        Answer answer = service.run(std::move(query));
        if (compressed)
            compress(answer, chooseMethod(request.get_header_value(AcceptEncoding)));
        send(std::move(answer), response);
    }

    static void fill(QueryRequest &query, const httplib::Request &request, const httplib::ContentReader *reader,
                     Method method)
    {
        SocketStream *connection = &ConnectionServer::currentStream();
        query.readOnly = !reader;
        query.databaseHeader = request.get_header_value("X-ClickHouse-Database");
        query.formatHeader = request.get_header_value("X-ClickHouse-Format");
        query.clientIsGone = [connection] { return connection->peerIsGone(); };
        query.whileWaiting = [connection](std::function<void()> function) {
            connection->setWhileBlocked(std::move(function));
        };
        query.sendHeaderNow = [connection](const std::string &name, const std::string &value) {
            connection->sendHeaderNow(name, value);
        };
        if (reader && request.is_multipart_form_data())
            readForm(*reader, query.url);
        else if (reader)
            query.readBody = [reader, method](const QueryRequest::Receiver &receiver) {
                return Engine::readBody(*reader, method, receiver);
            };
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
        const std::shared_ptr<BodyStream> stream(std::move(answer.stream));
        ConnectionServer::currentStream().setWhileBlocked([watched = std::weak_ptr(stream)] {
            if (const auto body = watched.lock())
                body->whileBlocked();
        });
        response.set_chunked_content_provider(
            answer.contentType, [stream](size_t, httplib::DataSink &sink) { return sendPiece(*stream, sink); });
    }

    static bool sendPiece(BodyStream &body, httplib::DataSink &sink)
    {
        // Rows that lie in the pipe go to the socket without passing through this process's memory.
        if (const size_t ready = body.waitForPipe())
            return sendFromPipe(body, ready);
        const std::string_view piece = body.next();
        if (!piece.empty())
            return sink.write(piece.data(), piece.size());
        sink.done();
        return true;
    }

    static bool sendFromPipe(BodyStream &body, size_t size)
    {
        SocketStream &connection = ConnectionServer::currentStream();
        if (!connection.beginChunk(size))
            return false;
        while (size > 0) {
            const ssize_t moved = connection.moveFrom(body.pipe(), size);
            if (moved < 0)
                return false;
            if (moved == 0)
                break;
            size -= static_cast<size_t>(moved);
        }
        const std::string rest = body.takeFromPipe(size);
        return connection.write(rest.data(), rest.size()) >= 0 && connection.endChunk();
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
    port = server.open(port);
    if (port == 0)
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
