// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging.h"
#include "core/secret.h"

#include <QTest>

#include <type_traits>

using namespace Qt::StringLiterals;
using Core::redacted;
using Core::Secret;

static_assert(!std::is_convertible_v<Secret, QString> && !std::is_convertible_v<QString, Secret>,
              "a secret must be made and opened by name");

class TestSecret final : public QObject
{
    Q_OBJECT

private slots:
    void opensOnlyByName();
    void masksEverySecretEverHeld();
    void masksWhatLooksLikeASecret_data();
    void masksWhatLooksLikeASecret();
    void masksTheLog();
};

void TestSecret::opensOnlyByName()
{
    QCOMPARE(Secret(u"letmein-1"_s).reveal(), u"letmein-1"_s);
    QVERIFY(Secret().isEmpty());
    QVERIFY(Secret(u"a"_s) == Secret(u"a"_s));
    QVERIFY(Secret(u"a"_s) != Secret(u"b"_s));
}

void TestSecret::masksEverySecretEverHeld()
{
    {
        const Secret gone(u"canary-of-this-test"_s);
    }
    QCOMPARE(redacted(u"sent canary-of-this-test twice: canary-of-this-test"_s), u"sent <secret> twice: <secret>"_s);
    const Secret tooShort(u"a"_s);
    QCOMPARE(redacted(u"a word stays"_s), u"a word stays"_s);
}

void TestSecret::masksWhatLooksLikeASecret_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");

    QTest::newRow("nothing") << u"GET /v1/me 200 12 ms"_s << u"GET /v1/me 200 12 ms"_s;
    QTest::newRow("authorization") << u"Authorization: aivenv1 AbC=\r\nHost: x"_s
                                   << u"Authorization: <secret>\r\nHost: x"_s;
    QTest::newRow("clickhouse key") << u"x-clickhouse-key: pw"_s << u"x-clickhouse-key: <secret>"_s;
    QTest::newRow("json") << uR"({"password":"p w","user":"u"})"_s << uR"({"password":<secret>,"user":"u"})"_s;
    QTest::newRow("assignment") << u"password=pw&user=u"_s << u"password=<secret>&user=u"_s;
    QTest::newRow("user info") << u"https://user:pw@host/"_s << u"https://<secret>@host/"_s;
    QTest::newRow("key") << u"a\n-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----\nb"_s
                         << u"a\n<secret>\nb"_s;
}

void TestSecret::masksWhatLooksLikeASecret()
{
    QFETCH(QString, text);
    QTEST(redacted(text), "masked");
}

namespace {
QString lastMessage; // NOLINT: a message handler has no other way to hand its text over
}

void TestSecret::masksTheLog()
{
    const QtMessageHandler before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &message) { lastMessage = message; });
    Core::installRedactingLog();
    const Secret token(u"token-in-a-log"_s);
    qCWarning(Core::networkLog) << "GET" << token.reveal();
    qInstallMessageHandler(before);
    QVERIFY2(lastMessage.contains(u"<secret>"_s), qPrintable(lastMessage));
    QVERIFY2(!lastMessage.contains(token.reveal()), qPrintable(lastMessage));
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
