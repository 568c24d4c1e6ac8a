// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/describe.h"

#include "aiven/apierror.h"
#include "app/wholetext.h"
#include "core/format.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace App {

namespace {

using Aiven::ApiError;

/// Gives the free functions below tr() with one context.
class Wording
{
    Q_DECLARE_TR_FUNCTIONS(App::Wording)

public:
    static UserMessage network(const ApiError &error);
    static UserMessage tls(const ApiError &error);
    static UserMessage timeout(const ApiError &error);
    static UserMessage badAddress();
    static UserMessage redirected(const ApiError &error);
    static UserMessage unauthorized();
    static UserMessage forbidden(const ApiError &error);
    static UserMessage notFound(const ApiError &error);
    static UserMessage conflict(const ApiError &error);
    static UserMessage invalid(const ApiError &error);
    static UserMessage rateLimited(const ApiError &error);
    static UserMessage server(const ApiError &error);
    static UserMessage badReply(const ApiError &error);

    static UserMessage byKind(const ApiError &error);
    static void addUnknownOutcome(UserMessage &message);
    static QString details(const ApiError &error);

private:
    static QString serverWords(const ApiError &error, const QString &otherwise);
};

QString Wording::serverWords(const ApiError &error, const QString &otherwise)
{
    if (error.serverMessage.isEmpty())
        return otherwise;
    // More sentences may follow.
    const QString words = Core::displayText(error.serverMessage, wholeText);
    return QStringView(u".!?…").contains(words.back()) ? words : words + u'.';
}

UserMessage Wording::network(const ApiError &error)
{
    switch (error.layer) {
    case ApiError::Layer::Name:
        //: error title; %1 is a host name
        return {tr("No connection to %1: name not found.").arg(error.host),
                tr("This computer could not find the address of that host."),
                //: what to do after an error
                tr("Check the network connection and the spelling of the host."),
                {}};
    case ApiError::Layer::Connect:
        //: error title; %1 is a host name
        return {tr("No connection to %1: refused.").arg(error.host),
                tr("No program accepts connections at that address."),
                //: what to do after an error
                tr("Check host and port. A local server has to be started first."),
                {}};
    case ApiError::Layer::Tls: return tls(error);
    case ApiError::Layer::Proxy:
        //: error title; %1 is a host name
        return {tr("No connection to %1: proxy.").arg(error.host),
                tr("The proxy of this computer's network settings cannot be reached, or wants a sign-in."),
                //: what to do after an error
                tr("Check the proxy in the system's network settings."),
                {}};
    case ApiError::Layer::Transfer:
    case ApiError::Layer::None: break;
    }
    //: error title; %1 is a host name
    return {tr("No connection to %1: it ended before the answer.").arg(error.host),
            tr("The network or the server closed the connection."),
            //: what to do after an error
            tr("Check the network connection and try again."),
            {}};
}

UserMessage Wording::tls(const ApiError &error)
{
    UserMessage message;
    //: error title; %1 is a host name, TLS is the name of the protocol
    message.title = tr("No connection to %1: TLS.").arg(error.host);
    switch (error.tlsFault) {
    case ApiError::TlsFault::Expired:
        //: error text; %1 is today's date
        message.text =
            tr("The server's certificate is not valid on %1.").arg(QDate::currentDate().toString(Qt::ISODate));
        //: what to do after an error
        message.nextStep = tr("Check this computer's clock. If it is right, tell the server's owner.");
        return message;
    case ApiError::TlsFault::WrongHost:
        //: error text; %1 is a host name
        message.text = tr("The server's certificate is for another host, not for %1.").arg(error.host);
        break;
    case ApiError::TlsFault::Untrusted:
        //: error text
        message.text = tr("The server's certificate is not signed by an authority that this computer trusts.");
        break;
    case ApiError::TlsFault::Protocol:
    case ApiError::TlsFault::None:
        message.text =
            //: error text
            tr("No secure connection could be agreed: the port may not speak TLS, or only an outdated version.");
        message.nextStep = tr("Check host and port.");
        return message;
    }
    message.nextStep =
        //: what to do after an error
        tr("Nothing was sent. A sign-in page or a proxy of the network may stand between: check that first.");
    return message;
}

UserMessage Wording::timeout(const ApiError &error)
{
    const QString seconds = QString::number(qMax(qint64(1), error.elapsed / 1000));
    //: error title; %1 is a host name, %2 a number of seconds
    return {tr("No connection to %1: timed out after %2 s.").arg(error.host, seconds),
            tr("No complete answer came in that time."),
            //: what to do after an error
            tr("Check the network connection and try again."),
            {}};
}

UserMessage Wording::badAddress()
{
    //: error title
    return {tr("This address cannot be used."),
            tr("Tokens are sent over https only, or over http to the addresses 127.0.0.1 and ::1 of this computer."),
            //: what to do after an error
            tr("Enter an address such as https://api.aiven.io, without a user name in it."),
            {}};
}

UserMessage Wording::redirected(const ApiError &error)
{
    //: error title; %1 and %2 are host names
    return {tr("%1 points to another address, %2.").arg(error.host, Core::displayText(error.redirectHost, 200)),
            tr("Headgate did not follow, because the token would have gone there."),
            //: what to do after an error
            tr("On a network with a sign-in page, sign in there first. Otherwise check the address of the API."),
            {}};
}

UserMessage Wording::unauthorized()
{
    //: error title
    return {tr("Aiven did not accept this token (401)."),
            tr("It may be expired, revoked, or limited to other IP addresses."),
            //: what to do after an error
            tr("Enter another token. Aiven Console: User information > Tokens > Generate token."),
            {}};
}

UserMessage Wording::forbidden(const ApiError &error)
{
    return {
        //: error text
        tr("Aiven does not permit this (403)."),
        serverWords(error, tr("No reason was given.")),
        //: what to do after an error
        tr("The token may lack a permission, such as project:integrations:write, or the plan does not include this. "
           "Ask an admin of the project."),
        {}};
}

UserMessage Wording::notFound(const ApiError &error)
{
    //: error title; %1 is an HTTP status, 404 or 410
    return {tr("Aiven does not find this (%1).").arg(QString::number(error.httpStatus)),
            serverWords(error, tr("It may have been deleted meanwhile.")),
            //: what to do after an error
            tr("Reload to see what is there now. What was entered here is kept."),
            {}};
}

UserMessage Wording::conflict(const ApiError &error)
{
    if (error.errorCode == "not_powered"_L1)
        //: error title
        return {tr("The service is powered off (409)."),
                serverWords(error, tr("No reason was given.")),
                //: what to do after an error
                tr("Nothing was changed; what was entered here is kept. Try again when it runs."),
                {}};
    const QString title = isTaken(error)
                              //: error title
                              ? tr("It exists already (409).")
                              : tr("Aiven cannot do this in the present state (409).");
    return {title,
            //: error text
            serverWords(error, tr("No reason was given.")),
            tr("Reload to see the present state, then try again."),
            {}};
}

UserMessage Wording::invalid(const ApiError &error)
{
    //: error title; %1 is an HTTP status
    return {tr("Aiven refused what was sent (%1).").arg(QString::number(error.httpStatus)),
            serverWords(error, tr("No reason was given.")),
            //: what to do after an error
            error.fields.isEmpty() ? tr("Correct what the message names and try again.")
                                   : tr("Correct the marked field and try again."),
            {}};
}

UserMessage Wording::rateLimited(const ApiError &error)
{
    //: error title
    UserMessage message{tr("Aiven asks to slow down (429)."), serverWords(error, tr("Too many requests.")), {}, {}};
    message.nextStep = error.retryAfter > 0
                           //: what to do after an error; %1 is a number of seconds
                           ? tr("Try again in %1 s.").arg(QString::number(error.retryAfter))
                           : tr("Try again in a minute.");
    return message;
}

UserMessage Wording::server(const ApiError &error)
{
    //: error title; %1 is a host name, %2 an HTTP status
    return {tr("%1 has a problem of its own (%2).").arg(error.host, QString::number(error.httpStatus)),
            serverWords(error, tr("No reason was given.")),
            //: what to do after an error
            tr("Nothing is wrong on this computer. Try again in a minute."),
            {}};
}

UserMessage Wording::badReply(const ApiError &error)
{
    //: error title; %1 is a host name
    return {tr("%1 gave an incomplete or unexpected answer.").arg(error.host),
            //: error text; %1 is a technical reason in English
            tr("The answer is %1.").arg(Core::displayText(error.reason, 500)),
            tr("Try again. If it stays, a proxy or a sign-in page of the network may stand between."),
            {}};
}

UserMessage Wording::byKind(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Network: return network(error);
    case ApiError::Kind::Timeout: return timeout(error);
    case ApiError::Kind::BadAddress: return badAddress();
    case ApiError::Kind::Redirected: return redirected(error);
    case ApiError::Kind::Unauthorized: return unauthorized();
    case ApiError::Kind::Forbidden: return forbidden(error);
    case ApiError::Kind::NotFound: return notFound(error);
    case ApiError::Kind::Conflict: return conflict(error);
    case ApiError::Kind::Invalid: return invalid(error);
    case ApiError::Kind::RateLimited: return rateLimited(error);
    case ApiError::Kind::Server: return server(error);
    case ApiError::Kind::BadReply: return badReply(error);
    }
    Q_UNREACHABLE();
}

