// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aiven/apierror.h"
#include "app/describe.h"
#include "workflow/failure.h"

#include <QDate>
#include <QTest>

using namespace Qt::StringLiterals;
using Aiven::ApiError;
using App::UserMessage;
using Kind = ApiError::Kind;
using Layer = ApiError::Layer;
using Workflow::Failure;

namespace {

ApiError error(Kind kind, int status = 0, const QString &message = {})
{
    ApiError made;
    made.kind = kind;
    made.httpStatus = status;
    made.serverMessage = message;
    made.host = u"api.aiven.io"_s;
    made.request = u"GET /v1/me"_s;
    made.elapsed = 10'040;
    return made;
}

ApiError network(Layer layer, ApiError::TlsFault fault = ApiError::TlsFault::None)
{
    ApiError made = error(Kind::Network);
    made.layer = layer;
    made.tlsFault = fault;
    return made;
}

} // namespace

class TestDescribe : public QObject
{
    Q_OBJECT

private slots:
    void texts_data();
    void texts();
    void failures_data();
    void failures();
    void foreignTextIsCutAndMarked();
};

void TestDescribe::texts_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text"); ///< a part of it

    const auto row = [](const char *name, const ApiError &what, const QString &title, const QString &text = {}) {
        QTest::newRow(name) << what << title << text;
    };
    row("name", network(Layer::Name), u"No connection to api.aiven.io: name not found."_s);
    row("refused", network(Layer::Connect), u"No connection to api.aiven.io: refused."_s);
    row("TLS", network(Layer::Tls, ApiError::TlsFault::Protocol), u"No connection to api.aiven.io: TLS."_s, u"TLS"_s);
    row("N-22 self-signed", network(Layer::Tls, ApiError::TlsFault::Untrusted),
        u"No connection to api.aiven.io: TLS."_s, u"not signed by an authority"_s);
    row("N-23 expired", network(Layer::Tls, ApiError::TlsFault::Expired), u"No connection to api.aiven.io: TLS."_s,
        QDate::currentDate().toString(Qt::ISODate));
    row("N-24 wrong host", network(Layer::Tls, ApiError::TlsFault::WrongHost), u"No connection to api.aiven.io: TLS."_s,
        u"not for api.aiven.io"_s);
    row("proxy", network(Layer::Proxy), u"No connection to api.aiven.io: proxy."_s);
    row("cut", network(Layer::Transfer), u"No connection to api.aiven.io: it ended before the answer."_s);
    row("timeout", error(Kind::Timeout), u"No connection to api.aiven.io: timed out after 10 s."_s);
    row("address", error(Kind::BadAddress), u"This address cannot be used."_s, u"https only"_s);
    ApiError redirected = error(Kind::Redirected, 302);
    redirected.redirectHost = u"login.hotel.example"_s;
    row("N-21 redirect", redirected, u"api.aiven.io points to another address, login.hotel.example."_s, u"token"_s);
    row("401", error(Kind::Unauthorized, 401, u"Invalid token"_s), u"Aiven did not accept this token (401)."_s,
        u"It may be expired, revoked, or limited to other IP addresses."_s);
    row("403", error(Kind::Forbidden, 403, u"Not a project member"_s), u"Aiven does not permit this (403)."_s,
        u"Not a project member"_s);
    row("404", error(Kind::NotFound, 404, u"Service x does not exist"_s), u"Aiven does not find this (404)."_s,
        u"Service x does not exist"_s);
    row("410", error(Kind::NotFound, 410), u"Aiven does not find this (410)."_s, u"deleted meanwhile"_s);
    row("409 exists", error(Kind::Conflict, 409, u"Service integration already exists"_s),
        u"It exists already (409)."_s, u"Service integration already exists"_s);
    row("409 off", error(Kind::Conflict, 409, u"Service is powered off"_s),
        u"Aiven cannot do this in the present state (409)."_s, u"Service is powered off"_s);
    row("400", error(Kind::Invalid, 400, u"Invalid input: no"_s), u"Aiven refused what was sent (400)."_s,
        u"Invalid input: no"_s);
    row("429", error(Kind::RateLimited, 429, u"Rate limit 120 exceeded"_s), u"Aiven asks to slow down (429)."_s,
        u"Rate limit 120 exceeded"_s);
    row("502", error(Kind::Server, 502, u"Bad Gateway nginx"_s), u"api.aiven.io has a problem of its own (502)."_s,
        u"Bad Gateway nginx"_s);
    ApiError bad = error(Kind::BadReply, 200);
    bad.reason = u"not JSON but text/html"_s;
    row("HTML", bad, u"api.aiven.io gave an incomplete or unexpected answer."_s,
        u"The answer is not JSON but text/html."_s);
    ApiError unknown = error(Kind::Timeout);
    unknown.effect = ApiError::Effect::Unknown;
    row("unknown outcome", unknown, u"No connection to api.aiven.io: timed out after 10 s."_s,
        u"Whether the change was made is not known"_s);
}

