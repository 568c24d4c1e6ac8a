// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/certificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace TestSupport {

namespace {

const QString newKey = u"-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"_s;

} // namespace

Certificates::Certificates(const QString &name)
{
    run(u"req -x509 %1 -keyout authority.key -out authority.pem -days 2 -subj /CN=%2"_s.arg(newKey, name));
}

QByteArray Certificates::authority() const
{
    return read(u"authority.pem"_s);
}

QSslConfiguration Certificates::server(const QString &names, int days) const
{
    run(u"req -new %1 -keyout server.key -out server.csr -subj /CN=server -addext subjectAltName=%2"_s.arg(newKey,
                                                                                                           names));
    // This command, unlike "req", takes a number of days below zero.
    run(u"x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -copy_extensions copy -days "
        u"%1 "
        "-out server.pem"_s.arg(days));
    return configuration();
}

QSslConfiguration Certificates::selfSigned(const QString &names) const
{
    run(u"req -x509 %1 -keyout server.key -out server.pem -days 2 -subj /CN=server -addext subjectAltName=%2"_s.arg(
        newKey, names));
    return configuration();
}

QSslConfiguration Certificates::configuration() const
{
    QSslConfiguration made;
    made.setLocalCertificate(QSslCertificate(read(u"server.pem"_s)));
    made.setPrivateKey(QSslKey(read(u"server.key"_s), QSsl::Ec));
    return made;
}

void Certificates::run(const QString &arguments) const
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.start(u"openssl"_s, arguments.split(u' '));
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        qFatal("openssl failed: %s", openssl.readAllStandardError().constData());
}

QByteArray Certificates::read(const QString &file) const
{
    QFile opened(m_folder.filePath(file));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

} // namespace TestSupport
