// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clickhouse/tlsproblem.h"

#include <QSslCertificate>
#include <QSslError>

#include <algorithm>

namespace ClickHouse {

namespace {

using Cause = TlsProblem::Cause;

Cause causeOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::NoError: return Cause::None;
    case QSslError::HostNameMismatch: return Cause::WrongHost;
    case QSslError::CertificateExpired: return Cause::Expired;
    case QSslError::CertificateNotYetValid: return Cause::NotYetValid;
    case QSslError::SelfSignedCertificate: return Cause::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted: return Cause::UnknownIssuer;
    default: return Cause::Other;
    }
}

QStringList namesIn(const QSslCertificate &certificate)
{
    const QStringList names = certificate.subjectAlternativeNames().values();
    return names.isEmpty() ? certificate.subjectInfo(QSslCertificate::CommonName) : names;
}

} // namespace

TlsProblem TlsProblem::of(const QList<QSslError> &errors)
{
    const auto worst = std::min_element(errors.begin(), errors.end(), [](const QSslError &one, const QSslError &other) {
        return causeOf(one) < causeOf(other);
    });
    if (worst == errors.end())
        return {};
    const QSslCertificate certificate = worst->certificate();
    return {causeOf(*worst),
            namesIn(certificate),
            certificate.issuerDisplayName(),
            certificate.effectiveDate(),
            certificate.expiryDate(),
            false};
}

} // namespace ClickHouse
