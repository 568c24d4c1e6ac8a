// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/postgres/tlsstream.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Sandbox {

namespace {

using Bio = std::unique_ptr<BIO, int (*)(BIO *)>;
using Certificate = std::unique_ptr<X509, void (*)(X509 *)>;

constexpr timeval longestSilence{10, 0}; ///< while connecting and shaking hands

std::string cryptoReason()
{
    const unsigned long code = ERR_get_error();
    const char *reason = code ? ERR_reason_error_string(code) : nullptr;
    return reason ? reason : "unknown reason";
}

Bio bioOf(const std::string &text)
{
    return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), BIO_free};
}

Core::Expected<int, std::string> connectTo(const PostgresAddress &server)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const int code = ::getaddrinfo(server.host.c_str(), std::to_string(server.port).c_str(), &hints, &found);
    if (code != 0)
        return Core::Unexpected{"The host " + server.host + " is not known: " + ::gai_strerror(code)};
    const std::unique_ptr<addrinfo, void (*)(addrinfo *)> list(found, ::freeaddrinfo);
    for (const addrinfo *at = found; at; at = at->ai_next) {
        const int socket = ::socket(at->ai_family, at->ai_socktype | SOCK_CLOEXEC, at->ai_protocol);
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &longestSilence, sizeof longestSilence);
        ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &longestSilence, sizeof longestSilence);
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        if (::connect(socket, at->ai_addr, at->ai_addrlen) == 0)
            return socket;
        ::close(socket);
    }
    return Core::Unexpected{server.host + ':' + std::to_string(server.port) + ": " + std::strerror(errno)};
}

/// PostgreSQL's request for TLS is answered by one letter.
bool offersTls(int socket)
{
    constexpr unsigned char request[]{0, 0, 0, 8, 4, 210, 22, 47};
    char answer = 0;
    return ::send(socket, request, sizeof request, MSG_NOSIGNAL) == sizeof request &&
           ::recv(socket, &answer, 1, 0) == 1 && answer == 'S';
}

bool trust(SSL_CTX *context, const std::string &certificates)
{
    if (certificates.empty())
        return SSL_CTX_set_default_verify_paths(context) == 1;
    const Bio bio = bioOf(certificates);
    int count = 0;
    for (;;) {
        const Certificate certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), X509_free);
        if (!certificate || X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate.get()) != 1)
            break;
        ++count;
    }
    ERR_clear_error(); // the end of the text is an error too
    return count > 0;
}

bool identify(SSL_CTX *context, const PostgresAddress &server)
{
    if (server.clientCertificate.empty())
        return true;
    const Bio certificateText = bioOf(server.clientCertificate);
    const Bio keyText = bioOf(server.clientKey);
    const Certificate certificate(PEM_read_bio_X509(certificateText.get(), nullptr, nullptr, nullptr), X509_free);
    const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY *)> key(
        PEM_read_bio_PrivateKey(keyText.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    return certificate && key && SSL_CTX_use_certificate(context, certificate.get()) == 1 &&
           SSL_CTX_use_PrivateKey(context, key.get()) == 1;
}

/// "" or what is wrong with the endpoint's certificates.
std::string prepare(SSL_CTX *context, const PostgresAddress &server)
{
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    if (server.sslMode.starts_with("verify")) {
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
        if (!trust(context, server.rootCertificate))
            return "The root certificate of the endpoint cannot be read";
    }
    return identify(context, server) ? std::string() : "The client certificate or key of the endpoint cannot be used";
}

void expectHost(SSL *session, const std::string &host)
{
    in6_addr address{};
    const bool isAddress =
        ::inet_pton(AF_INET, host.c_str(), &address) == 1 || ::inet_pton(AF_INET6, host.c_str(), &address) == 1;
    if (isAddress)
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), host.c_str());
    else
        SSL_set1_host(session, host.c_str());
}

std::string handshakeReason(SSL *session)
{
    const long verdict = SSL_get_verify_result(session);
    return verdict == X509_V_OK ? cryptoReason() : X509_verify_cert_error_string(verdict);
}

} // namespace

Core::Expected<TlsStream, std::string> TlsStream::open(const PostgresAddress &server)
{
    Context context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    if (const std::string problem = prepare(context.get(), server); !problem.empty())
        return Core::Unexpected{problem};
    const auto socket = connectTo(server);
    if (!socket)
        return Core::Unexpected{socket.error()};
    TlsStream stream(*socket, std::move(context), Session(nullptr, SSL_free));
    if (!offersTls(*socket))
        return Core::Unexpected{"The server " + server.host + " does not offer TLS, which the endpoint's ssl_mode " +
                                server.sslMode + " demands"};
    stream.m_session = Session(SSL_new(stream.m_context.get()), SSL_free);
    SSL *session = stream.m_session.get();
    SSL_set_tlsext_host_name(session, server.host.c_str());
    if (server.sslMode == "verify-full")
        expectHost(session, server.host);
    if (SSL_set_fd(session, *socket) != 1 || SSL_connect(session) != 1)
        return Core::Unexpected{"TLS with the server " + server.host + " is not possible: " + handshakeReason(session)};
    return stream;
}

TlsStream::TlsStream(TlsStream &&other) noexcept
    : m_socket(std::exchange(other.m_socket, -1))
    , m_context(std::move(other.m_context))
    , m_session(std::move(other.m_session))
{}

TlsStream::~TlsStream()
{
    m_session.reset();
    if (m_socket >= 0)
        ::close(m_socket);
}

bool TlsStream::hasPending() const
{
    return SSL_pending(m_session.get()) > 0;
}

long TlsStream::read(char *buffer, std::size_t size)
{
    return SSL_read(m_session.get(), buffer, static_cast<int>(size));
}

bool TlsStream::write(const char *data, std::size_t size)
{
    return SSL_write(m_session.get(), data, static_cast<int>(size)) == static_cast<int>(size);
}

} // namespace Sandbox
