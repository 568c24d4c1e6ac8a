// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/postgres/postgresconnection.h"

#include <libpq-fe.h>

#include <algorithm>
#include <optional>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Sandbox {

namespace {

/// Where Debian and its kin keep them.
constexpr auto *publicAuthorities = "/etc/ssl/certs/ca-certificates.crt";

using Result = std::unique_ptr<PGresult, void (*)(PGresult *)>;

/// libpq reads certificates and keys from files only. These have no name in any folder, and nobody else may read them.
class PemFile
{
public:
    explicit PemFile(const std::string &text)
    {
        if (text.empty())
            return;
        m_file = ::memfd_create("pem", MFD_CLOEXEC);
        ::fchmod(m_file, S_IRUSR | S_IWUSR);
        if (::write(m_file, text.data(), text.size()) == static_cast<ssize_t>(text.size()))
            m_path = "/proc/self/fd/" + std::to_string(m_file);
    }
    ~PemFile()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    PemFile(const PemFile &) = delete;
    PemFile &operator=(const PemFile &) = delete;

    [[nodiscard]] const char *path() const { return m_path.c_str(); }
    /// Without certificates of its own a server is checked against the public authorities; libpq 15 has no word for them.
    [[nodiscard]] const char *pathOr(const char *other) const { return m_path.empty() ? other : m_path.c_str(); }

private:
    int m_file = -1;
    std::string m_path;
};

/// libpq's texts have several lines and end in a line break.
std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const char shown = c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
        if (shown != ' ' || (!line.empty() && line.back() != ' '))
            line.push_back(shown);
    }
    while (!line.empty() && line.back() == ' ')
        line.pop_back();
    return line;
}

std::optional<PostgresError> errorOf(const Result &result, pg_conn *connection)
{
    const ExecStatusType status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return std::nullopt;
    const char *state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    const char *primary = PQresultErrorField(result.get(), PG_DIAG_MESSAGE_PRIMARY);
    return PostgresError{state ? state : "", oneLine(primary ? primary : PQerrorMessage(connection))};
}

std::string quoted(std::string_view text, char quote)
{
    std::string result(1, quote);
    for (const char c : text) {
        if (c == quote)
            result.push_back(quote);
        result.push_back(c);
    }
    result.push_back(quote);
    return result;
}

} // namespace

Core::Expected<PostgresConnection, PostgresError> PostgresConnection::open(const PostgresAddress &address)
{
    const PemFile root(address.rootCertificate);
    const PemFile certificate(address.clientCertificate);
    const PemFile key(address.clientKey);
    const bool verifies = address.sslMode.starts_with("verify");
    const std::string port = std::to_string(address.port);
    // Everything that the environment or files of the user could set otherwise is set here.
    const std::vector<std::pair<const char *, const char *>> parameters{
        {"host", address.host.c_str()},
        {"port", port.c_str()},
        {"user", address.user.c_str()},
        {"password", address.password.c_str()},
        {"dbname", address.database.c_str()},
        {"sslmode", address.sslMode.c_str()},
        {"sslrootcert", root.pathOr(verifies ? publicAuthorities : "")},
        {"sslcert", certificate.path()},
        {"sslkey", key.path()},
        {"gssencmode", "disable"},
        {"connect_timeout", "3"},
        {"client_encoding", "UTF8"},
        {"options", "-c statement_timeout=10000"},
        {"application_name", "headgate-sandbox"},
        {"passfile", "/dev/null/none"},
    };
    std::vector<const char *> names;
    std::vector<const char *> values;
    for (const auto &[name, value] : parameters) {
        names.push_back(name);
        values.push_back(value);
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    Handle connection(PQconnectdbParams(names.data(), values.data(), 0), PQfinish);
    if (PQstatus(connection.get()) != CONNECTION_OK)
        return Core::Unexpected{PostgresError{{}, oneLine(PQerrorMessage(connection.get()))}};
    return PostgresConnection(std::move(connection));
}

Core::Expected<PostgresConnection::Rows, PostgresError>
PostgresConnection::run(const std::string &statement, const std::vector<std::string> &parameters)
{
    std::vector<const char *> values;
    std::transform(parameters.begin(), parameters.end(), std::back_inserter(values),
                   [](const std::string &value) { return value.c_str(); });
    const Result result(PQexecParams(m_connection.get(), statement.c_str(), static_cast<int>(values.size()), nullptr,
                                     values.data(), nullptr, nullptr, 0),
                        PQclear);
    if (auto error = errorOf(result, m_connection.get()))
        return Core::Unexpected{std::move(*error)};
    Rows rows(static_cast<std::size_t>(PQntuples(result.get())));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < PQnfields(result.get()); ++column)
            rows[row].emplace_back(PQgetvalue(result.get(), static_cast<int>(row), column));
    }
    return rows;
}

Core::Outcome<PostgresError> PostgresConnection::runScript(const std::string &statements)
{
    const Result result(PQexec(m_connection.get(), statements.c_str()), PQclear);
    if (auto error = errorOf(result, m_connection.get()))
        return Core::Unexpected{std::move(*error)};
    return std::monostate{};
}

std::string PostgresConnection::encryptedPassword(const std::string &user, const std::string &password)
{
    const std::unique_ptr<char, void (*)(void *)> text(
        PQencryptPasswordConn(m_connection.get(), password.c_str(), user.c_str(), "scram-sha-256"), PQfreemem);
    return text ? text.get() : std::string();
}

std::string postgresName(std::string_view name)
{
    return quoted(name, '"');
}

std::string postgresText(std::string_view text)
{
    return quoted(text, '\'');
}

} // namespace Sandbox