void TestDescribe::texts()
{
    QFETCH(const ApiError, error);
    QFETCH(const QString, title);
    QFETCH(const QString, text);
    const UserMessage message = App::describe(error);
    QCOMPARE(message.title, title);
    QVERIFY2(message.text.contains(text), qPrintable(message.text));
    QVERIFY(!message.text.isEmpty());
    QVERIFY(!message.nextStep.isEmpty());
    QVERIFY(message.details.contains("GET /v1/me"_L1));
    if (error.httpStatus > 0)
        QVERIFY(message.details.contains(u"Status: %1"_s.arg(error.httpStatus)));
}

void TestDescribe::failures_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    ApiError lost = network(Layer::Transfer);
    lost.effect = ApiError::Effect::Unknown;
    const QString cut = u"No connection to api.aiven.io: it ended before the answer."_s;

    QTest::newRow("not done") << Failure{.readBack = Failure::ReadBack::NotDone, .error = lost} << cut
                              << u"reading back showed that the change was not made"_s;
    QTest::newRow("unreadable") << Failure{.readBack = Failure::ReadBack::Unreadable, .error = lost} << cut
                                << u"reading back failed, too"_s;
    QTest::newRow("refused") << Failure{.error = error(Kind::Forbidden, 403, u"no"_s)}
                             << u"Aiven does not permit this (403)."_s << u"no"_s;
    QTest::newRow("failed") << Failure{.cause = Failure::Cause::IntegrationFailed, .messages = {u"one"_s, u"two"_s}}
                            << u"Aiven reports that the integration failed."_s << u"one two"_s;
    QTest::newRow("failed, silent") << Failure{.cause = Failure::Cause::IntegrationFailed, .messages = {QString()}}
                                    << u"Aiven reports that the integration failed."_s << u"No reason was given."_s;
    QTest::newRow("not as sent") << Failure{.cause = Failure::Cause::NotAsSent, .messages = {u"/tables/0/name"_s}}
                                 << u"Aiven stored something else than was sent."_s << u"/tables/0/name"_s;
}

void TestDescribe::failures()
{
    QFETCH(const Failure, failure);
    QFETCH(const QString, title);
    QFETCH(const QString, text);
    const UserMessage message = App::describe(failure);
    QCOMPARE(message.title, title);
    QVERIFY2(message.text.contains(text), qPrintable(message.text));
    QVERIFY(!message.nextStep.isEmpty());
}

void TestDescribe::foreignTextIsCutAndMarked()
{
    // N-39: markup, escape characters, a megabyte
    const QString hostile = u"<img src='file:///dev/zero'>\u001b[31m\u202e%1 %2"_s;
    const UserMessage message = App::describe(error(Kind::Forbidden, 403, hostile + QString(1 << 20, u'x')));
    QVERIFY(message.text.startsWith("<img src='file:///dev/zero'>"_L1));
    QVERIFY(!message.text.contains(QChar(0x1b)));
    QVERIFY(!message.text.contains(QChar(0x202e)));
    QVERIFY(message.text.contains("%1 %2"_L1));
    QVERIFY(message.text.size() <= 32'001);
    const QString tale = QString(20'000, u'x') + u" at last."_s; // read behind "Show details"
    QVERIFY(App::describe(error(Kind::Forbidden, 403, tale)).text.contains(tale));
}

QTEST_GUILESS_MAIN(TestDescribe)
#include "tst_describe.moc"
