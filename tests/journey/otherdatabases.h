// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>

/// A PostgreSQL that takes TLS only, and a MariaDB where it is installed, as somebody else would run them: user "reader",
/// database "shop" with a table "items" of two rows.
class OtherDatabases
{
public:
    ~OtherDatabases();

    [[nodiscard]] bool start();
    [[nodiscard]] QString postgresPort() const { return port(QStringLiteral("postgres")); }
    /// Empty when there is no MariaDB.
    [[nodiscard]] QString mariadbPort() const { return port(QStringLiteral("mariadb")); }
    [[nodiscard]] QString password() const { return m_facts[QStringLiteral("password")].toString(); }
    /// Certificates of the authority that signed the server's, and of another one.
    [[nodiscard]] QString authority() const { return m_facts[QStringLiteral("authority")].toString(); }
    [[nodiscard]] QString stranger() const { return m_facts[QStringLiteral("stranger")].toString(); }
    /// What went wrong.
    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }

private:
    [[nodiscard]] QString port(const QString &of) const;

    QProcess m_process;
    QJsonObject m_facts;
};