void Wording::addUnknownOutcome(UserMessage &message)
{
    //: error text
    message.text += u' ' + tr("Whether the change was made is not known; it was sent once and is not repeated.");
    message.nextStep = tr("Reload to see what the service has now.");
}

QString Wording::details(const ApiError &error)
{
    // Identifiers and the server's own words; read by whoever gets the report, so it is not translated.
    QStringList lines{error.request, u"Host: "_s + error.host};
    if (error.httpStatus > 0)
        lines.append(u"Status: "_s + QString::number(error.httpStatus));
    if (!error.errorCode.isEmpty())
        lines.append(u"Error code: "_s + error.errorCode);
    if (!error.requestId.isEmpty())
        lines.append(u"Request id: "_s + error.requestId);
    lines.append(u"Time: "_s + Core::formatDuration(error.elapsed));
    if (!error.reason.isEmpty())
        lines.append(u"Answer: "_s + error.reason);
    if (!error.serverMessage.isEmpty())
        lines.append(u"Server: "_s + error.serverMessage);
    return lines.join(u'\n');
}

} // namespace

bool isOffline(const ApiError &error)
{
    return error.kind == ApiError::Kind::Network || error.kind == ApiError::Kind::Timeout;
}

bool isTaken(const ApiError &error)
{
    return error.kind == ApiError::Kind::Conflict &&
           error.serverMessage.contains("already exists"_L1, Qt::CaseInsensitive);
}

UserMessage describe(const ApiError &error)
{
    UserMessage message = Wording::byKind(error);
    if (error.effect == ApiError::Effect::Unknown)
        Wording::addUnknownOutcome(message);
    message.details = Wording::details(error);
    return message;
}

} // namespace App
