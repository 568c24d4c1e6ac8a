// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "sandbox/postgres/postgresconnection.h"

#include <memory>
#include <string>

struct ssl_st;
struct ssl_ctx_st;

namespace Sandbox {

/// A TLS session with a PostgreSQL server, as its sslMode asks: "require" encrypts, "verify-ca" wants a certificate of the
/// given authorities (the public ones when none are given), "verify-full" one for that host too.
class TlsStream
{
public:
    /// The error is a sentence.
    [[nodiscard]] static Core::Expected<TlsStream, std::string> open(const PostgresAddress &server);
    TlsStream(TlsStream &&other) noexcept;
    TlsStream &operator=(TlsStream &&) = delete;
    ~TlsStream();

    [[nodiscard]] int socket() const { return m_socket; }
    /// Whether bytes are there that were received already.
    [[nodiscard]] bool hasPending() const;
    /// 0 or less at the end.
    [[nodiscard]] long read(char *buffer, std::size_t size);
    [[nodiscard]] bool write(const char *data, std::size_t size);

private:
    using Context = std::unique_ptr<ssl_ctx_st, void (*)(ssl_ctx_st *)>;
    using Session = std::unique_ptr<ssl_st, void (*)(ssl_st *)>;
    TlsStream(int socket, Context context, Session session)
        : m_socket(socket)
        , m_context(std::move(context))
        , m_session(std::move(session))
    {}

    int m_socket = -1;
    Context m_context;
    Session m_session;
};

} // namespace Sandbox
