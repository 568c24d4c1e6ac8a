// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>

class QSslError;

namespace ClickHouse {

/// Why no safe connection came about, and so nothing was sent. Facts only: words are made by app/.
struct TlsProblem
{
    /// The most telling one comes first; an unknown issuer last, because only a certificate without another fault can
    /// be saved by an authority that the system does not know.
    enum class Cause { None, WrongHost, Expired, NotYetValid, Other, SelfSigned, UnknownIssuer, Protocol };

    Cause cause = Cause::None;
    QStringList names; ///< hosts that the certificate is for
    QString issuer;
    QDateTime validFrom;
    QDateTime validUntil;
    bool isAuthorityMissing = false; ///< the server's own authority was asked for, but could not be had

    [[nodiscard]] static TlsProblem of(const QList<QSslError> &errors);
};

} // namespace ClickHouse
