// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;

namespace Sandbox {

struct PostgresError
{
    std::string sqlState; ///< PostgreSQL's five characters; empty when the server could not be reached
    std::string message;  ///< one line, without secrets
};

/// Where a PostgreSQL server is and how to log in. The certificates and the key are PEM texts.
struct PostgresAddress
{
    std::string host;
    int port = 0;
    std::string user;
    std::string password;
    std::string database;
    std::string sslMode = "prefer";
    std::string rootCertificate = {};
    std::string clientCertificate = {};
    std::string clientKey = {};
};

/// One session with a PostgreSQL server, by libpq.
class PostgresConnection
{
public:
    using Row = std::vector<std::string>;
    using Rows = std::vector<Row>;

    [[nodiscard]] static Core::Expected<PostgresConnection, PostgresError> open(const PostgresAddress &address);

    /// Runs one statement with its parameters $1, $2, …; NULL is read as an empty text.
    [[nodiscard]] Core::Expected<Rows, PostgresError> run(const std::string &statement,
                                                          const std::vector<std::string> &parameters = {});
    /// Runs several statements as one transaction.
    [[nodiscard]] Core::Outcome<PostgresError> runScript(const std::string &statements);
    /// The password as the server keeps it, so that it never sees, and never logs, the password itself.
    [[nodiscard]] std::string encryptedPassword(const std::string &user, const std::string &password);

private:
    using Handle = std::unique_ptr<pg_conn, void (*)(pg_conn *)>;
    explicit PostgresConnection(Handle connection) : m_connection(std::move(connection)) {}

    Handle m_connection;
};

/// "name", whatever the name holds.
[[nodiscard]] std::string postgresName(std::string_view name);
/// 'text', whatever the text holds.
[[nodiscard]] std::string postgresText(std::string_view text);

} // namespace Sandbox
