// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

class QSslConfiguration;

namespace TestSupport {

/// A certificate authority of this run, made by openssl, and the certificates that it signs. Its files go with it.
class Certificates
{
public:
    /// The name is what refusals call the authority by.
    explicit Certificates(const QString &name);

    /// Its own certificate, as PEM.
    [[nodiscard]] QByteArray authority() const;
    /// For a server on the loopback that shows a certificate for these names ("IP:127.0.0.1", "DNS:a.example"), which ends
    /// so many days from now.
    [[nodiscard]] QSslConfiguration server(const QString &names, int days = 2) const;
    /// As server(), but signed by nobody else.
    [[nodiscard]] QSslConfiguration selfSigned(const QString &names) const;

private:
    void run(const QString &arguments) const;
    [[nodiscard]] QByteArray read(const QString &file) const;
    [[nodiscard]] QSslConfiguration configuration() const;

    QTemporaryDir m_folder;
};

} // namespace TestSupport
