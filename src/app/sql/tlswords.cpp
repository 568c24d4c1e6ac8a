// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/tlswords.h"

#include "clickhouse/tlsproblem.h"
#include "core/format.h"

#include <QCoreApplication>

namespace App {

using namespace Qt::StringLiterals;
using ClickHouse::TlsProblem;
using Cause = ClickHouse::TlsProblem::Cause;

namespace {

constexpr qsizetype longestName = 100;

class Wording
{
    Q_DECLARE_TR_FUNCTIONS(App::SqlPane)

public:
    static QString cause(const TlsProblem &problem, const QString &host);
    static QString nextStep(const TlsProblem &problem);
};

/// With the hour: a clock that is an hour off matters to a fresh certificate.
QString shown(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
}

QString Wording::cause(const TlsProblem &problem, const QString &host)
{
    const QString names = Core::displayText(problem.names.join(u", "_s), longestName);
    const QString issuer = Core::displayText(problem.issuer, longestName);
    const QString now = shown(QDateTime::currentDateTimeUtc());
    switch (problem.cause) {
    case Cause::WrongHost:
        //: error text; the names in the server's certificate, and the name of the host that was asked
        return names.isEmpty() ? tr("The server's certificate names no host, so it is not for %1.").arg(host)
                               : tr("The server's certificate is for %1, not for %2.").arg(names, host);
    case Cause::Expired:
        //: error text; two points in time
        return tr("The server's certificate was valid until %1; this computer's clock says %2.")
            .arg(shown(problem.validUntil), now);
    case Cause::NotYetValid:
        //: error text; two points in time
        return tr("The server's certificate is valid from %1 on; this computer's clock says %2.")
            .arg(shown(problem.validFrom), now);
    case Cause::SelfSigned:
        //: error text
        return tr("The server signed its certificate itself, so nobody vouches for it.");
    case Cause::UnknownIssuer:
        //: error text; %1 is the name of a certificate authority
        return tr("The server's certificate is signed by “%1”, an authority that is not trusted here.").arg(issuer);
    case Cause::Protocol:
        //: error text
        return tr("No secure connection could be agreed: the port may not speak TLS, or only an outdated version.");
    case Cause::None:
    case Cause::Other: break;
    }
    //: error text
    return tr("The server's certificate could not be checked.");
}

QString Wording::nextStep(const TlsProblem &problem)
{
    if (problem.cause == Cause::Expired || problem.cause == Cause::NotYetValid) {
        //: what to do after an error
        return tr("Check this computer's clock. If it is right, tell the server's owner.");
    }
    if (problem.cause == Cause::Protocol) {
        //: what to do after an error
        return tr("Read the connection again: the service may have another address.");
    }
    if (problem.isAuthorityMissing) {
        //: what to do after an error
        return tr(
            "The certificate authority of the project could not be read. Run the statement again to try once more.");
    }
    //: what to do after an error
    return tr("A sign-in page or a proxy of the network may stand between: check that first.");
}

} // namespace

UserMessage describe(const TlsProblem &problem, const QString &serviceName, const QString &host)
{
    //: Title of an error in the SQL pane; %1 is a service's name
    return {Wording::tr("The connection to %1 is not safe").arg(serviceName),
            //: error text; %1 is the sentence that tells why
            Wording::tr("%1 Nothing was sent.").arg(Wording::cause(problem, host)),
            Wording::nextStep(problem),
            {}};
}

} // namespace App
