// SPDX-FileCopyrightText: 2026 The Headgate authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api/tokens.h"
#include "sandbox/state/store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sandbox;

class TestTokens final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void knowsTheTokenOfTheRun();
    void sessionsBeginAndEnd();
    void accessTokensAreKeptAsHashes();
    void accessTokensExpire();
    void useExtends_data();
    void useExtends();
    void revokes_data();
    void revokes();

private:
    void setExpiry(const char *time);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Tokens> m_tokens;
};

void TestTokens::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::move(Store::open(m_folder->path().toStdString())).value();
    m_tokens = std::make_unique<Tokens>("run", *m_store);
}

void TestTokens::setExpiry(const char *time)
{
    QVERIFY(m_store->change([time](State &state) -> Core::Outcome<ApiError> {
        state.accessTokens.front().expiryTime = time;
        return std::monostate{};
    }));
}

void TestTokens::knowsTheTokenOfTheRun()
{
    QVERIFY(m_tokens->isKnown("run"));
    QVERIFY(!m_tokens->isKnown("runrun"));
    QVERIFY(!m_tokens->isKnown("ru"));
    QVERIFY(!m_tokens->isKnown(""));
    m_tokens->logOut("run");
    QVERIFY(m_tokens->isKnown("run"));
}

void TestTokens::sessionsBeginAndEnd()
{
    QVERIFY(!m_tokens->logIn("wrong"));
    const auto token = m_tokens->logIn("run");
    QVERIFY(token && *token != "run");
    QVERIFY(m_tokens->isKnown(*token));
    QVERIFY(!m_tokens->logIn(*token));
    m_tokens->logOut(*token);
    QVERIFY(!m_tokens->isKnown(*token));
    const auto other = m_tokens->logIn("run");
    QVERIFY(m_tokens->revoke(*other)); // as avn logs out
    QVERIFY(!m_tokens->isKnown(*other));
    QVERIFY(m_tokens->revoke("run"));
    QVERIFY(m_tokens->isKnown("run"));
}

void TestTokens::accessTokensAreKeptAsHashes()
{
    const auto made = m_tokens->make({"laptop", std::nullopt, false});
    QVERIFY(made);
    QVERIFY(m_tokens->isKnown(made->text));
    QVERIFY(!m_tokens->isKnown(made->token.prefix));
    QVERIFY(!m_tokens->isKnown(made->token.hash));
    QFile file(m_folder->filePath(u"state.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QVERIFY(kept.contains("laptop"));
    QVERIFY(!kept.contains(QByteArray::fromStdString(made->text)));
    const auto later = Store::open(m_folder->path().toStdString());
    QVERIFY(Tokens("other", **later).isKnown(made->text));
}

void TestTokens::accessTokensExpire()
{
    const auto made = m_tokens->make({"", 60, false});
    QVERIFY(m_tokens->isKnown(made->text));
    setExpiry("2026-01-01T00:00:00Z");
    QVERIFY(!m_tokens->isKnown(made->text));
    QVERIFY(m_tokens->make({"", std::nullopt, false}));
    QCOMPARE(m_store->state()->accessTokens.size(), std::size_t(1)); // the one that is over was swept
}

void TestTokens::useExtends_data()
{
    QTest::addColumn<bool>("extends");
    QTest::newRow("extended") << true;
    QTest::newRow("fixed") << false;
}

void TestTokens::useExtends()
{
    QFETCH(bool, extends);
    const auto made = m_tokens->make({"", 86400, extends});
    constexpr auto late = "2999-01-01T00:00:00Z"; // later than any extension: stays
    setExpiry(late);
    QVERIFY(m_tokens->isKnown(made->text));
    QCOMPARE(m_store->state()->accessTokens.front().expiryTime, std::string(late));
    const std::string inAMinute = QDateTime::currentDateTimeUtc().addSecs(60).toString(Qt::ISODate).toStdString();
    setExpiry(inAMinute.c_str());
    QVERIFY(m_tokens->isKnown(made->text));
    QCOMPARE(m_store->state()->accessTokens.front().expiryTime > inAMinute, extends);
}

void TestTokens::revokes_data()
{
    QTest::addColumn<bool>("byPrefix");
    QTest::newRow("prefix") << true;
    QTest::newRow("token") << false;
}

void TestTokens::revokes()
{
    QFETCH(bool, byPrefix);
    const auto kept = m_tokens->make({"", std::nullopt, false});
    const auto made = m_tokens->make({"", std::nullopt, false});
    QVERIFY(m_tokens->revoke(byPrefix ? made->token.prefix : made->text));
    QVERIFY(!m_tokens->isKnown(made->text));
    QVERIFY(m_tokens->isKnown(kept->text));
    QCOMPARE(m_tokens->revoke(made->text).error().status, 404);
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
