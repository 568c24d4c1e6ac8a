// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/registry/registryserver.h"

#include "sandbox/registry/schemaversions.h"
#include "sandbox/state/store.h"

#include <httplib.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace Sandbox {

namespace {

using Core::Json;

constexpr std::size_t longestBody = 2 * 1024 * 1024;
constexpr auto mediaType = "application/vnd.schemaregistry.v1+json";
constexpr auto localHost = "127.0.0.1";

void answer(httplib::Response &response, const Core::Expected<Json, ApiError> &result)
{
    response.status = result ? 200 : result.error().status;
    const Json body =
        result ? *result : Json{{"error_code", result.error().status}, {"message", result.error().message}};
    response.set_content(Core::toText(body).toStdString(), mediaType);
}

Json schemaJson(const SchemaVersion &version)
{
    Json json{{"schema", version.schema}};
    if (version.type != "AVRO")
        json["schemaType"] = version.type;
    return json;
}

Json versionJson(const std::string &subject, const SchemaVersion &version)
{
    Json json = schemaJson(version);
    json["id"] = version.id;
    json["version"] = version.version;
    json["subject"] = subject;
    return json;
}

Core::Expected<NewSchema, ApiError> newSchema(const std::string &body)
{
    const auto json = Core::parseJson(QByteArray::fromStdString(body));
    if (!json || !Core::memberAt(*json, "schema").is_string())
        return refuse(422, "The body is no JSON object with a schema", "bad_request");
    const QString type = Core::textAt(*json, "schemaType", QStringLiteral("AVRO"));
    return NewSchema{Core::toStdString(type), json->at("schema"), json->value("references", Json::array())};
}

} // namespace

class RegistryServer::Private
{
public:
    Private(Store &theStore, std::string theService, const std::string &folder);
    ~Private();

    void listen(const std::string &folder);
    void addRoutes();
    [[nodiscard]] bool mayEnter(const httplib::Request &request) const;
    [[nodiscard]] Core::Expected<Json, ApiError> schemaOf(const std::string &id) const;
    [[nodiscard]] Core::Expected<Json, ApiError> versionOf(const std::string &subject,
                                                           const std::string &version) const;
    [[nodiscard]] Core::Expected<Json, ApiError> add(const std::string &subject, const std::string &body);
    /// Empty when the service is gone or its registry is switched off.
    [[nodiscard]] SchemaRegistry registry() const;

    Store &store;
    const std::string service;
    httplib::Server server;
    int port = 0;
    std::thread thread;
};

RegistryServer::Private::Private(Store &theStore, std::string theService, const std::string &folder)
    : store(theStore)
    , service(std::move(theService))
{
    constexpr std::size_t threads = 4;
    server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    server.set_payload_max_length(longestBody);
    server.set_keep_alive_timeout(2);
    server.set_pre_routing_handler([this](const httplib::Request &request, httplib::Response &response) {
        if (mayEnter(request))
            return httplib::Server::HandlerResponse::Unhandled;
        answer(response, refuse(401, "Unauthorized", "unauthorized"));
        return httplib::Server::HandlerResponse::Handled;
    });
    addRoutes();
    listen(folder);
    thread = std::thread([this] { server.listen_after_bind(); });
}

RegistryServer::Private::~Private()
{
    // A stop before the thread listens would be forgotten.
    while (!server.is_running())
        std::this_thread::yield();
    server.stop();
    thread.join();
}

void RegistryServer::Private::listen(const std::string &folder)
{
    const std::string path = folder + "/registry-port";
    std::ifstream(path) >> port;
    if (port <= 0 || !server.bind_to_port(localHost, port))
        port = server.bind_to_any_port(localHost);
    if (port <= 0)
        throw std::runtime_error("The schema registry could not be started: there is no free port");
    std::ofstream(path) << port << '\n';
}

void RegistryServer::Private::addRoutes()
{
    using httplib::Request;
    using httplib::Response;
    server.Get(R"(/schemas/ids/(\d{1,9}))",
               [this](const Request &request, Response &response) { answer(response, schemaOf(request.matches[1])); });
    server.Get("/subjects", [this](const Request &, Response &response) {
        Json names = Json::array();
        for (const SchemaSubject &subject : registry().subjects)
            names.push_back(subject.name);
        answer(response, names);
    });
    server.Get(R"(/subjects/([^/]{1,255})/versions/(latest|\d{1,9}))",
               [this](const Request &request, Response &response) {
                   answer(response, versionOf(request.matches[1], request.matches[2]));
               });
    server.Post(R"(/subjects/([^/]{1,255})/versions)", [this](const Request &request, Response &response) {
        answer(response, add(request.matches[1], request.body));
    });
}

/// Not for a web page, not under a foreign name, not without the password.
bool RegistryServer::Private::mayEnter(const httplib::Request &request) const
{
    const std::string host = request.get_header_value("Host");
    const std::string place = ':' + std::to_string(port);
    if (request.has_header("Origin") || (host != localHost + place && host != "localhost" + place))
        return false;
    const auto state = store.state();
    const Service *owner = state->service(service);
    const std::string given = request.get_header_value("Authorization");
    return owner && std::any_of(owner->users.begin(), owner->users.end(), [&given](const ServiceUser &user) {
               return given == httplib::make_basic_authentication_header(user.name, user.password).second;
           });
}

SchemaRegistry RegistryServer::Private::registry() const
{
    const auto state = store.state();
    const Service *owner = state->service(service);
    return owner && Core::boolAt(owner->userConfig, "schema_registry") ? owner->schemas : SchemaRegistry();
}

Core::Expected<Json, ApiError> RegistryServer::Private::schemaOf(const std::string &id) const
{
    const SchemaRegistry schemas = registry();
    if (const SchemaVersion *version = schemaWithId(schemas, std::stoi(id)))
        return schemaJson(*version);
    return refuse(404, "Schema " + id + " not found", "schema_not_found");
}

Core::Expected<Json, ApiError> RegistryServer::Private::versionOf(const std::string &subject,
                                                                  const std::string &version) const
{
    const SchemaRegistry schemas = registry();
    const auto found = findVersion(schemas, subject, version);
    if (!found)
        return Core::Unexpected{found.error()};
    return versionJson(subject, **found);
}

Core::Expected<Json, ApiError> RegistryServer::Private::add(const std::string &subject, const std::string &body)
{
    const auto wanted = newSchema(body);
    if (!wanted)
        return Core::Unexpected{wanted.error()};
    int id = 0;
    const auto saved = store.change([&](State &state) -> Core::Outcome<ApiError> {
        Service *owner = state.service(service);
        if (!owner || !Core::boolAt(owner->userConfig, "schema_registry"))
            return refuse(403, "The schema registry is not enabled on this service", "feature_not_enabled");
        const auto given = registerSchema(owner->schemas, subject, *wanted);
        if (!given)
            return Core::Unexpected{given.error()};
        id = *given;
        return std::monostate{};
    });
    if (!saved)
        return Core::Unexpected{saved.error()};
    return Json{{"id", id}};
}

RegistryServer::RegistryServer(Store &store, std::string service, const std::string &folder)
    : d(std::make_unique<Private>(store, std::move(service), folder))
{}

RegistryServer::~RegistryServer() = default;

int RegistryServer::port() const
{
    return d->port;
}

} // namespace Sandbox
